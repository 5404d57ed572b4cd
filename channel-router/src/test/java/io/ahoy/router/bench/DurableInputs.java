package io.ahoy.router.bench;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.shell.Fenced;
import io.ahoy.router.shell.JournalDown;
import io.ahoy.router.shell.MariaDbJournal;
import io.ahoy.router.shell.RouterListener;
import io.ahoy.router.shell.RouterSettings;
import io.ahoy.router.shell.RouterShell;
import io.ahoy.router.shell.RouterTime;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Inputs made durable a second: by the shell, group commit and all, and by a plain loop over JDBC that commits the very rows that the
 * shell wrote, one after the other, in the same database.
 *
 * @param plainPerSecond on a connection like the shell's, whose statements are prepared on the server
 * @param escapedPerSecond on one as the driver gives it when nothing is said, which sends values as SQL text
 */
record DurableInputs(double perSecond, double plainPerSecond, double escapedPerSecond, double inputsPerRow) {
    private static final int CUSTOMERS = 100_000;
    private static final int INPUTS = 2 * CUSTOMERS;
    private static final int UNDER_WAY = 2_000;
    /** The first are the compiler's. */
    private static final int WARM_UPS = 2;
    /** In turn, so that whatever else the machine does disturbs all of them alike. */
    private static final int ROUNDS = 3;

    private static final QueueId QUEUE = new QueueId("sales");

    static DurableInputs measure(Path folder) {
        EmbeddedMariaDb mariaDb = EmbeddedMariaDb.start(folder.resolve("mariadb"), 0);
        String url = mariaDb.emptyUrl("ahoy_bench");
        try (Db db = Db.open(url, mariaDb.user(), mariaDb.password(), 4)) {
            List<Double> shell = new ArrayList<>();
            List<Double> plain = new ArrayList<>();
            List<Double> escaped = new ArrayList<>();
            int rowCount = 0;
            for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
                double seconds = shell(db, "shell " + round);
                List<String> rows = rows(db, "shell " + round);
                double plainSeconds = plain(db::ownConnection, "plain " + round, rows);
                double escapedSeconds =
                        plain(() -> escaping(url, mariaDb.user(), mariaDb.password()), "escaped " + round, rows);
                if (round >= WARM_UPS) {
                    shell.add(seconds);
                    plain.add(plainSeconds);
                    escaped.add(escapedSeconds);
                    rowCount += rows.size();
                }
            }
            return new DurableInputs(
                    INPUTS / median(shell),
                    INPUTS / median(plain),
                    INPUTS / median(escaped),
                    (double) INPUTS * ROUNDS / rowCount);
        } catch (SQLException | Fenced | JournalDown e) {
            throw new IllegalStateException(e);
        } finally {
            mariaDb.stop();
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Seconds. */
    private static double shell(Db db, String domain) throws Fenced, JournalDown {
        Duration limit = Duration.ofSeconds(20);
        QueueRule rule = QueueRule.plain(QUEUE, new SkillId("sales"), limit, limit, limit, limit);
        RouterSettings settings = RouterSettings.of(List.of(rule), new RouterListener() {});
        MariaDbJournal journal = new MariaDbJournal(db::ownConnection, domain, "bench", limit);
        try (RouterShell shell = RouterShell.start(settings, journal, RouterTime.system(), List.of())) {
            Semaphore room = new Semaphore(UNDER_WAY);
            long began = System.nanoTime();
            for (int i = 0; i < CUSTOMERS; i++) {
                InteractionId id = new InteractionId(new UUID(1, i));
                submit(shell, room, new Input.Arrived(id, Channel.VOICE, QUEUE, Instant.now()));
                submit(shell, room, new Input.Abandoned(id, EndCause.ABANDONED));
            }
            room.acquireUninterruptibly(UNDER_WAY);
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private static void submit(RouterShell shell, Semaphore room, Input input) {
        room.acquireUninterruptibly();
        var unused = shell.submit(input).whenComplete((said, failure) -> room.release());
    }

    /** As the driver does it by itself: values are escaped into the text of statements. */
    private static Connection escaping(String url, String user, String password) throws SQLException {
        Connection connection = DriverManager.getConnection(url, user, password);
        connection.setAutoCommit(false);
        return connection;
    }

    private static List<String> rows(Db db, String domain) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = db.connection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT payload FROM journal WHERE domain = ? ORDER BY seq")) {
            query.setString(1, domain);
            ResultSet row = query.executeQuery();
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    /** Seconds. */
    private static double plain(MariaDbJournal.Connections connections, String domain, List<String> rows)
            throws SQLException {
        try (Connection connection = connections.open()) {
            connection.setAutoCommit(true);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO journal (domain, seq, epoch, at, payload) VALUES (?, ?, 1, NOW(3), ?)")) {
                long began = System.nanoTime();
                long seq = 0;
                for (String payload : rows) {
                    insert.setString(1, domain);
                    insert.setLong(2, ++seq);
                    insert.setString(3, payload);
                    insert.executeUpdate();
                }
                return (System.nanoTime() - began) / 1e9;
            }
        }
    }
}
