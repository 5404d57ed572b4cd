package io.ahoy.router.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What must be true after every step, whatever happened. Seen from outside, through images and outputs only. That the choices are right
 * is {@link ScanEverything}'s to prove.
 */
public final class Invariants {
    private final Image image;
    private final Instant now;
    private final Map<InteractionId, InteractionView> interactions;
    private final Map<InteractionId, Image.ContactMemory> memories;
    private final Map<AgentId, SeatView> seats;
    private final Map<AgentId, Image.SeatMemory> places;
    private final Map<QueueId, QueueRule> rules = new TreeMap<>();
    private final Map<Channel, ChannelRule> channels;

    private Invariants(Image image, Instant now) {
        this.image = image;
        this.now = now;
        this.interactions = image.interactions().stream()
                .collect(Collectors.toMap(InteractionView::id, Function.identity(), Invariants::twice, TreeMap::new));
        this.memories = image.contacts().stream()
                .collect(Collectors.toMap(
                        Image.ContactMemory::interaction, Function.identity(), Invariants::twice, TreeMap::new));
        this.seats = image.seats().stream()
                .collect(Collectors.toMap(SeatView::agent, Function.identity(), Invariants::twice, TreeMap::new));
        this.places = image.places().stream()
                .collect(Collectors.toMap(
                        Image.SeatMemory::agent, Function.identity(), Invariants::twice, TreeMap::new));
        this.channels = ChannelRule.complete(image.channels());
        image.closedQueues().forEach(rule -> rules.put(rule.id(), rule));
        image.queues().forEach(rule -> rules.put(rule.id(), rule));
    }

    public static void check(Image image, List<Output> said, Instant now) {
        Invariants world = new Invariants(image, now);
        world.interactions.values().forEach(world::interactionIsInOnePlace);
        world.seats.values().forEach(world::seatIsSound);
        world.nobodyIdleWhileNeeded();
        world.openOffersAreReal();
        world.offersAreInOrder(said);
        world.pulledAreNotOffered(said);
        world.offersFitTheirSeats(said);
        world.outputsAreConsistent(said);
    }

    static void restoresItself(Image image) {
        assertThat(Acd.of(image).image()).as("an image restores itself").isEqualTo(image);
    }

    /** Some hundred of these after each of many thousand steps: an assertion's own description would be most of the time. */
    private static void holds(boolean condition, String what, Object... of) {
        if (!condition) {
            throw new AssertionError("it does not hold: " + String.format(what, of));
        }
    }

    private static <T> T twice(T one, T other) {
        throw new AssertionError("in two places: " + one + " and " + other);
    }

    private void interactionIsInOnePlace(InteractionView view) {
        holds(rules.containsKey(view.queue()), "rule of %s", view);
        holds(!view.since().isAfter(now), "since of %s", view);
        long seatsOnIt = seats.values().stream()
                .flatMap(seat -> seat.works().stream())
                .filter(work -> work.interaction().equals(view.id()) && !isAfterTransfer(work, view))
                .count();
        switch (view.state()) {
            case WAITING, SCHEDULED -> {
                holds(view.agent().isEmpty(), "agent of %s", view);
                holds(view.offer().isEmpty(), "offer of %s", view);
                holds(seatsOnIt == 0, "%s seats on %s", seatsOnIt, view);
                if (view.state() == InteractionState.SCHEDULED) {
                    holds(view.due().isPresent(), "due of %s", view);
                }
                return;
            }
            case CLOSED -> throw new AssertionError("closed but kept: " + view);
            case OFFERED, CONNECTING, ACTIVE, INTERRUPTED, WRAP_UP ->
                holds(seatsOnIt == 1, "%s seats on %s", seatsOnIt, view);
        }
        WorkState expected = switch (view.state()) {
            case OFFERED -> WorkState.OFFERED;
            case CONNECTING -> WorkState.CONNECTING;
            case ACTIVE -> WorkState.ON_CONTACT;
            case INTERRUPTED -> WorkState.INTERRUPTED;
            case WRAP_UP -> WorkState.WRAP_UP;
            case WAITING, SCHEDULED, CLOSED -> throw new AssertionError(view);
        };
        SeatView seat = known(seats, view.agent().orElseThrow());
        WorkView work = seat.works().stream()
                .filter(one -> one.interaction().equals(view.id()) && !isAfterTransfer(one, view))
                .findFirst()
                .orElseThrow();
        holds(work.state() == expected, "%s at %s", view, seat);
        holds(Optional.of(work.offer()).equals(view.offer()), "offer of %s at %s", view, seat);
        holds(work.queue().equals(view.queue()), "queue of %s at %s", view, seat);
    }

