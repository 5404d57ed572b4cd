package io.ahoy.router.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LostTimeTest {
    /** Readings of the clock may be negative, and run over. */
    private static final long ZERO = Long.MAX_VALUE - Duration.ofSeconds(15).toNanos();

    private final LostTime lost = new LostTime(Duration.ofSeconds(3), Duration.ofSeconds(1), ZERO);

    @Test
    void isGivenBackOnce() {
        assertThat(lost.isSome()).isTrue();
        assertThat(lost.take()).isEqualTo(Duration.ofSeconds(3));
        assertThat(lost.isSome()).isFalse();
        assertThat(lost.take()).isZero();
    }

    @Test
    void aShortPauseIsNobodysMisfortune() {
        lost.notePause(at(1), at(1) + 999_000_000);
        assertThat(lost.take()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatTwoHaveNoticedTogetherCountsOnce() {
        lost.take();
        lost.notePause(at(10), at(20));
        lost.notePause(at(11), at(20));
        assertThat(lost.take()).isEqualTo(Duration.ofSeconds(10));
        lost.notePause(at(8), at(22));
        assertThat(lost.take()).isEqualTo(Duration.ofSeconds(4));
        lost.notePause(at(21), at(25));
        assertThat(lost.take()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void oneAfterTheOtherAddsUp() {
        lost.notePause(at(10), at(12));
        lost.notePause(at(12), at(15));
        lost.note(at(16), at(16) + 1);
        assertThat(lost.take()).isEqualTo(Duration.ofSeconds(8).plusNanos(1));
    }

    private static long at(int seconds) {
        return ZERO + Duration.ofSeconds(seconds).toNanos();
    }
}
