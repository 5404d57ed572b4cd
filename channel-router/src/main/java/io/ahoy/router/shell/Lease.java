package io.ahoy.router.shell;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ownership of one routing domain: a row whose epoch grows with every new owner. All times in it are the database's. */
final class Lease {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    /** The owner's name of a lease that was given up. */
    private static final String NOBODY = "";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final String domain;
    private final String owner;
    private final Duration limit;
    private long epoch;

    Lease(String domain, String owner, Duration limit) {
        this.domain = domain;
        this.owner = owner;
        this.limit = limit;
    }

    private record Held(String owner, long epoch, Instant until, Instant now) {
        boolean isFree() {
            return owner.equals(NOBODY) || !until.isAfter(now);
        }
    }

    long epoch() {
        return epoch;
    }

    /**
     * Takes the lease, waiting for another owner's to run out.
     *
     * @return when the last owner is known to have been at work
     * @throws Fenced the other owner renews it, so he is alive
     */
    Optional<Instant> acquire(MariaDbJournal.Connections connections) throws Fenced, JournalDown {
        Optional<Held> first = Optional.empty();
        while (true) {
            try (Connection connection = connections.open()) {
                connection.setAutoCommit(false);
                Held held = lock(connection);
                if (held.isFree() || held.owner().equals(owner)) {
                    take(connection, held);
                    connection.commit();
                    return lastAlive(held);
                }
                connection.rollback();
                if (first.isPresent() && held.until().isAfter(first.get().until())) {
                    throw new Fenced("%s is the router of %s and alive".formatted(held.owner(), domain));
                }
                if (first.isEmpty()) {
                    LOG.info("Waiting until {} for the lease of {}, held by {}", held.until(), domain, held.owner());
                    first = Optional.of(held);
                }
            } catch (SQLException e) {
                throw new JournalDown("cannot take the lease: " + e.getMessage(), e);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new Fenced("interrupted while waiting for " + domain);
            }
        }
    }

    /** Returns whether it is still ours. */
    boolean renew(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE lease SET `until` = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND WHERE domain = ? AND epoch = ?")) {
            update.setLong(1, micros());
            update.setString(2, domain);
            update.setLong(3, epoch);
            return update.executeUpdate() > 0;
        }
    }

    void release(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE lease SET owner = ?, `until` = UTC_TIMESTAMP(3) WHERE domain = ? AND epoch = ?")) {
            update.setString(1, NOBODY);
            update.setString(2, domain);
            update.setLong(3, epoch);
            update.executeUpdate();
        }
    }

    /** Says who has it now. */
    Fenced lost(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT owner, epoch FROM lease WHERE domain = ?")) {
            query.setString(1, domain);
            ResultSet row = query.executeQuery();
            String who = row.next() ? "%s took it over (epoch %d)".formatted(row.getString(1), row.getLong(2)) : "gone";
            return new Fenced("the lease of %s, epoch %d: %s".formatted(domain, epoch, who));
        }
    }

    private Held lock(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT IGNORE INTO lease (domain, owner, epoch, `until`) VALUES (?, ?, 0, UTC_TIMESTAMP(3))")) {
            insert.setString(1, domain);
            insert.setString(2, NOBODY);
            insert.executeUpdate();
        }
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT owner, epoch, `until`, UTC_TIMESTAMP(3) FROM lease WHERE domain = ? FOR UPDATE")) {
            query.setString(1, domain);
            ResultSet row = query.executeQuery();
            row.next();
            return new Held(row.getString(1), row.getLong(2), instant(row, 3), instant(row, 4));
        }
    }

    private void take(Connection connection, Held held) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE lease SET owner = ?, epoch = ?, `until` = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND"
                        + " WHERE domain = ?")) {
            update.setString(1, owner);
            update.setLong(2, held.epoch() + 1);
            update.setLong(3, micros());
            update.setString(4, domain);
            update.executeUpdate();
        }
        epoch = held.epoch() + 1;
    }

    private Optional<Instant> lastAlive(Held held) {
        if (held.epoch() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                held.owner().equals(NOBODY) ? held.until() : held.until().minus(limit));
    }

    private long micros() {
        return limit.toNanos() / 1_000;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
