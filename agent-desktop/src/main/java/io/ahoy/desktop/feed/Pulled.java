package io.ahoy.desktop.feed;

import io.ahoy.crm.team.Delivery;
import io.ahoy.crm.team.Queue;
import io.ahoy.desktop.feed.Frame.PulledQueue;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.acd.SkillNeed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The mails that wait until an agent takes one himself, as they stand at one moment. */
public final class Pulled {
    private final List<Queue> queues;
    private final List<InteractionView> waiting;

    private Pulled(List<Queue> queues, List<InteractionView> waiting) {
        this.queues = queues;
        this.waiting = waiting;
    }

    public static Pulled of(Picture picture, Roster roster) {
        List<Queue> queues = roster.queues().stream()
                .filter(queue -> queue.delivery() == Delivery.PULLED)
                .toList();
        Set<String> ids = queues.stream().map(Queue::id).collect(Collectors.toSet());
        // Few centres have such a queue, and thousands may wait in the others.
        List<InteractionView> waiting = ids.isEmpty()
                ? List.of()
                : picture.waiting().stream()
                        .filter(view -> view.channel() == Channel.EMAIL
                                && view.state() == InteractionState.WAITING
                                && ids.contains(view.queue().value()))
                        .toList();
        return new Pulled(queues, waiting);
    }

    /** Those that he may take by now, in the order of the line. */
    public List<InteractionView> whatMayTake(SeatView seat) {
        return waiting.stream().filter(view -> Kind.of(view).isFor(seat)).toList();
    }

    /** How many wait for whom: as many agents ask as there are, so nobody looks at each mail. */
    Counts counts() {
        Map<Kind, Count> counts = new HashMap<>();
        waiting.forEach(view -> counts.merge(Kind.of(view), Count.of(view), Count::and));
        return new Counts(queues, counts);
    }

    /** Whoever may take one of these may take each. */
    private record Kind(String queue, SkillNeed need, Optional<AgentId> waitsFor, Set<AgentId> never) {
        static Kind of(InteractionView view) {
            return new Kind(view.queue().value(), view.need(), view.waitsFor(), view.never());
        }

        boolean isFor(SeatView seat) {
            return !never.contains(seat.agent())
                    && waitsFor.map(seat.agent()::equals).orElseGet(() -> seat.meets(need));
        }
    }

    /** @param which a sum of their ids: it tells as many others from them */
    private record Count(int waiting, Instant oldest, long which) {
        static Count of(InteractionView view) {
            return new Count(1, view.enteredAt(), view.id().hashCode());
        }

        Count and(Count other) {
            Instant first = oldest.isBefore(other.oldest) ? oldest : other.oldest;
            return new Count(waiting + other.waiting, first, which + other.which);
        }
    }

    record Counts(List<Queue> queues, Map<Kind, Count> counts) {
        /** In the queues that he serves, whether something waits there or not. */
        Told forSeat(SeatView seat) {
            List<PulledQueue> rows = queues.stream()
                    .filter(queue -> seat.meets(BoardView.widestNeed(queue)))
                    .map(queue -> row(queue, of(seat, queue)))
                    .toList();
            long which = queues.stream()
                    .flatMap(queue -> of(seat, queue).stream())
                    .mapToLong(Count::which)
                    .sum();
            return new Told(rows, which);
        }

        private static PulledQueue row(Queue queue, Optional<Count> count) {
            return new PulledQueue(
                    queue.id(), queue.title(), count.map(Count::waiting).orElse(0), count.map(Count::oldest));
        }

        private Optional<Count> of(SeatView seat, Queue queue) {
            return counts.entrySet().stream()
                    .filter(one -> one.getKey().queue().equals(queue.id())
                            && one.getKey().isFor(seat))
                    .map(Map.Entry::getValue)
                    .reduce(Count::and);
        }
    }

    /** What an agent was told, and of which mails that was true. */
    record Told(List<PulledQueue> queues, long which) {
        static final Told NOTHING = new Told(List.of(), 0);
    }
}
