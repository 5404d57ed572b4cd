package io.ahoy.router.sim;

import io.ahoy.config.AhoyConfig;
import io.ahoy.config.Secret;
import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.crm.store.DatabaseUnusable;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.QueueId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The database that Ahoy's settings name, to be read. An embedded one that runs is left running; one that does not is started for the
 * time of the replay, under the lock of the data folder, so that no Ahoy starts on it meanwhile.
 */
final class RecordedDatabase implements AutoCloseable {
    private final Connection connection;
    private final Deque<AutoCloseable> own;

    /** The message says what is wrong and what to do. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private RecordedDatabase(Connection connection, Deque<AutoCloseable> own) {
        this.connection = connection;
        this.own = own;
    }

    static RecordedDatabase open(AhoyConfig config) throws Unreadable {
        Deque<AutoCloseable> own = new ArrayDeque<>();
        try {
            Connection connection =
                    config.database().url().isPresent() ? named(config.database()) : embedded(config, own);
            connection.setReadOnly(true);
            return new RecordedDatabase(connection, own);
        } catch (SQLException | DatabaseDown | DatabaseUnusable e) {
            closeAll(own);
            throw new Unreadable(
                    "the database cannot be read: " + e.getMessage() + "; see " + config.whereToChange("database.url"),
                    e);
        }
    }

    private static Connection named(AhoyConfig.Database database) throws SQLException {
        return DriverManager.getConnection(
                Db.withStatedSsl(database.url().orElseThrow()),
                database.user(),
                database.password().map(Secret::value).orElse(""));
    }

    private static Connection embedded(AhoyConfig config, Deque<AutoCloseable> own) throws Unreadable, SQLException {
        Path home = config.data().resolve("mariadb");
        if (!Files.isDirectory(home.resolve("data"))) {
            throw new Unreadable("no Ahoy has run on " + config.origin("data")
                    + ", so nothing is recorded there; run ./ahoy run first, or set " + config.whereToChange("data"));
        }
        boolean wasRunning = EmbeddedMariaDb.isRunning(home);
        if (!wasRunning) {
            own.push(lock(config));
        }
        EmbeddedMariaDb server = EmbeddedMariaDb.start(home, config.database().embeddedPort());
        if (!wasRunning) {
            own.push(server::stop);
        }
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }

    @SuppressWarnings("NullAway") // The JDK's way of saying that somebody else has it.
    private static AutoCloseable lock(AhoyConfig config) throws Unreadable {
        Path file = config.data().resolve("run/lock");
        try {
            Files.createDirectories(config.data().resolve("run"));
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new Unreadable(
                        "an Ahoy on " + config.origin("data") + " is just starting or stopping; try again");
            }
            return channel;
        } catch (IOException e) {
            throw new Unreadable(file + " cannot be locked: " + e.getMessage(), e);
        }
    }

    Connection connection() {
        return connection;
    }

    /** T and S of METRICS.md as configured now. */
    Map<QueueId, Scenario.Thresholds> thresholds() throws SQLException {
        Map<QueueId, Scenario.Thresholds> thresholds = new HashMap<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT id, service_level_threshold_ms, short_abandon_ms FROM queue")) {
            ResultSet row = query.executeQuery();
            while (row.next()) {
                thresholds.put(
                        new QueueId(row.getString(1)),
                        new Scenario.Thresholds(Duration.ofMillis(row.getLong(2)), Duration.ofMillis(row.getLong(3))));
            }
        }
        return thresholds;
    }

    /** Logins, for those whose ids nobody knows by heart. */
    Map<AgentId, String> logins() throws SQLException {
        Map<AgentId, String> logins = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT id, login FROM agent")) {
            ResultSet row = query.executeQuery();
            while (row.next()) {
                logins.put(new AgentId(UUID.fromString(row.getString(1))), row.getString(2));
            }
        }
        return logins;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // It was only read from.
        }
        closeAll(own);
    }

    private static void closeAll(Deque<AutoCloseable> own) {
        Optional<AutoCloseable> next = Optional.ofNullable(own.poll());
        while (next.isPresent()) {
            try {
                next.get().close();
            } catch (Exception e) {
                throw new IllegalStateException("cannot close", e);
            }
            next = Optional.ofNullable(own.poll());
        }
    }
}