    /** He writes about a part of it that is over, while it waits or is elsewhere. */
    private boolean isAfterTransfer(WorkView work, InteractionView view) {
        return work.state() == WorkState.WRAP_UP
                && !(view.state() == InteractionState.WRAP_UP && view.offer().equals(Optional.of(work.offer())));
    }

    private void seatIsSound(SeatView seat) {
        Image.SeatMemory memory = known(places, seat.agent());
        holds(!seat.since().isAfter(now), "since of %s", seat);
        holds(seat.state() != SeatState.SIGNED_OUT, "signed out but kept: %s", seat);
        holds(memory.presence() != Presence.SIGNED_OUT, "signed out but kept: %s", memory);
        holds(memory.presence() != Presence.ON_BREAK || seat.works().isEmpty(), "works on a break: %s", seat);
        if (memory.presence() == Presence.ON_BREAK) {
            holds(seat.reason().isPresent(), "reason of %s", seat);
        }
        holds(!seat.works().isEmpty() || !seat.leaving(), "left: %s", seat);
        int undecided = 0;
        for (WorkView work : seat.works()) {
            boolean limited = work.state() != WorkState.ON_CONTACT && work.state() != WorkState.INTERRUPTED;
            holds(work.deadline().isPresent() == limited, "deadline of %s", work);
            work.deadline().ifPresent(at -> holds(at.isAfter(now), "deadline of %s", work));
            holds(work.state() != WorkState.GONE, "gone but kept: %s", work);
            undecided += work.state() == WorkState.OFFERED || work.state() == WorkState.CONNECTING ? 1 : 0;
        }
        holds(undecided <= 1, "%s offers at %s", undecided, seat);
        // What a channel costs may be raised while a seat is full of it.
        if (image.channels().isEmpty()) {
            holds(
                    seat.works().stream().map(WorkView::offer).distinct().count()
                            == seat.works().size(),
                    "one offer twice: %s",
                    seat);
        }
        if (seat.works().size() == 1) {
            holds(unitsTaken(seat) <= ChannelRule.SEAT_UNITS, "capacity of %s", seat);
        }
        seat.availableFrom().ifPresent(at -> holds(at.isAfter(now), "rest of %s", seat));
    }

    private boolean isOfferedWhatInterrupts(SeatView seat, Channel channel) {
        return seat.works().stream()
                .filter(work -> work.state() == WorkState.OFFERED)
                .anyMatch(work -> known(channels, channel).interruptedBy().contains(work.channel()));
    }

    private void nobodyIdleWhileNeeded() {
        for (InteractionView view : interactions.values()) {
            if (view.state() == InteractionState.WAITING && !waitsToBeTaken(view)) {
                seats.values().forEach(seat -> holds(!couldTake(seat, view), "%s waits, %s is idle", view, seat));
            }
        }
    }

    /** What is meant for one agent alone is offered to him even in a pulled queue. */
    private boolean waitsToBeTaken(InteractionView view) {
        return view.channel() == Channel.EMAIL
                && view.waitsFor().isEmpty()
                && known(rules, view.queue()).delivery() == Delivery.PULLED;
    }

    private boolean couldTake(SeatView seat, InteractionView view) {
        Wish wish = known(memories, view.id()).wish();
        if (!isOpen(seat) || wish.never().contains(seat.agent())) {
            return false;
        }
        boolean able =
                view.waitsFor().map(agent -> agent.equals(seat.agent())).orElseGet(() -> seat.meets(view.need()));
        return able && hasRoom(seat, view.channel());
    }

    private boolean isOpen(SeatView seat) {
        return known(places, seat.agent()).presence() == Presence.READY
                && seat.reason().isEmpty()
                && !seat.leaving()
                && seat.availableFrom().isEmpty()
                && seat.works().stream()
                        .noneMatch(work -> work.state() == WorkState.OFFERED || work.state() == WorkState.CONNECTING);
    }

    private boolean hasRoom(SeatView seat, Channel channel) {
        ChannelRule rule = known(channels, channel);
        int limit = seat.abilities().limits().getOrDefault(channel, rule.limit());
        long alike =
                seat.works().stream().filter(work -> work.channel() == channel).count();
        int used = seat.works().stream()
                .filter(work -> work.state() != WorkState.INTERRUPTED)
                .filter(work -> work.state() != WorkState.ON_CONTACT
                        || !known(channels, work.channel()).interruptedBy().contains(channel))
                .mapToInt(work -> known(channels, work.channel()).units())
                .sum();
        return alike < limit && used + rule.units() <= ChannelRule.SEAT_UNITS;
    }

