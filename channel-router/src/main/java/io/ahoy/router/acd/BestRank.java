package io.ahoy.router.acd;

/** The longest waiting over all his queues, head starts included. */
public record BestRank() implements QueueChoice {
    public static final BestRank INSTANCE = new BestRank();

    @Override
    public long precedence(QueueId queue, long passed) {
        return 0;
    }
}
