package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.history.History;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.router.history.HistoryOutlet;
import io.ahoy.router.shell.JournalRow;
import io.ahoy.router.shell.MariaDbJournal;
import io.ahoy.router.shell.RowText;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.session.SqlSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real database that a router has written. */
class ReplayJournalTest {
    private static final String CENTRE = """
            queues:
              sales:
                skills: {german: 5}
                arrivals: {from: "08:00", to: "09:00", perHour: 100}
                patience: {exponential: 90s}
                talk: {exponential: 3m}
                wrapUpLimit: 60s
            agents:
              team:
                count: 5
                skills: {german: 7}
            faults: {miss: 0.02, decline: 0.05}
            """;

    @TempDir
    private static Path folder;

    private static EmbeddedMariaDb mariaDb;
    private static Db db;
    private static Path settings;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void record() throws Exception {
        mariaDb = EmbeddedMariaDb.start(Path.of("target", "mariadb-replay"), 0);
        String url = mariaDb.emptyUrl("ahoy_replay");
        db = Db.open(url, mariaDb.user(), mariaDb.password(), 4);
        settings = Files.writeString(
                folder.resolve("ahoy.yaml"),
                "database:\n  url: %s\n  user: %s\n  password: %s\n"
                        .formatted(url, mariaDb.user(), mariaDb.password()));
        Scenario scenario = ScenarioReader.read(Files.writeString(folder.resolve("centre.yaml"), CENTRE));
        HistoryOutlet history = new HistoryOutlet(new History(db));
        List<JournalRow> rows = new ArrayList<>();
        CentreRun run = new CentreRun(scenario, 1, 4);
        run.add((input, said, now) -> {
            rows.add(new JournalRow(rows.size() + 1, now, input.map(List::of).orElse(List.of()), input.isEmpty()));
            history.deliver(said, now);
        });
        run.run(share -> {});
        try (MariaDbJournal journal = new MariaDbJournal(db::ownConnection, "main", "test", Duration.ofSeconds(20))) {
            journal.open();
            for (JournalRow row : rows) {
                journal.append(RowText.of(row));
            }
        }
    }

    @AfterAll
    static void stop() {
        db.close();
        mariaDb.stop();
    }

    @Test
    @DisplayName("replays alike, and as the history has it")
    void asItWas() {
        assertThat(run("--settings", settings.toString())).as(this::printed).isZero();
        assertThat(printed())
                .contains("identical")
                .contains("as it happened  not known")
                .containsPattern("history +([0-9]+) of \\1 segments of [0-9]+ ended");
    }

    @Test
    @DisplayName("shows both service levels when rules change")
    void whatIf() throws Exception {
        Path changed = Files.writeString(folder.resolve("changed.yaml"), "queues: {sales: {wrapUpLimit: 0s}}");
        assertThat(run("--settings", settings.toString(), "--config", changed.toString()))
                .as(this::printed)
                .isZero();
        assertThat(printed()).containsPattern("sales( +[0-9.,%:s -]+){11}");
    }

    @Test
    @DisplayName("says from which row on the router once said something else")
    void saysFromWhichRow() {
        String said = ",\"said\":\"0123456789abcdef\"}";
        db.run(session -> {
            sql(
                    session,
                    "INSERT INTO journal SELECT 'other', seq, epoch, at, IF(seq IN (7, 9),"
                            + " CONCAT(LEFT(payload, CHAR_LENGTH(payload) - 1), '" + said + "'), payload)"
                            + " FROM journal WHERE domain = 'main'");
        });
        try {
            assertThat(run("--settings", settings.toString(), "--journal", "other"))
                    .as(this::printed)
                    .isEqualTo(1);
            assertThat(printed())
                    .contains("as it happened  0 of 2 rows equal: DIFFERS from row 7, ")
                    .contains("were written before");
        } finally {
            db.run(session -> sql(session, "DELETE FROM journal WHERE domain = 'other'"));
        }
    }

    @Test
    @DisplayName("says which segment the history has otherwise")
    void differs() {
        db.run(session -> sql(session, "UPDATE segment SET queue = 'other' WHERE number = 1 LIMIT 1"));
        try {
            assertThat(run("--settings", settings.toString())).isEqualTo(1);
            assertThat(printed()).contains("DIFFERS").contains("queue=other").contains("replayed");
        } finally {
            db.run(session -> sql(session, "UPDATE segment SET queue = 'sales'"));
        }
    }

    @Test
    @DisplayName("a queue that is not in the journal is told")
    void unknownQueue() throws Exception {
        Path changed = Files.writeString(folder.resolve("wrong.yaml"), "queues:\n  salse: {wrapUpLimit: 0s}\n");
        assertThat(run("--settings", settings.toString(), "--config", changed.toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("wrong.yaml:2: \"queues.salse\" is no known key; did you mean \"sales\"?")
                .hasLineCount(1);
    }

    @Test
    @DisplayName("an empty journal is told, with those that there are")
    void emptyJournal() {
        assertThat(run("--settings", settings.toString(), "--journal", "elsewhere"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("nothing is recorded in the journal \"elsewhere\"; there are main");
    }

    @Test
    @DisplayName("a row that is missing or cut off is told")
    void brokenJournal() {
        db.run(session -> {
            sql(
                    session,
                    "INSERT INTO journal SELECT 'gap', seq, epoch, at, payload FROM journal WHERE domain = 'main' AND seq <> 5");
            sql(
                    session,
                    "INSERT INTO journal SELECT 'cut', seq, epoch, at, payload FROM journal WHERE domain = 'main'");
            sql(session, "UPDATE journal SET payload = LEFT(payload, 9) WHERE domain = 'cut' AND seq = 7");
        });
        try {
            assertThat(run("--settings", settings.toString(), "--journal", "gap"))
                    .isEqualTo(1);
            assertThat(run("--settings", settings.toString(), "--journal", "cut"))
                    .isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8).lines())
                    .containsExactly(
                            "replay: the journal \"gap\" misses row 5; only what was recorded after a later saved state can be replayed, with --from",
                            "replay: row 7 of the journal \"cut\" is cut off; only what was recorded after a later saved state can be replayed, with --from");
        } finally {
            db.run(session -> sql(session, "DELETE FROM journal WHERE domain <> 'main'"));
        }
    }

    private static void sql(SqlSession session, String update) {
        try (Statement statement = session.getConnection().createStatement()) {
            statement.executeUpdate(update);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int run(String... arguments) {
        return new ReplayJournal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Map.of("HOME", folder.toString()))
                .run(arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }
}
