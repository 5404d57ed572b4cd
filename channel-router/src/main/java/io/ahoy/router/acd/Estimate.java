package io.ahoy.router.acd;

import java.time.Duration;
import java.util.Optional;

/**
 * How long an interaction will still wait: with a chance of 80 % between these.
 *
 * @param position in its queue, from 1
 * @param cause why it is more than what was told before, if it is
 */
public record Estimate(int position, Duration low, Duration high, Optional<Cause> cause) {
    /** Why a wait grew. */
    public enum Cause {
        /** Somebody with a higher rank came. */
        OVERTAKEN,
        FEWER_AGENTS,
        /** Conversations take longer, or agents serve other queues. */
        SLOWER
    }

    public Duration middle() {
        return low.plus(high).dividedBy(2);
    }
}
