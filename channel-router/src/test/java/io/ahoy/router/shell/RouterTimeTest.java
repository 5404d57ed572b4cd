package io.ahoy.router.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouterTimeTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final AtomicReference<Instant> clock = new AtomicReference<>(START);
    /** As good a zero as any. */
    private final AtomicLong ruler = new AtomicLong(Long.MAX_VALUE - 1_000);

    private final RouterTime time = RouterTime.of(clock::get, ruler::get);

    @BeforeEach
    void begin() {
        time.notBefore(Instant.EPOCH);
    }

    @Test
    void isTheClocksWhileNobodySetsIt() {
        pass(Duration.ofHours(10));
        assertThat(time.now()).isEqualTo(START.plus(Duration.ofHours(10)));
        assertThat(time.takeLeap()).isZero();
    }

    @Test
    void tellsOnceByHowMuchTheClockWasSetForward() {
        pass(Duration.ofSeconds(5));
        set(Duration.ofHours(1));
        assertThat(time.now()).isEqualTo(START.plusSeconds(3_605));
        assertThat(time.takeLeap()).isEqualTo(Duration.ofHours(1));
        assertThat(time.takeLeap()).isZero();
    }

    @Test
    void aCorrectionOfASecondIsNoLeap() {
        set(Duration.ofSeconds(1));
        assertThat(time.now()).isEqualTo(START.plusSeconds(1));
        assertThat(time.takeLeap()).isZero();
    }

    @Test
    void goesOnByNineTenthsUntilAClockThatWasSetBackHasCaughtUp() {
        set(Duration.ofMinutes(-1));
        assertThat(time.now()).isEqualTo(START);
        // However often it is read.
        for (int i = 0; i < 1_000; i++) {
            pass(Duration.ofMillis(1));
            time.now();
        }
        assertThat(time.now()).isEqualTo(START.plusMillis(900));
        pass(Duration.ofMinutes(10));
        assertThat(time.now()).isEqualTo(clock.get());
        assertThat(time.takeLeap()).isZero();
    }

    @Test
    void beginsNoEarlierThanWhatWasDecidedBefore() {
        time.notBefore(START.plusSeconds(30));
        assertThat(time.now()).isEqualTo(START.plusSeconds(30));
        pass(Duration.ofSeconds(10));
        assertThat(time.now()).isEqualTo(START.plusSeconds(39));
    }

    @Test
    void aVirtualClockLeapsAsItLikes() {
        RouterTime virtual = RouterTime.virtual(clock::get);
        virtual.notBefore(START);
        set(Duration.ofDays(3));
        assertThat(virtual.now()).isEqualTo(START.plus(Duration.ofDays(3)));
        assertThat(virtual.takeLeap()).isZero();
    }

    private void pass(Duration passed) {
        ruler.addAndGet(passed.toNanos());
        set(passed);
    }

    private void set(Duration by) {
        clock.updateAndGet(at -> at.plus(by));
    }
}
