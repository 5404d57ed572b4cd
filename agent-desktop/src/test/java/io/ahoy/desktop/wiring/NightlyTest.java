package io.ahoy.desktop.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class NightlyTest {
    @Test
    void theNextNightIsTodaysOrTomorrows() {
        assertThat(until("2026-11-22T02:00+01:00[Europe/Berlin]")).isEqualTo(Duration.ofHours(1));
        assertThat(until("2026-11-22T03:00+01:00[Europe/Berlin]")).isEqualTo(Duration.ofDays(1));
        assertThat(until("2026-11-22T04:00+01:00[Europe/Berlin]")).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void aNightInWhichTheClockIsChangedIsShorterOrLonger() {
        assertThat(until("2026-03-28T03:00+01:00[Europe/Berlin]")).isEqualTo(Duration.ofHours(23));
        assertThat(until("2026-10-24T03:00+02:00[Europe/Berlin]")).isEqualTo(Duration.ofHours(25));
    }

    private static Duration until(String now) {
        return Nightly.untilNext(ZonedDateTime.parse(now));
    }
}
