package io.ahoy.crm.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.Queue;
import io.ahoy.crm.team.Team;
import io.ahoy.crm.team.Titles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** METRICS.md against tables computed by hand. T is 20 s and S is 5 s. */
@ExtendWith(TestDatabase.class)
class FiguresTest {
    private record Promise(Duration low, Duration high) {}

    /** Of the segments that are saved from now on. */
    private Optional<Promise> promise = Optional.empty();

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:30Z");
    private static final UUID AGENT = UUID.randomUUID();

    private final Db db;
    private final History history;
    private final Figures figures;

    FiguresTest(Db db) {
        this.db = db;
        this.history = new History(db);
        this.figures = new Figures(db);
    }

    @BeforeEach
    void twoQueuesWithoutSegments() throws Exception {
        Team team = new Team(db);
        if (team.queues().isEmpty()) {
            team.addQueue(queue("sales"));
            team.addQueue(queue("support"));
        }
        try (var connection = db.connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM segment");
            connection.commit();
        }
    }

    @Test
    void whatAnAgentWroteOfHisOwnAccordWaitedForNobody() {
        UUID mail = UUID.randomUUID();
        history.written(
                new NewContact(
                        mail,
                        "EMAIL",
                        "us@shop.example",
                        false,
                        Optional.empty(),
                        "ada@one.example",
                        Optional.empty(),
                        NOW),
                "sales",
                AGENT);
        answered("sales", "09:00:00", 10_000, 100_000, 20_000);
        assertThat(today("sales").offered()).isEqualTo(1);
        Contact contact = history.contact(mail).orElseThrow();
        assertThat(contact.state()).isEqualTo("CLOSED");
        assertThat(contact.segments().getFirst().outcome()).isEqualTo("WRITTEN");
    }

    @Test
    void everyFigureOfADay() {
        answered("sales", "09:00:00", 10_000, 100_000, 20_000);
        answered("sales", "09:10:00", 20_000, 60_000, 0);
        answered("sales", "09:20:00", 20_001, 30_000, -1);
        talking("sales", "11:59:00", 3_000);
        abandoned("sales", "10:00:00", 4_999);
        abandoned("sales", "10:01:00", 5_000);
        abandoned("sales", "10:02:00", 90_000);
        flowedOut("sales", "10:30:00", 19_999);
        flowedOut("sales", "10:31:00", 20_000);
        waiting("sales", NOW.minusMillis(19_999));
        waiting("sales", NOW.minusMillis(20_000));

        QueueFigures sales = today("sales");
        assertThat(sales)
                .isEqualTo(new QueueFigures(
                        11,
                        4,
                        3,
                        3,
                        1,
                        2,
                        1,
                        2,
                        1,
                        Duration.ofMillis(10_000 + 20_000 + 20_001 + 3_000),
                        Duration.ofSeconds(90),
                        Optional.of(Duration.ofSeconds(20)),
                        2,
                        Duration.ofSeconds(120 + 60),
                        Duration.ofSeconds(20),
                        EstimateFigures.NONE));
        // 3 ÷ (11 − 1 − 1 − 1)
        assertThat(sales.serviceLevel()).hasValue(0.375);
        assertThat(sales.abandonRate().orElseThrow()).isEqualTo(3.0 / 11, within(1e-12));
        assertThat(sales.abandonRateWithoutShort()).hasValue(0.2);
        assertThat(sales.averageSpeedOfAnswer()).contains(Duration.ofNanos(13_250_250_000L));
        assertThat(sales.averageHandleTime()).contains(Duration.ofSeconds(90));
        assertThat(today("support")).isEqualTo(QueueFigures.NONE);
    }

    @Test
    void estimatesAreJudgedByWhatBecameOfThem() {
        promise = Optional.of(new Promise(Duration.ofSeconds(10), Duration.ofSeconds(30)));
        answered("sales", "09:00:00", 10_000, 60_000, 0);
        answered("sales", "09:01:00", 30_000, 60_000, 0);
        answered("sales", "09:02:00", 9_999, 60_000, 0);
        answered("sales", "09:03:00", 35_000, 60_000, 0);
        abandoned("sales", "09:04:00", 30_000);
        abandoned("sales", "09:05:00", 30_001);
        waiting("sales", NOW.minusSeconds(90));
        promise = Optional.empty();
        answered("sales", "09:06:00", 50_000, 60_000, 0);

        EstimateFigures estimates = today("sales").estimates();
        assertThat(estimates)
                .isEqualTo(new EstimateFigures(4, 1, 2, Duration.ofMillis(10_000 + 10_000 + 10_001 + 15_000)));
        assertThat(estimates.keptShare()).hasValue(0.4);
        assertThat(estimates.meanError()).contains(Duration.ofNanos(11_250_250_000L));
    }

