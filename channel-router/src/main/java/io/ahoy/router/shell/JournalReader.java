package io.ahoy.router.shell;

import io.ahoy.router.acd.Image;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads a journal in MariaDB without owning it: whoever owns it goes on meanwhile. */
public final class JournalReader {
    /** More than memory can be trusted to hold. */
    public static final int ROWS_MAX = 2_000_000;

    private static final int FETCHED_AT_ONCE = 1_000;

    private final Connection connection;
    private final String domain;

    public JournalReader(Connection connection, String domain) {
        this.connection = connection;
        this.domain = domain;
    }

    /** @param seq the last row whose effects the image holds */
    public record Begin(Image image, long seq) {}

    /** Of all that are in this database. */
    public List<String> domains() throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT DISTINCT domain FROM journal ORDER BY domain")) {
            List<String> domains = new ArrayList<>();
            ResultSet row = query.executeQuery();
            while (row.next()) {
                domains.add(row.getString(1));
            }
            return domains;
        }
    }

    /** Empty when nothing was recorded. */
    public OptionalLong firstSeq() throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT seq FROM journal WHERE domain = ? ORDER BY seq LIMIT 1")) {
            query.setString(1, domain);
            ResultSet row = query.executeQuery();
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    /** The newest image from which this row can be reached; the empty one with the first row. */
    public Begin before(long seq) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT seq, payload FROM journal_image WHERE domain = ? AND seq < ? ORDER BY seq DESC LIMIT 1")) {
            query.setString(1, domain);
            query.setLong(2, seq);
            ResultSet row = query.executeQuery();
            return row.next()
                    ? new Begin(JournalJson.readImage(row.getString(2)), row.getLong(1))
                    : new Begin(Image.EMPTY, 0);
        }
    }

    /** What is recorded can't be read on from there. */
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    /** In order; at most {@link #ROWS_MAX}. */
    public List<JournalRow> rowsAfter(long seq) throws SQLException, Broken {
        List<JournalRow> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT seq, at, payload FROM journal WHERE domain = ? AND seq > ? ORDER BY seq LIMIT " + ROWS_MAX)) {
            query.setString(1, domain);
            query.setLong(2, seq);
            query.setFetchSize(FETCHED_AT_ONCE);
            ResultSet row = query.executeQuery();
            while (row.next()) {
                long found = row.getLong(1);
                if (found != seq + 1 + rows.size()) {
                    throw new Broken(
                            "the journal \"%s\" misses row %d; only what was recorded after a later saved state can be replayed, with --from"
                                    .formatted(domain, seq + 1 + rows.size()));
                }
                Instant at = row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
                try {
                    rows.add(JournalJson.readRow(found, at, row.getString(3)));
                } catch (IllegalStateException unreadable) {
                    throw new Broken(
                            "row %d of the journal \"%s\" is cut off; only what was recorded after a later saved state can be replayed, with --from"
                                    .formatted(found, domain));
                }
            }
        }
        return rows;
    }
}
