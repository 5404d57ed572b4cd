package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.history.History;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import io.ahoy.router.history.HistoryOutlet;
import io.ahoy.router.shell.MariaDbJournal;
import io.ahoy.router.shell.Outlet;
import io.ahoy.router.shell.RouterListener;
import io.ahoy.router.shell.RouterSettings;
import io.ahoy.router.shell.RouterShell;
import io.ahoy.router.shell.RouterTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulated morning through the real shell, journal and history, with restarts in between; then the journal again. */
class RecordedShellTest {
    /** Of a day long past: while the database's clock is ahead of the shell's, no restart invents an outage of its own. */
    private static final String CENTRE = """
            start: 2020-01-06
            queues:
              sales:
                skills: {german: 5}
                arrivals: {from: "08:00", to: "09:00", perHour: 60}
                patience: {exponential: 3m}
                talk: {exponential: 3m}
                wrapUpLimit: 30s
                transfers: {support: 0.3}
                preferred: {share: 0.2, patience: 20s}
                overflow: [{waited: 40s, offer: callback}]
                callback: {taken: 0.9, reached: 0.6}
                callbackRule: {attempts: 3, retry: 2m}
              support:
                skills: {support: 3}
                arrivals: {from: "08:00", to: "09:00", perHour: 15}
                talk: {exponential: 2m}
                transfers: {sales: 0.2}
              mail:
                channel: email
                skills: {support: 1}
                arrivals: {from: "08:00", to: "09:00", perHour: 30}
                talk: {exponential: 3m}
                wrapUpLimit: 0s
            agents:
              team: {count: 4, skills: {german: 7, support: 7}}
            faults: {miss: 0.03, decline: 0.05, vanish: 0.02, lateHangUp: 0.05, duplicateAccept: 0.05}
            """;

    private static final Instant NINE = Instant.parse("2020-01-06T09:00:00Z");
    private static final List<Instant> RESTARTS = List.of(NINE.minusSeconds(2_000), NINE.minusSeconds(1_000), NINE);

    @TempDir
    private static Path folder;

    private static final SortedMap<String, Integer> SEEN = new TreeMap<>();
    private static final OutputHash RELEASED = new OutputHash();
    private static EmbeddedMariaDb mariaDb;
    private static Db db;
    private static Path settings;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeAll
    static void record() throws Exception {
        mariaDb = EmbeddedMariaDb.start(Path.of("target", "mariadb-replay"), 0);
        String url = mariaDb.emptyUrl("ahoy_shell_replay");
        db = Db.open(url, mariaDb.user(), mariaDb.password(), 4);
        settings = Files.writeString(
                folder.resolve("ahoy.yaml"),
                "database:\n  url: %s\n  user: %s\n  password: %s\n"
                        .formatted(url, mariaDb.user(), mariaDb.password()));
        Scenario scenario = ScenarioReader.read(Files.writeString(folder.resolve("centre.yaml"), CENTRE));
        CentreRun run = new CentreRun(scenario, 1, 12);
        RESTARTS.forEach(at -> run.submit(at, new Input.Outage(Duration.ofSeconds(2))));
        try (Driven driven = new Driven(scenario)) {
            run.add(driven);
            run.run(share -> {});
        }
    }

    @AfterAll
    static void stop() {
        db.close();
        mariaDb.stop();
    }

    /** Tells a shell what the simulated people do, at their times, and starts another one in its place at every outage. */
    private static final class Driven implements Simulation.Listener, AutoCloseable {
        private final RouterSettings routing;
        private volatile Instant now;
        private RouterShell shell;

        Driven(Scenario scenario) throws Exception {
            now = scenario.begin();
            routing = new RouterSettings(
                    scenario.configuration(),
                    new RouterListener() {},
                    RouterSettings.MAILBOX_MAX,
                    1_000_000,
                    Duration.ofDays(1),
                    Duration.ofMinutes(5),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1));
            shell = start();
        }

        private RouterShell start() throws Exception {
            RouterTime clock = RouterTime.virtual(() -> now);
            MariaDbJournal journal = new MariaDbJournal(db::connection, "main", "test", Duration.ofMinutes(5));
            return RouterShell.start(
                    routing, journal, clock, List.of(new HistoryOutlet(new History(db)), new Released()));
        }

        @Override
        public void heard(Optional<Input> input, List<Output> said, Instant at) {
            now = at;
            if (input.isEmpty()) {
                // Whoever looks sees the state after what was due.
                shell.image().join();
                return;
            }
            if (input.get() instanceof Input.Outage) {
                restart();
            }
            SEEN.merge(input.get().getClass().getSimpleName(), 1, Integer::sum);
            shell.submit(input.get()).join();
        }

        private void restart() {
            try {
                shell.close();
                shell = start();
            } catch (Exception e) {
                throw new IllegalStateException("cannot start again", e);
            }
        }

        @Override
        public void close() {
            shell.close();
        }
    }

    /** What was released, when, and of which kinds. */
    private static final class Released implements Outlet {
        @Override
        public void start(Image image, Instant now) {
            SEEN.merge("start", 1, Integer::sum);
        }

        @Override
        public void deliver(List<Output> outputs, Instant at) {
            RELEASED.heard(Optional.empty(), outputs, at);
            outputs.forEach(output -> SEEN.merge(output.getClass().getSimpleName(), 1, Integer::sum));
        }
    }

    @Test
    @DisplayName(
            "with transfers, callbacks, interruptions and restarts it replays to what was released, segment for segment")
    void replaysAndAsksWhatIf() throws Exception {
        hire(Scenario.agent(1), "anna");
        Path changed = Files.writeString(folder.resolve("changed.yaml"), """
                queues: {sales: {wrapUpLimit: 10s}}
                agents: {add: [{like: anna, count: 2}]}
                """);
        assertThat(SEEN.get("start")).isEqualTo(RESTARTS.size() + 1);
        assertThat(SEEN.get("TransferAsked")).isGreaterThan(10);
        assertThat(SEEN.get("CallbackChosen")).isGreaterThan(5);
        assertThat(SEEN.get("Interrupt")).isGreaterThan(5);
        assertThat(SEEN.get("ConnectFailed")).isPositive();
        assertThat(run("--settings", settings.toString(), "--config", changed.toString()))
                .as(this::printed)
                .isZero();
        assertThat(printed())
                .contains(RELEASED.hex())
                .contains("identical")
                .containsPattern("as it happened +all [0-9,]+ rows equal\\R")
                .containsPattern("history +([0-9]+) of \\1 segments of [0-9]+ ended")
                .containsPattern("sales( +[0-9.,%:s -]+){11}")
                .containsPattern("offers not answered: recorded [0-9]+ of [0-9]+");
    }

    private static void hire(AgentId id, String login) {
        db.run(session -> {
            try (PreparedStatement insert = session.getConnection()
                    .prepareStatement("INSERT INTO agent (id, login, name, role, extension, language, password_hash,"
                            + " phone_secret) VALUES (?, ?, ?, 'AGENT', '201', 'en', '', '')")) {
                insert.setString(1, id.value().toString());
                insert.setString(2, login);
                insert.setString(3, login);
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private int run(String... arguments) {
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new ReplayJournal(both, both, Map.of("HOME", folder.toString())).run(arguments);
    }

    private String printed() {
        return SEEN + "\n" + out.toString(StandardCharsets.UTF_8);
    }
}