    @Test
    void nothingYetHasNoRatios() {
        assertThat(today("sales").serviceLevel()).isEmpty();
        assertThat(today("sales").abandonRate()).isEmpty();
        assertThat(today("sales").abandonRateWithoutShort()).isEmpty();
        assertThat(today("sales").averageSpeedOfAnswer()).isEmpty();
        assertThat(today("sales").averageHandleTime()).isEmpty();
        // One who has just come does not yet count for or against the service level.
        waiting("sales", NOW.minusSeconds(1));
        assertThat(today("sales").offered()).isEqualTo(1);
        assertThat(today("sales").serviceLevel()).isEmpty();
    }

    @Test
    void aTransferredInteractionMakesASegmentForEachQueueAndBillsEachAgentHisOwn() {
        UUID call = UUID.randomUUID();
        Instant start = Instant.parse("2026-11-22T08:00:00Z");
        UUID second = UUID.randomUUID();
        // Anna talks 60 s, clears 5 s after the transfer; support answers 12 s after it and talks 200 s.
        save(call, 1, "sales", Optional.of(AGENT), start, 8_000L, 68_000L, 73_000L, "ANSWERED");
        save(
                call,
                2,
                "support",
                Optional.of(second),
                start.plusMillis(68_000),
                12_000L,
                212_000L,
                242_000L,
                "ANSWERED");
        assertThat(today("sales").averageHandleTime()).contains(Duration.ofSeconds(65));
        assertThat(today("sales").answered()).isEqualTo(1);
        assertThat(today("sales").flowedOut()).isZero();
        assertThat(today("support").averageSpeedOfAnswer()).contains(Duration.ofSeconds(12));
        assertThat(today("support").averageHandleTime()).contains(Duration.ofSeconds(230));
        // Marked as flowed out after it was answered, it still counts once, as answered.
        save(call, 1, "sales", Optional.of(AGENT), start, 8_000L, 68_000L, 73_000L, "FLOWED_OUT");
        assertThat(today("sales").flowedOut()).isZero();
        assertThat(today("sales").serviceLevel()).hasValue(1.0);
    }

    @Test
    void aDayBeginsInTheCentresZone() {
        abandonedAt("sales", Instant.parse("2026-11-21T22:59:59.999Z"), 7_000);
        abandonedAt("sales", Instant.parse("2026-11-21T23:00:00.000Z"), 7_000);
        abandonedAt("sales", Instant.parse("2026-11-22T22:59:59.999Z"), 7_000);
        abandonedAt("sales", Instant.parse("2026-11-22T23:00:00.000Z"), 7_000);
        assertThat(figures.today(BERLIN, NOW).get("sales"))
                .extracting(QueueFigures::offered)
                .isEqualTo(2);
        assertThat(figures.today(ZoneId.of("Asia/Shanghai"), NOW).get("sales"))
                .extracting(QueueFigures::offered)
                .isEqualTo(2);
        assertThat(figures.today(ZoneId.of("Asia/Shanghai"), NOW.plus(Duration.ofHours(5)))
                        .get("sales"))
                .extracting(QueueFigures::offered)
                .isEqualTo(2);
    }

    @Test
    void aDayAcrossAClockChangeHas23Hours() {
        Instant noon = Instant.parse("2026-03-29T10:00:00Z");
        abandonedAt("sales", Instant.parse("2026-03-28T22:59:59Z"), 7_000);
        abandonedAt("sales", Instant.parse("2026-03-28T23:00:00Z"), 7_000);
        abandonedAt("sales", Instant.parse("2026-03-29T21:59:59Z"), 7_000);
        abandonedAt("sales", Instant.parse("2026-03-29T22:00:00Z"), 7_000);
        assertThat(figures.today(BERLIN, noon).get("sales"))
                .extracting(QueueFigures::offered)
                .isEqualTo(2);
    }

    @Test
    void whoStillWaitsSinceYesterdayIsTheOldestButNotOfferedToday() {
        waiting("sales", Instant.parse("2026-11-21T22:00:00Z"));
        assertThat(today("sales").offered()).isZero();
        assertThat(today("sales").oldestWaiting())
                .contains(Duration.between(Instant.parse("2026-11-21T22:00:00Z"), NOW));
    }

