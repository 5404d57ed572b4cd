package io.ahoy.router.acd;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a queue is served, measured where it shows: at its own answers, so that agents who are shared with other queues count for
 * what they really give to this one. Older answers weigh less and less (exponentially, with {@link #MEMORY}).
 *
 * @param answers weighted, as of {@code at}
 * @param since when the first was seen
 */
public record Pace(double answers, Instant since, Instant at) {
    static final Pace UNKNOWN = new Pace(0, Instant.EPOCH, Instant.EPOCH);
    private static final Duration MEMORY = Duration.ofMinutes(15);
    /** Fewer say nothing. */
    private static final double ANSWERS_MIN = 3;

    Pace answered(Instant now) {
        return answers == 0 ? new Pace(1, now, now) : new Pace(answers * weightAt(now) + 1, since, now);
    }

    /** Answers a second; 0 as long as too few have been seen. */
    double perSecond(Instant now) {
        double seen = answers * weightAt(now);
        if (seen < ANSWERS_MIN) {
            return 0;
        }
        double memory = seconds(MEMORY);
        double remembered = memory * (1 - StrictMath.exp(-seconds(Duration.between(since, now)) / memory));
        return seen / Math.max(1, remembered);
    }

    private double weightAt(Instant now) {
        return StrictMath.exp(-seconds(Duration.between(at, now)) / seconds(MEMORY));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }
}
