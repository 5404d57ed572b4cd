package io.ahoy.router.acd;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a queue is served, measured where it shows: at its own answers, so that agents who are shared with other queues count for
 * what they really give to this one. Answers of the running window and, the less the further that has come, of the one before it.
 *
 * @param since when the first answer was seen
 * @param windowAt when the running window began
 */
public record Pace(Instant since, Instant windowAt, int answers, int answersBefore) {
    static final Pace UNKNOWN = new Pace(Instant.EPOCH, Instant.EPOCH, 0, 0);
    private static final Duration WINDOW = Duration.ofMinutes(10);
    /** Fewer say nothing. */
    private static final double ANSWERS_MIN = 3;

    boolean isKnown() {
        return answers + answersBefore > 0;
    }

    Pace answered(Instant now) {
        if (!isKnown()) {
            return new Pace(now, now, 1, 0);
        }
        long windows = millis(windowAt, now) / WINDOW.toMillis();
        if (windows == 0) {
            return new Pace(since, windowAt, answers + 1, answersBefore);
        }
        return new Pace(since, windowAt.plus(WINDOW.multipliedBy(windows)), 1, windows == 1 ? answers : 0);
    }

    /** Answers a second; 0 as long as too few have been seen. */
    double perSecond(Instant now) {
        double window = WINDOW.toMillis();
        double gone = millis(windowAt, now) / window;
        double seen = gone < 1 ? answers + answersBefore * (1 - gone) : answers * Math.max(0, 2 - gone);
        if (seen < ANSWERS_MIN) {
            return 0;
        }
        double watched = Math.max(1_000, Math.min(window, millis(since, now)));
        return 1_000 * seen / watched;
    }

    private static long millis(Instant from, Instant to) {
        return to.toEpochMilli() - from.toEpochMilli();
    }
}
