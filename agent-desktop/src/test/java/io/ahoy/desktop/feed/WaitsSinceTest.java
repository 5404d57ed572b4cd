package io.ahoy.desktop.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.team.Calendar;
import io.ahoy.crm.team.Titles;
import io.ahoy.crm.team.WorkingTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The board's oldest wait, of queues that are open on Mondays from nine to six. */
class WaitsSinceTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant TEN = MONDAY.plus(Duration.ofHours(10));

    private final FiguresToday.Snapshot figures = new FiguresToday.Snapshot(
            Map.of(), Map.of(), Map.of("mail", new WorkingTime(Optional.of(mondays()))), Duration.ZERO);

    @Test
    void onlyTheHoursAreShownAsWaited() {
        assertThat(figures.waitsSince("mail", MONDAY, TEN)).isEqualTo(TEN.minus(Duration.ofHours(1)));
        Instant night = MONDAY.plus(Duration.ofHours(23));
        assertThat(figures.waitsSince("mail", MONDAY, night)).isEqualTo(night.minus(Duration.ofHours(9)));
    }

    @Test
    void othersWaitByTheClock() {
        assertThat(figures.waitsSince("voice", MONDAY, TEN)).isEqualTo(MONDAY);
    }

    /** The router may have stamped it a moment later than the board looks. */
    @Test
    void nobodyWaitsBeforeHeCame() {
        assertThat(figures.waitsSince("mail", TEN, MONDAY)).isEqualTo(TEN);
    }

    private static Calendar mondays() {
        Calendar.Span day = new Calendar.Span(LocalTime.of(9, 0), LocalTime.of(18, 0));
        return new Calendar(
                "mondays",
                new Titles("M", "M"),
                ZoneOffset.UTC,
                new TreeMap<>(Map.of(DayOfWeek.MONDAY, List.of(day))),
                Collections.emptySortedMap());
    }
}
