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

/** What must be true after every step, whatever happened. Seen from outside, through images and outputs only. */
final class Invariants {
    private final Image image;
    private final Instant now;
    private final Map<InteractionId, InteractionView> interactions;
    private final Map<AgentId, SeatView> seats;
    private final Map<QueueId, QueueRule> rules = new TreeMap<>();

    private Invariants(Image image, Instant now) {
        this.image = image;
        this.now = now;
        this.interactions = image.interactions().stream()
                .collect(Collectors.toMap(InteractionView::id, Function.identity(), Invariants::twice, TreeMap::new));
        this.seats = image.seats().stream()
                .collect(Collectors.toMap(SeatView::agent, Function.identity(), Invariants::twice, TreeMap::new));
        image.closedQueues().forEach(rule -> rules.put(rule.id(), rule));
        image.queues().forEach(rule -> rules.put(rule.id(), rule));
    }

    static void check(Image image, List<Output> said, Instant now) {
        Invariants world = new Invariants(image, now);
        world.interactions.values().forEach(world::interactionIsInOnePlace);
        world.seats.values().forEach(world::seatIsInOnePlace);
        world.nobodyIdleWhileNeeded();
        world.openOffersAreReal();
        world.orderWasKept(said);
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
        SeatState expected = switch (view.state()) {
            case WAITING -> SeatState.READY;
            case OFFERED -> SeatState.OFFERED;
            case CONNECTING -> SeatState.CONNECTING;
            case ACTIVE -> SeatState.ON_CONTACT;
            case WRAP_UP -> SeatState.WRAP_UP;
            case CLOSED -> throw new AssertionError("closed but kept: " + view);
        };
        if (view.state() == InteractionState.WAITING) {
            assertThat(view.agent()).as("agent of waiting %s", view).isEmpty();
            assertThat(view.offer()).as("offer of waiting %s", view).isEmpty();
            return;
        }
        assertThat(view.agent()).as("agent of %s", view).isPresent();
        SeatView seat = known(seats, view.agent().get());
        assertThat(seat.interaction()).as("%s at %s", view, seat).contains(view.id());
        assertThat(seat.state()).as("%s at %s", view, seat).isEqualTo(expected);
        assertThat(seat.offer()).isEqualTo(view.offer());
        assertThat(seat.queue()).contains(view.queue());
    }

    private void seatIsInOnePlace(SeatView seat) {
        boolean limited = switch (seat.state()) {
            case OFFERED, CONNECTING, WRAP_UP -> true;
            case READY, ON_BREAK, ON_CONTACT -> false;
            case SIGNED_OUT -> throw new AssertionError("signed out but kept: " + seat);
        };
        assertThat(seat.deadline().isPresent()).as("deadline of %s", seat).isEqualTo(limited);
        seat.deadline()
                .ifPresent(at -> assertThat(at).as("deadline of %s", seat).isAfter(now));
        seat.availableFrom()
                .ifPresent(at -> assertThat(at).as("rest of %s", seat).isAfter(now));
        assertThat(seat.since()).isBeforeOrEqualTo(now);
        boolean occupied = limited || seat.state() == SeatState.ON_CONTACT;
        assertThat(seat.interaction().isPresent()).as("work of %s", seat).isEqualTo(occupied);
        if (seat.state() == SeatState.ON_BREAK) {
            assertThat(seat.reason()).as("reason of %s", seat).isPresent();
        }
        if (occupied && seat.state() != SeatState.WRAP_UP) {
            InteractionView work = known(interactions, seat.interaction().orElseThrow());
            assertThat(work.agent()).contains(seat.agent());
        }
    }

    private void nobodyIdleWhileNeeded() {
        for (InteractionView view : waiting()) {
            SkillId skill = known(rules, view.queue()).skill();
            assertThat(seats.values())
                    .as("%s waits for %s", view, skill)
                    .noneMatch(seat -> isIdle(seat) && seat.skills().contains(skill));
        }
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
        }
    }

    /** Whoever was offered stood before all who still wait for the same agent, and the agent was the longest idle. */
    private void orderWasKept(List<Output> said) {
        for (int i = 0; i < said.size(); i++) {
            if (said.get(i) instanceof Output.Offer offer
                    && interactions.containsKey(offer.id().interaction())) {
                // Several deadlines may be over at one moment: who came back to the line after this offer does not
                // count.
                List<Output> after = said.subList(i + 1, said.size());
                offeredWasFirst(offer, after);
                seatWasLongestIdle(offer, after);
            }
        }
    }

    private void offeredWasFirst(Output.Offer offer, List<Output> after) {
        InteractionView offered = known(interactions, offer.id().interaction());
        SeatView seat = known(seats, offer.agent());
        for (InteractionView other : waiting()) {
            boolean qualified =
                    seat.skills().contains(known(rules, other.queue()).skill());
            if (qualified && !after.contains(new Output.InteractionChanged(other))) {
                assertThat(isBefore(offered, other))
                        .as("%s before %s", offered, other)
                        .isTrue();
            }
        }
    }

    private void seatWasLongestIdle(Output.Offer offer, List<Output> after) {
        Instant idleSince = offer.reason().seatIdleSince().orElseThrow();
        for (Image.SeatMemory memory : image.places()) {
            SeatView seat = known(seats, memory.agent());
            boolean qualified =
                    isIdle(seat) && seat.skills().contains(offer.reason().skill());
            if (qualified && !after.contains(new Output.SeatChanged(seat))) {
                assertThat(memory.idleSince())
                        .as("idle %s, offered to %s", seat, offer)
                        .isAfterOrEqualTo(idleSince);
            }
        }
    }

    private static boolean isBefore(InteractionView one, InteractionView other) {
        int byRank = one.rank().compareTo(other.rank());
        return byRank < 0 || (byRank == 0 && one.id().compareTo(other.id()) < 0);
    }

    private static boolean isIdle(SeatView seat) {
        return seat.state() == SeatState.READY && seat.availableFrom().isEmpty();
    }

    static <K, V> V known(Map<K, V> map, K key) {
        assertThat(map).containsKey(key);
        return Objects.requireNonNull(map.get(key));
    }

    private List<InteractionView> waiting() {
        return interactions.values().stream()
                .filter(view -> view.state() == InteractionState.WAITING)
                .toList();
    }
}
