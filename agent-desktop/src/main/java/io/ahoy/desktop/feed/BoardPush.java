package io.ahoy.desktop.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Decides when the board goes out: soon after a change, never more than four times a second, and only while somebody watches.
 * A change of figures waits a moment, so that the history has written it and one picture carries both. Runs on the feed's thread.
 */
final class BoardPush {
    private static final Duration GAP = Duration.ofMillis(250);
    private static final Duration UNTIL_WRITTEN = Duration.ofMillis(40);
    private static final Duration UNTIL_READ = Duration.ofMillis(60);
    /** Reading the figures may use so much of the time: one part in this many. */
    private static final int READING_SHARE = 10;

    private final FiguresToday figures;
    private final Runnable push;
    private final InstantSource clock;
    private final ScheduledExecutorService thread;
    private Instant pushedAt = Instant.EPOCH;
    private Instant figuresAt = Instant.EPOCH;
    private boolean scheduled;
    private boolean figuresChanged;

    BoardPush(FiguresToday figures, Runnable push, InstantSource clock, ScheduledExecutorService thread) {
        this.figures = figures;
        this.push = push;
        this.clock = clock;
        this.thread = thread;
    }

    void changed(boolean figuresToo) {
        Instant now = clock.instant();
        if (figuresToo && mayReadFigures(now)) {
            figuresAt = now;
            after(UNTIL_WRITTEN, figures::read);
        } else if (figuresToo) {
            figuresChanged = true;
        }
        if (!scheduled) {
            Duration lead = figuresToo ? UNTIL_WRITTEN.plus(UNTIL_READ) : Duration.ZERO;
            schedule(now, latest(pushedAt.plus(GAP), now.plus(lead)));
        }
    }

    private boolean mayReadFigures(Instant now) {
        Duration pause = figures.snapshot().took().multipliedBy(READING_SHARE);
        return !now.isBefore(figuresAt.plus(pause.compareTo(GAP) > 0 ? pause : GAP));
    }

    private void schedule(Instant now, Instant at) {
        scheduled = true;
        after(Duration.between(now, at), () -> {
            scheduled = false;
            pushedAt = clock.instant();
            push.run();
            if (figuresChanged) {
                figuresChanged = false;
                changed(true);
            }
        });
    }

    private void after(Duration delay, Runnable work) {
        thread.schedule(work, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
