package io.ahoy.router.shell;

import java.time.Duration;

/**
 * Time in which nobody could be heard, which every deadline is given back. What two threads have noticed together counts once. Safe for
 * use by several threads.
 */
final class LostTime {
    private final long pauseMinNanos;
    private long lostNanos;
    private long lastFrom;
    private long lastTo;

    /**
     * @param pauseMin a shorter one is nobody's misfortune
     * @param now a reading of {@link System#nanoTime()}, as all that follow
     */
    LostTime(Duration before, Duration pauseMin, long now) {
        pauseMinNanos = pauseMin.toNanos();
        lostNanos = before.toNanos();
        lastFrom = now;
        lastTo = now;
    }

    /** Nothing if it was too short to matter. */
    void notePause(long fromNanos, long toNanos) {
        if (isPause(fromNanos, toNanos)) {
            note(fromNanos, toNanos);
        }
    }

    boolean isPause(long fromNanos, long toNanos) {
        return toNanos - fromNanos >= pauseMinNanos;
    }

    synchronized void note(long fromNanos, long toNanos) {
        // By differences only: these readings have no zero.
        long overlap = Math.min(toNanos - fromNanos, Math.min(toNanos - lastFrom, lastTo - fromNanos));
        if (overlap <= 0) {
            lostNanos += Math.max(0, toNanos - fromNanos);
            lastFrom = fromNanos;
            lastTo = toNanos;
            return;
        }
        long earlier = Math.max(0, lastFrom - fromNanos);
        long later = Math.max(0, toNanos - lastTo);
        lostNanos += earlier + later;
        lastFrom -= earlier;
        lastTo += later;
    }

    synchronized boolean isSome() {
        return lostNanos > 0;
    }

    /** From now on none is. */
    synchronized Duration take() {
        Duration lost = Duration.ofNanos(lostNanos);
        lostNanos = 0;
        return lost;
    }
}
