package io.ahoy.desktop.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Decides when the board goes out: at once after a change, then about four times a second while changes go on, and only while somebody
 * watches. Figures are read a moment after their change, when the history has written it, and come with the next picture. Runs on the
 * feed's thread.
 */
final class BoardPush {
    /** Leaves some of the 250 ms within which an event is to be seen for the way to the screen. */
    private static final Duration GAP = Duration.ofMillis(220);

    private static final Duration UNTIL_WRITTEN = Duration.ofMillis(40);
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
            schedule(now, latest(pushedAt.plus(GAP), now));
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