    @Test
    void sumsOverIntervalsEqualTheWholeDay() {
        everyFigureOfADay();
        Instant from = Instant.parse("2026-11-21T23:00:00Z");
        QueueFigures sum = QueueFigures.NONE;
        for (int quarter = 0; quarter < 96; quarter++) {
            Instant start = from.plus(Duration.ofMinutes(15L * quarter));
            sum = sum.plus(figures.between(start, start.plus(Duration.ofMinutes(15)), NOW)
                    .getOrDefault("sales", QueueFigures.NONE));
        }
        assertThat(sum).isEqualTo(today("sales"));
    }

    @Test
    void theLastHourHasAPointAMinute() {
        answered("sales", "11:00:59", 1_000, 1_000, 0);
        answered("sales", "11:01:00", 30_000, 1_000, 0);
        abandoned("sales", "11:01:59.999", 40_000);
        flowedOut("sales", "11:01:30", 50_000);
        talking("sales", "12:00:10", 4_000);
        waiting("sales", NOW.minusSeconds(5));

        List<MinuteFigures> hour = figures.lastHour(NOW).getOrDefault("sales", List.of());
        assertThat(hour).hasSize(60);
        assertThat(hour.getFirst())
                .isEqualTo(new MinuteFigures(Instant.parse("2026-11-22T11:01:00Z"), 1, 1, Duration.ofSeconds(40)));
        assertThat(hour.getLast())
                .isEqualTo(new MinuteFigures(Instant.parse("2026-11-22T12:00:00Z"), 1, 0, Duration.ofSeconds(4)));
        assertThat(hour.subList(1, 59))
                .allMatch(point -> point.answered() == 0 && point.maxWait().isZero());
        assertThat(figures.lastHour(NOW).get("support")).hasSize(60);
    }

    private QueueFigures today(String queue) {
        return figures.today(BERLIN, NOW).getOrDefault(queue, QueueFigures.NONE);
    }

    private void answered(String queue, String at, long waitMs, long talkMs, long afterMs) {
        long ended = waitMs + talkMs;
        save(
                UUID.randomUUID(),
                1,
                queue,
                Optional.of(AGENT),
                at(at),
                waitMs,
                ended,
                afterMs < 0 ? -1 : ended + afterMs,
                "ANSWERED");
    }

    private void talking(String queue, String at, long waitMs) {
        save(UUID.randomUUID(), 1, queue, Optional.of(AGENT), at(at), waitMs, -1, -1, "ANSWERED");
    }

    private void abandoned(String queue, String at, long waitMs) {
        abandonedAt(queue, at(at), waitMs);
    }

    private void abandonedAt(String queue, Instant at, long waitMs) {
        save(UUID.randomUUID(), 1, queue, Optional.empty(), at, -1, waitMs, -1, "ABANDONED");
    }

    private void flowedOut(String queue, String at, long waitMs) {
        save(UUID.randomUUID(), 1, queue, Optional.empty(), at(at), -1, waitMs, -1, "FLOWED_OUT");
    }

    private void waiting(String queue, Instant since) {
        save(UUID.randomUUID(), 1, queue, Optional.empty(), since, -1, -1, -1, "OPEN");
    }

    /** Times in ms after {@code entered}; negative: not yet. */
    private void save(
            UUID call,
            int number,
            String queue,
            Optional<UUID> agent,
            Instant entered,
            long answered,
            long ended,
            long cleared,
            String outcome) {
        history.saveSegment(new SegmentRow(
                call,
                number,
                queue,
                agent,
                entered,
                after(entered, answered),
                after(entered, ended),
                after(entered, cleared),
                outcome,
                Optional.empty(),
                promise.map(Promise::low),
                promise.map(Promise::high)));
    }

    private static Optional<Instant> after(Instant entered, long millis) {
        return millis < 0 ? Optional.empty() : Optional.of(entered.plusMillis(millis));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + "Z");
    }

    private static Queue queue(String id) {
        Duration some = Duration.ofSeconds(15);
        return new Queue(
                id,
                new Titles(id, id),
                id,
                Duration.ofSeconds(20),
                0.8,
                Duration.ofSeconds(5),
                some,
                some,
                some,
                some,
                "default");
    }
}
