package io.ahoy.crm.team;

import java.time.Duration;

/**
 * Against other queues.
 *
 * @param tier a higher one beats any wait
 * @param headStart counts as if the customer had come so much earlier
 * @param weight its share of agents who are served by {@link QueueChoice.WeightedShare}
 */
public record Priority(int tier, Duration headStart, int weight) {
    public static final Priority NORMAL = new Priority(0, Duration.ZERO, 1);
}
