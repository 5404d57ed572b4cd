package io.ahoy.crm.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.Queue;
import io.ahoy.crm.team.Team;
import io.ahoy.crm.team.Titles;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Queues whose waits pass only while they are open: Monday to Friday, nine to six in Berlin. */
@ExtendWith(TestDatabase.class)
class FiguresInHoursTest {
    private static final String OFFICE = """
            {"week": {"MONDAY": [{"from": "09:00", "to": "18:00"}], "TUESDAY": [{"from": "09:00", "to": "18:00"}],
              "WEDNESDAY": [{"from": "09:00", "to": "18:00"}], "THURSDAY": [{"from": "09:00", "to": "18:00"}],
              "FRIDAY": [{"from": "09:00", "to": "18:00"}]}, "dates": {}}""";

    private static final String ALWAYS = """
            {"week": {"MONDAY": [{"from": "00:00", "to": "00:00"}], "TUESDAY": [{"from": "00:00", "to": "00:00"}],
              "WEDNESDAY": [{"from": "00:00", "to": "00:00"}], "THURSDAY": [{"from": "00:00", "to": "00:00"}],
              "FRIDAY": [{"from": "00:00", "to": "00:00"}], "SATURDAY": [{"from": "00:00", "to": "00:00"}],
              "SUNDAY": [{"from": "00:00", "to": "00:00"}]}, "dates": {}}""";

    private static final Instant FRIDAY = Instant.parse("2026-11-20T16:55:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:05:00Z");

    private final Db db;
    private final History history;
    private final Figures figures;

    FiguresInHoursTest(Db db) {
        this.db = db;
        this.history = new History(db);
        this.figures = new Figures(db);
    }

    @BeforeEach
    void threeQueues() throws SQLException {
        Team team = new Team(db);
        if (team.queues().isEmpty()) {
            List.of("clock", "always", "office").forEach(id -> team.addQueue(queue(id)));
            calendar("always", ALWAYS);
            calendar("office", OFFICE);
        }
        execute("DELETE FROM segment");
    }

    @Test
    void aMailOfFridayEveningThatIsAnsweredOnMondayMorningWaitedTenMinutes() {
        save("office", FRIDAY, Optional.of(MONDAY), Optional.of(MONDAY.plusSeconds(60)), "ANSWERED");
        save("clock", FRIDAY, Optional.of(MONDAY), Optional.of(MONDAY.plusSeconds(60)), "ANSWERED");
        QueueFigures office = of("office", FRIDAY, MONDAY);
        assertThat(office.averageSpeedOfAnswer()).contains(Duration.ofMinutes(10));
        assertThat(office.longestWait()).isEqualTo(Duration.ofMinutes(10));
        assertThat(office.serviceLevel()).as("T is 15 minutes").hasValue(1);
        QueueFigures clock = of("clock", FRIDAY, MONDAY);
        assertThat(clock.averageSpeedOfAnswer()).contains(Duration.between(FRIDAY, MONDAY));
        assertThat(clock.serviceLevel()).hasValue(0);
    }

    @Test
    void whoStillWaitsHasWaitedAsLongAsItWasOpen() {
        save("office", FRIDAY, Optional.empty(), Optional.empty(), "OPEN");
        Instant sunday = Instant.parse("2026-11-22T12:00:00Z");
        assertThat(of("office", FRIDAY, sunday).oldestWaiting()).contains(Duration.ofMinutes(5));
        assertThat(of("office", FRIDAY, sunday).waitingEarly()).isEqualTo(1);
        assertThat(of("office", FRIDAY, MONDAY.plusSeconds(600)).oldestWaiting())
                .contains(Duration.ofMinutes(20));
        assertThat(of("office", FRIDAY, MONDAY.plusSeconds(600)).waitingEarly()).isZero();
        assertThat(figures.timesInHours()).containsOnlyKeys("office", "always");
    }

    @Test
    void whereItIsAlwaysOpenBothWaysOfCountingAgree() {
        Random random = new Random(17);
        Instant now = MONDAY;
        for (int i = 0; i < 500; i++) {
            Instant entered = now.minusSeconds(random.nextInt(7_000));
            Instant left = entered.plusMillis(random.nextInt(2_400_000));
            String outcome =
                    List.of("OPEN", "ANSWERED", "ABANDONED", "FLOWED_OUT").get(random.nextInt(4));
            Optional<Instant> answered = outcome.equals("ANSWERED") ? Optional.of(left) : Optional.empty();
            Optional<Instant> ended =
                    outcome.equals("OPEN") ? Optional.empty() : Optional.of(left.plusMillis(random.nextInt(90_000)));
            save("clock", entered, answered, ended, outcome);
            save("always", entered, answered, ended, outcome);
        }
        assertThat(of("always", FRIDAY, now)).isEqualTo(of("clock", FRIDAY, now));
        assertThat(of("always", FRIDAY, now).offered()).isEqualTo(500);
        assertThat(figures.lastHour(now).get("always"))
                .isEqualTo(figures.lastHour(now).get("clock"));
    }

    private QueueFigures of(String queue, Instant from, Instant now) {
        return figures.between(from, now.plusSeconds(1), now).getOrDefault(queue, QueueFigures.NONE);
    }

    private void save(
            String queue, Instant entered, Optional<Instant> answered, Optional<Instant> ended, String outcome) {
        history.saveSegment(new SegmentRow(
                UUID.randomUUID(),
                1,
                queue,
                Optional.empty(),
                entered,
                answered,
                ended,
                answered.isPresent() ? ended.map(at -> at.plusSeconds(30)) : Optional.empty(),
                outcome,
                Optional.empty(),
                Optional.of(Duration.ofSeconds(60)),
                Optional.of(Duration.ofSeconds(900))));
    }

    private void calendar(String id, String hours) throws SQLException {
        String zone = id.equals("office") ? "Europe/Berlin" : ZoneOffset.UTC.getId();
        try (var connection = db.connection();
                var insert = connection.prepareStatement(
                        "INSERT INTO calendar (id, place, title_en, title_zh, zone, hours) VALUES (?, 1, ?, ?, ?, ?)");
                var use = connection.prepareStatement(
                        "UPDATE queue SET calendar = ?, service_level_in_hours = TRUE WHERE id = ?")) {
            insert.setString(1, id);
            insert.setString(2, id);
            insert.setString(3, id);
            insert.setString(4, zone);
            insert.setString(5, hours);
            insert.executeUpdate();
            use.setString(1, id);
            use.setString(2, id);
            use.executeUpdate();
            connection.commit();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = db.connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            connection.commit();
        }
    }

    private static Queue queue(String id) {
        Duration some = Duration.ofSeconds(15);
        return new Queue(
                id,
                new Titles(id, id),
                id,
                Duration.ofMinutes(15),
                0.8,
                Duration.ofSeconds(5),
                some,
                some,
                some,
                some,
                "default");
    }
}
