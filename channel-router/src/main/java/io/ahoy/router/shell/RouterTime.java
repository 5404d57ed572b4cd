package io.ahoy.router.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The router's time: what the clock shows, but it never goes back. Clocks are set: somebody corrects them, or a machine wakes up. Set
 * back, the router's time goes on a little slower until the clock has caught up, so that nothing stands still meanwhile; set forward, it
 * follows, and tells by how much, so that no offer has run out by that. Used by one thread.
 */
public final class RouterTime {
    /** A difference between two clocks that says nothing. */
    private static final Duration LEAP_MIN = Duration.ofSeconds(2);
    /** Of the ruler; the router's time goes on by nine tenths of it while the clock is behind. */
    private static final long STRIDE_MILLIS = 10;

    private static final long NANOS_OF_MILLI = 1_000_000;

    private final InstantSource clock;
    private final LongSupplier ruler;
    private Instant now;
    /** What the ruler showed when it was now. */
    private long nanos;

    private Duration leapt = Duration.ZERO;

    private RouterTime(InstantSource clock, LongSupplier ruler) {
        this.clock = clock;
        this.ruler = ruler;
        this.now = Instant.MIN;
    }

    /** Of this machine. */
    public static RouterTime system() {
        return of(InstantSource.system(), System::nanoTime);
    }

    /**
     * @param clock shows the time of day, and may be set
     * @param ruler nanoseconds from any zero, as {@link System#nanoTime()}: nobody sets it
     */
    public static RouterTime of(InstantSource clock, LongSupplier ruler) {
        return new RouterTime(clock, ruler);
    }

    /** A clock that is never set but moves as it likes, as in a simulation. */
    public static RouterTime virtual(InstantSource clock) {
        return of(clock, () -> clock.instant().toEpochMilli() * NANOS_OF_MILLI);
    }

    /** What was decided before is never later than what is decided now. */
    void notBefore(Instant last) {
        nanos = ruler.getAsLong();
        Instant read = read();
        now = read.isAfter(last) ? read : last;
    }

    /** In whole milliseconds, which is what the database keeps. */
    Instant now() {
        long ruled = ruler.getAsLong();
        Instant read = read();
        Duration passed = Duration.ofNanos(Math.max(0, ruled - nanos));
        if (read.isBefore(now)) {
            long strides = passed.toMillis() / STRIDE_MILLIS;
            now = now.plusMillis(strides * (STRIDE_MILLIS - 1));
            nanos += strides * STRIDE_MILLIS * NANOS_OF_MILLI;
            return now;
        }
        Duration ahead = Duration.between(now.plus(passed), read);
        if (ahead.compareTo(LEAP_MIN) > 0) {
            leapt = leapt.plus(ahead);
        }
        now = read;
        nanos = ruled;
        return now;
    }

    /** By how much the clock was set forward since this was last asked. */
    Duration takeLeap() {
        Duration all = leapt;
        leapt = Duration.ZERO;
        return all;
    }

    private Instant read() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
