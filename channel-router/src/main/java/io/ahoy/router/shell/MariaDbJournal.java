package io.ahoy.router.shell;

import com.fasterxml.jackson.core.io.JsonEOFException;
import io.ahoy.router.acd.Image;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal in MariaDB. A row is one statement and one commit on a connection that is kept: it is inserted only if the lease still
 * carries our epoch, whose row it locks for that moment, so that a stalled old owner can never write behind a new one. Times of the
 * lease are the database's own.
 */
public final class MariaDbJournal implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(MariaDbJournal.class);
    private static final int ER_DUP_ENTRY = 1062;
    private static final int IMAGES_KEPT = 3;

    private static final String APPEND = """
            INSERT INTO journal (domain, seq, epoch, at, payload)
            SELECT domain, ?, epoch, ?, ? FROM lease WHERE domain = ? AND epoch = ? LOCK IN SHARE MODE""";
    private static final String EPOCH_OF_ROW = "SELECT epoch FROM journal WHERE domain = ? AND seq = ?";
    private static final String FORGET_ROW = "DELETE FROM journal WHERE domain = ? AND seq = ?";
    private static final String SAVE_IMAGE = "INSERT INTO journal_image (domain, seq, at, payload) VALUES (?, ?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE at = VALUES(at), payload = VALUES(payload)";
    private static final String FORGET_IMAGES = """
            DELETE FROM journal_image WHERE domain = ? AND seq < (SELECT MIN(seq) FROM
            (SELECT seq FROM journal_image WHERE domain = ? ORDER BY seq DESC LIMIT ?) AS kept)""";
    private static final String NEWEST_IMAGE =
            "SELECT seq, payload, at FROM journal_image WHERE domain = ? ORDER BY seq DESC LIMIT 1";
    private static final String TAIL = "SELECT seq, at, payload FROM journal WHERE domain = ? AND seq > ? ORDER BY seq";

    private final Connections connections;
    private final String domain;
    private final Lease lease;
    private Optional<Instant> lastAlive = Optional.empty();
    private OptionalLong brokenOff = OptionalLong.empty();

    // Kept by the appending thread.
    private @Nullable Connection kept;
    private @Nullable PreparedStatement append;

    /** Where connections come from: {@code db::ownConnection}. */
    public interface Connections {
        Connection open() throws SQLException;
    }

    /**
     * @param owner this installation's name; its own old lease is taken over at once, another's after it has run out
     * @param leaseLimit how long the ownership outlives its last sign of life
     */
    public MariaDbJournal(Connections connections, String domain, String owner, Duration leaseLimit) {
        this.connections = connections;
        this.domain = domain;
        this.lease = new Lease(domain, owner, leaseLimit);
    }

    @Override
    public Recovery open() throws Fenced, JournalDown {
        lastAlive = lease.acquire(connections);
        Recovery recovery = read();
        forgetBroken();
        LOG.info("Journal {} is ours, epoch {}", domain, lease.epoch());
        return recovery;
    }

    @Override
    public Recovery read() throws JournalDown {
        try (Connection connection = connections.open()) {
            connection.setAutoCommit(true);
            long imageSeq = 0;
            Image image = Image.EMPTY;
            Instant imageAt = Instant.EPOCH;
            try (PreparedStatement query = connection.prepareStatement(NEWEST_IMAGE)) {
                query.setString(1, domain);
                ResultSet row = query.executeQuery();
                if (row.next()) {
                    imageSeq = row.getLong(1);
                    image = JournalJson.readImage(row.getString(2));
                    imageAt = row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                }
            }
            return new Recovery(image, imageSeq, imageAt, tail(connection, imageSeq), lastAlive);
        } catch (SQLException e) {
            throw new JournalDown("cannot read the journal: " + e.getMessage(), e);
        }
    }

    @Override
    public void append(RowText row) throws Fenced, JournalDown {
        try {
            PreparedStatement statement = appendStatement();
            statement.setLong(1, row.seq());
            statement.setObject(2, LocalDateTime.ofInstant(row.at(), ZoneOffset.UTC));
            statement.setString(3, row.payload());
            statement.setString(4, domain);
            statement.setLong(5, lease.epoch());
            if (statement.executeUpdate() == 0) {
                throw lease.lost(connection());
            }
        } catch (SQLException e) {
            if (e.getErrorCode() == ER_DUP_ENTRY) {
                // The answer to an earlier attempt was lost, but the row was not.
                requireOurs(row.seq());
                return;
            }
            letGo();
            throw new JournalDown("cannot write the journal: " + e.getMessage(), e);
        }
    }

    @Override
    public void renew() throws Fenced, JournalDown {
        try {
            if (!lease.renew(connection())) {
                throw lease.lost(connection());
            }
        } catch (SQLException e) {
            letGo();
            throw new JournalDown("cannot renew the lease: " + e.getMessage(), e);
        }
    }

    @Override
    public void saveImage(long seq, Instant at, Image image) throws JournalDown {
        try (Connection connection = connections.open()) {
            connection.setAutoCommit(true);
            try (PreparedStatement insert = connection.prepareStatement(SAVE_IMAGE)) {
                insert.setString(1, domain);
                insert.setLong(2, seq);
                insert.setObject(3, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
                insert.setString(4, JournalJson.write(image));
                insert.executeUpdate();
            }
            try (PreparedStatement delete = connection.prepareStatement(FORGET_IMAGES)) {
                delete.setString(1, domain);
                delete.setString(2, domain);
                delete.setInt(3, IMAGES_KEPT);
                delete.executeUpdate();
            }
        } catch (SQLException e) {
            throw new JournalDown("cannot save an image: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            lease.release(connection());
        } catch (SQLException e) {
            LOG.warn("The lease of {} could not be given up; it runs out by itself: {}", domain, e.getMessage());
        }
        letGo();
    }

    private void requireOurs(long seq) throws Fenced, JournalDown {
        try (PreparedStatement query = connection().prepareStatement(EPOCH_OF_ROW)) {
            query.setString(1, domain);
            query.setLong(2, seq);
            ResultSet row = query.executeQuery();
            if (!row.next() || row.getLong(1) != lease.epoch()) {
                throw lease.lost(connection());
            }
        } catch (SQLException e) {
            letGo();
            throw new JournalDown("cannot see whether row " + seq + " was written: " + e.getMessage(), e);
        }
    }

    /** A last row that breaks off in the middle is as good as not written; one that is whole but strange is not ours to judge. */
    private Optional<JournalRow> whole(long seq, Instant at, String payload, boolean last) {
        try {
            return Optional.of(JournalJson.readRow(seq, at, payload));
        } catch (IllegalStateException broken) {
            if (!last || !(broken.getCause() instanceof JsonEOFException)) {
                throw broken;
            }
            LOG.error("Journal row {} breaks off after {} characters and is left out", seq, payload.length());
            brokenOff = OptionalLong.of(seq);
            return Optional.empty();
        }
    }

    /** Makes room for the next row. */
    private void forgetBroken() throws JournalDown {
        if (brokenOff.isEmpty()) {
            return;
        }
        try (Connection connection = connections.open();
                PreparedStatement delete = connection.prepareStatement(FORGET_ROW)) {
            connection.setAutoCommit(true);
            delete.setString(1, domain);
            delete.setLong(2, brokenOff.getAsLong());
            delete.executeUpdate();
            brokenOff = OptionalLong.empty();
        } catch (SQLException e) {
            throw new JournalDown("cannot remove a broken row: " + e.getMessage(), e);
        }
    }

    private List<JournalRow> tail(Connection connection, long after) throws SQLException {
        List<JournalRow> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(TAIL)) {
            query.setString(1, domain);
            query.setLong(2, after);
            ResultSet row = query.executeQuery();
            while (row.next()) {
                long seq = row.getLong(1);
                if (seq != after + 1 + rows.size()) {
                    throw new IllegalStateException(
                            "journal %s misses row %d".formatted(domain, after + 1 + rows.size()));
                }
                Instant at = row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                whole(seq, at, row.getString(3), row.isLast()).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private Connection connection() throws SQLException {
        if (kept == null) {
            Connection fresh = connections.open();
            fresh.setAutoCommit(true);
            kept = fresh;
        }
        return kept;
    }

    private PreparedStatement appendStatement() throws SQLException {
        if (append == null) {
            append = connection().prepareStatement(APPEND);
        }
        return append;
    }

    /** A connection that has failed once is not trusted again. */
    private void letGo() {
        Connection old = kept;
        kept = null;
        append = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLException e) {
                LOG.debug("closing a broken connection", e);
            }
        }
    }
}
