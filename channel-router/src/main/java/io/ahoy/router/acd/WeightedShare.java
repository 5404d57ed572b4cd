package io.ahoy.router.acd;

/** Queues in proportion to their weights, as far as somebody waits in them: the one that is furthest behind its share. */
public record WeightedShare() implements QueueChoice {
    @Override
    public long precedence(QueueId queue, long passed) {
        return passed;
    }
}
