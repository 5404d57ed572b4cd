package io.ahoy.router.acd;

import java.util.List;

/** The queues in the agent's own order; those he does not name come last, by rank. */
public record OwnOrder(List<QueueId> queues) implements QueueChoice {
    public OwnOrder {
        queues = List.copyOf(queues);
    }

    @Override
    public long precedence(QueueId queue, long passed) {
        int place = queues.indexOf(queue);
        return place < 0 ? queues.size() : place;
    }
}
