package io.ahoy.router.acd;

/**
 * From which of his queues a freed agent is given the next interaction. A higher tier always goes first; then the smallest
 * precedence of the queue; then the rank.
 */
public sealed interface QueueChoice permits BestRank, OwnOrder, WeightedShare {
    /** @param passed how far the queue has come with its share */
    long precedence(QueueId queue, long passed);
}
