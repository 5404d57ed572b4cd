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
        world.outputsAreConsistent(said);
    }

    static void restoresItself(Image image) {
        assertThat(Acd.of(image).image()).as("an image restores itself").isEqualTo(image);
    }

    private static <T> T twice(T one, T other) {
        throw new AssertionError("in two places: " + one + " and " + other);
    }

    private void interactionIsInOnePlace(InteractionView view) {
        assertThat(rules).as("rule of %s", view).containsKey(view.queue());
        assertThat(view.since()).isBeforeOrEqualTo(now);
        long seatsOnIt = seats.values().stream()
                .flatMap(seat -> seat.works().stream())
                .filter(work -> work.interaction().equals(view.id()) && !isAfterTransfer(work, view))
                .count();
        switch (view.state()) {
            case WAITING, SCHEDULED -> {
                assertThat(view.agent()).as("agent of %s", view).isEmpty();
                assertThat(view.offer()).as("offer of %s", view).isEmpty();
                assertThat(seatsOnIt).as("seats on %s", view).isZero();
                if (view.state() == InteractionState.SCHEDULED) {
                    assertThat(view.due()).as("due of %s", view).isPresent();
                }
                return;
            }
            case CLOSED -> throw new AssertionError("closed but kept: " + view);
            case OFFERED, CONNECTING, ACTIVE, INTERRUPTED, WRAP_UP ->
                assertThat(seatsOnIt).as("seats on %s", view).isEqualTo(1);
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
        assertThat(work.state()).as("%s at %s", view, seat).isEqualTo(expected);
        assertThat(Optional.of(work.offer())).isEqualTo(view.offer());
        assertThat(work.queue()).isEqualTo(view.queue());
    }

    /** He writes about a part of it that is over, while it waits or is elsewhere. */
    private boolean isAfterTransfer(WorkView work, InteractionView view) {
        return work.state() == WorkState.WRAP_UP
                && !(view.state() == InteractionState.WRAP_UP && view.offer().equals(Optional.of(work.offer())));
    }

    private void seatIsSound(SeatView seat) {
        Image.SeatMemory memory = known(places, seat.agent());
        assertThat(seat.since()).isBeforeOrEqualTo(now);
        assertThat(seat.state()).isNotEqualTo(SeatState.SIGNED_OUT);
        assertThat(memory.presence()).isNotEqualTo(Presence.SIGNED_OUT);
        assertThat(memory.presence() == Presence.ON_BREAK && !seat.works().isEmpty())
                .as("works on a break: %s", seat)
                .isFalse();
        if (memory.presence() == Presence.ON_BREAK) {
            assertThat(seat.reason()).as("reason of %s", seat).isPresent();
        }
        assertThat(seat.works().isEmpty() && seat.leaving())
                .as("left: %s", seat)
                .isFalse();
        int units = 0;
        int undecided = 0;
        for (WorkView work : seat.works()) {
            boolean limited = work.state() != WorkState.ON_CONTACT && work.state() != WorkState.INTERRUPTED;
            assertThat(work.deadline().isPresent()).as("deadline of %s", work).isEqualTo(limited);
            work.deadline()
                    .ifPresent(at -> assertThat(at).as("deadline of %s", work).isAfter(now));
            assertThat(work.state()).isNotEqualTo(WorkState.GONE);
            undecided += work.state() == WorkState.OFFERED || work.state() == WorkState.CONNECTING ? 1 : 0;
            boolean yields = work.state() == WorkState.INTERRUPTED
                    || (work.state() == WorkState.ON_CONTACT && isOfferedWhatInterrupts(seat, work.channel()));
            units += yields ? 0 : known(channels, work.channel()).units();
        }
        assertThat(undecided).as("offers at %s", seat).isLessThanOrEqualTo(1);
        // What a channel costs may be raised while a seat is full of it.
        if (image.channels().isEmpty()) {
            assertThat(seat.works().stream().map(WorkView::offer).distinct().count())
                    .isEqualTo(seat.works().size());
        }
        if (seat.works().size() == 1) {
            assertThat(units).as("capacity of %s", seat).isLessThanOrEqualTo(ChannelRule.SEAT_UNITS);
        }
        seat.availableFrom()
                .ifPresent(at -> assertThat(at).as("rest of %s", seat).isAfter(now));
    }

    private boolean isOfferedWhatInterrupts(SeatView seat, Channel channel) {
        return seat.works().stream()
                .filter(work -> work.state() == WorkState.OFFERED)
                .anyMatch(work -> known(channels, channel).interruptedBy().contains(work.channel()));
    }

    private void nobodyIdleWhileNeeded() {
        for (InteractionView view : interactions.values()) {
            if (view.state() == InteractionState.WAITING) {
                assertThat(seats.values()).as("%s waits", view).noneMatch(seat -> couldTake(seat, view));
            }
        }
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
            assertThat(memory.offer().isPresent()).as("open offer of %s", view).isEqualTo(open);
            memory.offer().ifPresent(offer -> {
                assertThat(offer.id().attempt()).isEqualTo(memory.attempts());
                assertThat(Optional.of(offer.id())).isEqualTo(view.offer());
                assertThat(Optional.of(offer.agent())).isEqualTo(view.agent());
            });
            assertThat(memory.segment().number()).isEqualTo(view.segment());
            memory.callback().ifPresent(plan -> assertThat(view.channel()).isEqualTo(Channel.CALLBACK));
        }
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
                assertThat(known(interactions, id)).isEqualTo(view);
            }
        });
    }

    static <K, V> V known(Map<K, V> map, K key) {
        assertThat(map).containsKey(key);
        return Objects.requireNonNull(map.get(key));
    }
}
