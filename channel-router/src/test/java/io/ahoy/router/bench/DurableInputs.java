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
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * Inputs made durable a second: by the shell, group commit and all, and by a plain loop over JDBC that commits the very rows that the
 * shell wrote, one after the other, in the same database.
 */
record DurableInputs(double perSecond, double plainPerSecond, double inputsPerRow) {
    private static final int CUSTOMERS = 100_000;
    private static final int UNDER_WAY = 2_000;
    private static final QueueId QUEUE = new QueueId("sales");
    private static final String DOMAIN = "bench";

    static DurableInputs measure(Path folder) {
        EmbeddedMariaDb mariaDb = EmbeddedMariaDb.start(folder.resolve("mariadb"), 0);
        try (Db db = Db.open(mariaDb.emptyUrl("ahoy_bench"), mariaDb.user(), mariaDb.password(), 4)) {
            // The first round of each is the compiler's.
            shell(db, "warm-up");
            double shell = shell(db, DOMAIN);
            plain(db, "plain warm-up", rows(db, "warm-up"));
            List<String> rows = rows(db, DOMAIN);
            double plain = plain(db, "plain", rows);
            int inputs = 2 * CUSTOMERS;
            return new DurableInputs(inputs / shell, inputs / plain, (double) inputs / rows.size());
        } catch (SQLException | Fenced | JournalDown e) {
            throw new IllegalStateException(e);
        } finally {
            mariaDb.stop();
        }
    }

    /** Seconds. */
    private static double shell(Db db, String domain) throws Fenced, JournalDown {
        Duration limit = Duration.ofSeconds(20);
        QueueRule rule = QueueRule.plain(QUEUE, new SkillId("sales"), limit, limit, limit, limit);
        RouterSettings settings = RouterSettings.of(List.of(rule), new RouterListener() {});
        MariaDbJournal journal = new MariaDbJournal(db::connection, domain, "bench", limit);
        try (RouterShell shell = RouterShell.start(settings, journal, InstantSource.system(), List.of())) {
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
    private static double plain(Db db, String domain, List<String> rows) throws SQLException {
        try (Connection connection = db.connection()) {
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