    private void openOffersAreReal() {
        for (Image.ContactMemory memory : image.contacts()) {
            InteractionView view = known(interactions, memory.interaction());
            boolean open = view.state() == InteractionState.OFFERED || view.state() == InteractionState.CONNECTING;
            holds(memory.offer().isPresent() == open, "open offer of %s", view);
            memory.offer().ifPresent(offer -> {
                holds(offer.id().attempt() == memory.attempts(), "attempts of %s", memory);
                holds(Optional.of(offer.id()).equals(view.offer()), "offer of %s", view);
                holds(Optional.of(offer.agent()).equals(view.agent()), "agent of %s", view);
            });
            holds(memory.segment().number() == view.segment(), "segment of %s", view);
            holds(memory.callback().isEmpty() || view.channel() == Channel.CALLBACK, "channel of %s", view);
        }
    }

    /** Within equal rank and need: nobody who waited before this step still waits although he stood ahead of one who was offered. */
    private void offersAreInOrder(List<Output> said) {
        for (Output output : said) {
            // Who helps himself may take any.
            if (output instanceof Output.Offer offer && offer.reason().chosen() != Output.Reason.Chosen.TAKEN) {
                interactions.values().stream()
                        .filter(view -> view.state() == InteractionState.WAITING
                                && view.since().isBefore(now)
                                && isAlike(view, offer))
                        .forEach(view -> holds(!isAhead(view, offer), "%s waits on although ahead of %s", view, offer));
            }
        }
    }

    private void pulledAreNotOffered(List<Output> said) {
        for (Output output : said) {
            if (output instanceof Output.Offer offer && offer.channel() == Channel.EMAIL) {
                boolean pulled = rules.containsKey(offer.queue())
                        && known(rules, offer.queue()).delivery() == Delivery.PULLED;
                boolean taken = offer.reason().chosen() == Output.Reason.Chosen.TAKEN;
                holds(pulled || !taken, "taken from a pushed queue: %s", offer);
                holds(!pulled || taken || offer.reason().preferred(), "offered from a pulled queue: %s", offer);
            }
        }
    }

    private boolean isAlike(InteractionView view, Output.Offer offer) {
        return view.queue().equals(offer.queue())
                && view.channel() == offer.channel()
                && view.need().equals(offer.reason().need())
                && view.waitsFor().isEmpty()
                && !offer.reason().preferred()
                && !known(memories, view.id()).wish().never().contains(offer.agent());
    }

    private static boolean isAhead(InteractionView view, Output.Offer offer) {
        if (view.tier() != offer.reason().tier()) {
            return view.tier() > offer.reason().tier();
        }
        int byRank = view.rank().compareTo(offer.reason().rank());
        return byRank != 0 ? byRank < 0 : view.id().compareTo(offer.id().interaction()) < 0;
    }

    /** What a channel costs may be raised while a seat is full of it, but then nothing more is offered to it. */
    private void offersFitTheirSeats(List<Output> said) {
        for (Output output : said) {
            if (output instanceof Output.Offer offer && seats.containsKey(offer.agent())) {
                SeatView seat = known(seats, offer.agent());
                boolean rings = seat.works().stream()
                        .anyMatch(work -> work.state() == WorkState.OFFERED
                                && work.offer().equals(offer.id()));
                holds(!rings || unitsTaken(seat) <= ChannelRule.SEAT_UNITS, "capacity of %s with %s", seat, offer);
            }
        }
    }

    private int unitsTaken(SeatView seat) {
        int units = 0;
        for (WorkView work : seat.works()) {
            boolean yields = work.state() == WorkState.INTERRUPTED
                    || (work.state() == WorkState.ON_CONTACT && isOfferedWhatInterrupts(seat, work.channel()));
            units += yields ? 0 : known(channels, work.channel()).units();
        }
        return units;
    }

    /** The last thing said of somebody is how he is. */
    private void outputsAreConsistent(List<Output> said) {
        Map<InteractionId, InteractionView> lastSaid = new TreeMap<>();
        for (Output output : said) {
            if (output instanceof Output.InteractionChanged(InteractionView view)) {
                lastSaid.put(view.id(), view);
            }
        }
        lastSaid.forEach((id, view) -> {
            if (view.state() != InteractionState.CLOSED) {
                holds(known(interactions, id).equals(view), "not as it was said: %s", view);
            }
        });
    }

    static <K, V> V known(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key), () -> key + " is not among " + map.keySet());
    }
}
