package io.ahoy.crm.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ahoy.crm.casework.CaseClocks.Clock;
import io.ahoy.crm.casework.CaseClocks.Course;
import io.ahoy.crm.casework.CaseClocks.Given;
import io.ahoy.crm.casework.CaseClocks.Pace;
import io.ahoy.crm.casework.CaseClocks.Promises;
import io.ahoy.crm.team.Calendar;
import io.ahoy.crm.team.Titles;
import io.ahoy.crm.team.WorkingTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monday to Friday 08:00–12:00 and 13:00–17:00 in Berlin; 7 December 2026 is a Monday, 25 December a holiday. */
class CaseClocksTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Calendar WEEKDAYS = weekdays(
            Map.of(LocalDate.of(2026, 12, 25), List.of(), LocalDate.of(2026, 12, 24), List.of(span("08:00", "12:00"))));
    private static final WorkingTime OFFICE = new WorkingTime(Optional.of(WEEKDAYS));
    private static final Pace PACE = pace(4, 2, 16);
    private static final Pace URGENT = pace(1, 1, 4);
    private static final Pace SILENT =
            new Pace(new Promises(Optional.empty(), Optional.empty(), Optional.empty(), 0.2), OFFICE);

    @ParameterizedTest
    @CsvSource({
        // within a shift, over lunch, over night, over a week-end, before hours, at the end of a shift, over Christmas
        "2026-12-07T09:00, PT2H,   2026-12-07T11:00",
        "2026-12-07T11:00, PT2H,   2026-12-07T14:00",
        "2026-12-07T16:30, PT1H,   2026-12-08T08:30",
        "2026-12-11T16:00, PT2H,   2026-12-14T09:00",
        "2026-12-07T05:00, PT1H,   2026-12-07T09:00",
        "2026-12-07T12:30, PT1H,   2026-12-07T14:00",
        "2026-12-07T08:00, PT4H,   2026-12-07T12:00",
        "2026-12-07T08:00, PT8H,   2026-12-07T17:00",
        "2026-12-24T11:00, PT2H,   2026-12-28T09:00",
        "2026-12-07T08:00, PT40H,  2026-12-11T17:00",
        "2026-12-07T14:00, PT-2H,  2026-12-07T11:00",
        "2026-12-08T08:30, PT-1H,  2026-12-07T16:30",
        "2026-12-28T09:00, PT-2H,  2026-12-24T11:00",
    })
    void onlyTheCalendarsHoursPass(String from, Duration length, String to) {
        assertThat(OFFICE.after(berlin(from), length)).isEqualTo(berlin(to));
        assertThat(OFFICE.between(berlin(from), berlin(to))).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({
        // 2026-03-29: 02:00 becomes 03:00; 2026-10-25: 03:00 becomes 02:00
        "2026-03-28T23:00, PT3H, 2026-03-29T03:00",
        "2026-10-24T23:00, PT4H, 2026-10-25T02:00",
        "2026-10-24T23:00, PT6H, 2026-10-25T04:00",
    })
    void aClockChangeTakesOrGivesAnHour(String from, Duration length, String to) {
        WorkingTime always =
                new WorkingTime(Optional.of(Calendar.always("always", new Titles("Always", "总是"), BERLIN)));
        Instant end = ZonedDateTime.of(java.time.LocalDateTime.parse(to), BERLIN)
                .withLaterOffsetAtOverlap()
                .toInstant();
        assertThat(always.after(berlin(from), length)).isEqualTo(end);
        assertThat(new WorkingTime(Optional.empty()).after(berlin(from), length))
                .isEqualTo(end);
    }

    @Test
    void hoursThatAClockChangeSkipsNeverCome() {
        Calendar night = new Calendar(
                "night",
                new Titles("Night", "夜"),
                BERLIN,
                new TreeMap<>(Map.of(DayOfWeek.SUNDAY, List.of(span("02:15", "03:00"), span("05:00", "06:00")))),
                new TreeMap<>());
        assertThat(new WorkingTime(Optional.of(night)).after(berlin("2026-03-29T00:00"), Duration.ofMinutes(30)))
                .isEqualTo(berlin("2026-03-29T05:30"));
    }

    @Test
    void aCalendarThatStaysClosedPromisesNothing() {
        Calendar closed = new Calendar("x", new Titles("X", "X"), BERLIN, new TreeMap<>(), new TreeMap<>());
        WorkingTime never = new WorkingTime(Optional.of(closed));
        Pace pace = new Pace(PACE.promises(), never);
        CaseClocks clocks = CaseClocks.begun(pace, berlin("2026-12-07T09:00"));
        assertThat(clocks.due()).contains(WorkingTime.NEVER);
        assertThat(clocks.dueSoon(pace)).contains(WorkingTime.NEVER);
        assertThat(clocks.paused(pace, berlin("2026-12-08T09:00"))
                        .resumed(pace, berlin("2026-12-09T09:00"))
                        .due())
                .contains(WorkingTime.NEVER);
    }

    @Test
    void goingThereAndBackAgreesForAnyHours() {
        Random chance = new Random(7);
        for (int run = 0; run < 2_000; run++) {
            Instant from = berlin("2026-01-01T00:00").plus(Duration.ofMinutes(chance.nextInt(525_600)));
            Duration length = Duration.ofMinutes(1 + chance.nextInt(6_000));
            Instant due = OFFICE.after(from, length);
            assertThat(OFFICE.between(from, due)).as("%s and %s", from, length).isEqualTo(length);
            Instant at = from.plus(Duration.ofMinutes(chance.nextInt(20_000)));
            assertThat(OFFICE.between(from, at).plus(OFFICE.between(at, due)))
                    .as("%s over %s to %s", from, at, due)
                    .isEqualTo(length);
            assertThat(OFFICE.between(at, from))
                    .isEqualTo(OFFICE.between(from, at).negated());
        }
    }

    @Test
    void theFirstClockToRunOutCountsAndWarnsInItsLastFifth() {
        CaseClocks clocks = CaseClocks.begun(PACE, berlin("2026-12-07T10:00"));
        assertThat(clocks.due()).contains(berlin("2026-12-07T15:00"));
        assertThat(clocks.dueSoon(PACE)).contains(berlin("2026-12-07T14:12"));
        CaseClocks answered = clocks.answered(PACE, berlin("2026-12-07T11:00"));
        assertThat(answered.due()).contains(berlin("2026-12-09T10:00"));
        assertThat(answered.dueSoon(PACE)).contains(berlin("2026-12-08T15:48"));
    }

    @Test
    void waitingForTheCustomerStopsTheClocks() {
        CaseClocks clocks =
                CaseClocks.begun(PACE, berlin("2026-12-07T10:00")).answered(PACE, berlin("2026-12-07T10:00"));
        CaseClocks paused = clocks.paused(PACE, berlin("2026-12-07T16:00"));
        assertThat(paused.due()).isEmpty();
        assertThat(paused.solution().orElseThrow().left()).contains(Duration.ofHours(11));
        assertThat(paused.paused(PACE, berlin("2026-12-09T10:00"))).isEqualTo(paused);
        CaseClocks resumed = paused.resumed(PACE, berlin("2026-12-21T09:00"));
        assertThat(resumed.due()).contains(berlin("2026-12-22T12:00"));
        assertThat(resumed.resumed(PACE, berlin("2026-12-22T09:00"))).isEqualTo(resumed);
    }

    @Test
    void whatWasOverdueIsOverdueAgainByAsMuch() {
        CaseClocks clocks = CaseClocks.begun(PACE, berlin("2026-12-07T08:00"));
        CaseClocks paused = clocks.paused(PACE, berlin("2026-12-07T14:00"));
        assertThat(paused.firstAnswer().orElseThrow().left()).contains(Duration.ofHours(-1));
        CaseClocks resumed = paused.resumed(PACE, berlin("2026-12-14T08:30"));
        assertThat(resumed.firstAnswer().orElseThrow().due()).contains(berlin("2026-12-11T16:30"));
    }

    @Test
    void whoComesAgainIsOwedTheNextAnswerOnce() {
        CaseClocks clocks = CaseClocks.begun(PACE, berlin("2026-12-07T08:00"));
        assertThat(clocks.asked(PACE, berlin("2026-12-07T09:00")))
                .as("still owed the first")
                .isEqualTo(clocks);
        CaseClocks asked = clocks.answered(PACE, berlin("2026-12-07T10:00")).asked(PACE, berlin("2026-12-07T16:00"));
        assertThat(asked.nextAnswer().orElseThrow().due()).contains(berlin("2026-12-08T09:00"));
        assertThat(asked.asked(PACE, berlin("2026-12-08T08:30"))).isEqualTo(asked);
        CaseClocks answered = asked.answered(PACE, berlin("2026-12-08T08:30"));
        assertThat(answered.nextAnswer()).isEmpty();
        assertThat(answered.solution()).isEqualTo(clocks.solution());
    }

    @Test
    void whetherAnAnswerCameInTimeIsRemembered() {
        Instant opened = berlin("2026-12-07T08:00");
        CaseClocks late = CaseClocks.begun(PACE, opened).answered(PACE, berlin("2026-12-07T14:00"));
        assertThat(late.firstGiven())
                .contains(new Given(berlin("2026-12-07T14:00"), Duration.ofHours(4), Duration.ofHours(-1)));
        CaseClocks next = late.asked(PACE, berlin("2026-12-07T15:00")).answered(PACE, berlin("2026-12-07T16:30"));
        assertThat(next.firstGiven()).isEqualTo(late.firstGiven());
        assertThat(next.nextGiven())
                .contains(new Given(berlin("2026-12-07T16:30"), Duration.ofHours(2), Duration.ofMinutes(30)));
        assertThat(next.answered(PACE, berlin("2026-12-08T09:00")))
                .as("nothing was owed")
                .isEqualTo(next);
        Course open = new Course(opened, true, true);
        assertThat(next.promised(PACE, URGENT, open, berlin("2026-12-08T09:00")).nextGiven())
                .isEqualTo(next.nextGiven());
        CaseClocks waiting = CaseClocks.begun(PACE, opened).paused(PACE, berlin("2026-12-07T10:00"));
        assertThat(waiting.answered(PACE, berlin("2026-12-11T10:00")).firstGiven())
                .as("the clock stood still")
                .map(Given::left)
                .contains(Duration.ofHours(2));
        assertThat(CaseClocks.begun(SILENT, opened).answered(SILENT, opened).firstGiven())
                .as("nothing was promised")
                .isEmpty();
    }

    @Test
    void anotherPriorityKeepsWhatHasPassed() {
        CaseClocks clocks = CaseClocks.begun(PACE, berlin("2026-12-07T08:00"));
        Course open = new Course(berlin("2026-12-07T08:00"), false, true);
        CaseClocks urgent = clocks.promised(PACE, URGENT, open, berlin("2026-12-07T10:00"));
        assertThat(urgent.firstAnswer().orElseThrow().due()).contains(berlin("2026-12-07T09:00"));
        assertThat(urgent.solution().orElseThrow().due()).contains(berlin("2026-12-07T12:00"));
        assertThat(urgent.promised(URGENT, PACE, open, berlin("2026-12-07T10:00")))
                .isEqualTo(clocks);
        CaseClocks waiting = clocks.paused(PACE, berlin("2026-12-07T10:00"));
        Course stopped = new Course(berlin("2026-12-07T08:00"), false, false);
        CaseClocks still = waiting.promised(PACE, URGENT, stopped, berlin("2026-12-08T10:00"));
        assertThat(still.due()).isEmpty();
        assertThat(still.solution().orElseThrow().left()).contains(Duration.ofHours(2));
    }

    @Test
    void whatWasNotPromisedAtFirstCountsFromTheBeginning() {
        Instant opened = berlin("2026-12-07T08:00");
        CaseClocks silent = CaseClocks.begun(SILENT, opened);
        assertThat(silent.due()).isEmpty();
        CaseClocks urgent =
                silent.promised(SILENT, URGENT, new Course(opened, false, true), berlin("2026-12-07T11:00"));
        assertThat(urgent.firstAnswer().orElseThrow().due()).contains(berlin("2026-12-07T09:00"));
        assertThat(urgent.solution().orElseThrow().due()).contains(berlin("2026-12-07T12:00"));
        CaseClocks answered =
                silent.promised(SILENT, URGENT, new Course(opened, true, true), berlin("2026-12-07T11:00"));
        assertThat(answered.firstAnswer()).isEmpty();
        assertThat(urgent.promised(URGENT, SILENT, new Course(opened, false, true), berlin("2026-12-07T11:00")))
                .isEqualTo(CaseClocks.NONE);
    }

    @Test
    void aClockEitherRunsOrStandsStill() {
        assertThatThrownBy(() -> new Clock(Duration.ofHours(1), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Pace pace(int first, int next, int solution) {
        return new Pace(
                new Promises(
                        Optional.of(Duration.ofHours(first)),
                        Optional.of(Duration.ofHours(next)),
                        Optional.of(Duration.ofHours(solution)),
                        0.2),
                OFFICE);
    }

    private static Calendar weekdays(Map<LocalDate, List<Calendar.Span>> dates) {
        TreeMap<DayOfWeek, List<Calendar.Span>> week = new TreeMap<>();
        for (DayOfWeek day : List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            // Written in the wrong order on purpose: people do.
            week.put(day, List.of(span("13:00", "17:00"), span("08:00", "12:00")));
        }
        return new Calendar("office", new Titles("Office", "办公"), BERLIN, week, new TreeMap<>(dates));
    }

    private static Calendar.Span span(String from, String to) {
        return new Calendar.Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant berlin(String local) {
        return java.time.LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
