package io.ahoy.router.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WorkdayTest {
    @Test
    void goesFromMidnightToMidnightOfTheZone() {
        // Clocks are put forward that night, so that the day has 23 hours.
        Workday day = Workday.of(Instant.parse("2026-03-29T12:00:00Z"), ZoneId.of("Europe/Berlin"));
        assertThat(Instant.ofEpochMilli(day.beginsMillis())).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(Duration.ofMillis(day.endsMillis() - day.beginsMillis())).isEqualTo(Duration.ofHours(23));
        assertThat(day.holds(Instant.parse("2026-03-28T23:00:00Z"))).isTrue();
        assertThat(day.holds(Instant.parse("2026-03-29T22:00:00Z"))).isFalse();
        assertThat(day.holds(Instant.parse("2026-03-28T22:59:59.999Z"))).isFalse();
    }
}
