package io.ahoy.crm.customer;

import io.ahoy.crm.store.Row;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;

/**
 * What belongs to customers several times: contact points, tags, consents and the agents they are never offered to. All of it in one
 * question, because a card is looked up while the telephone rings, and each question more is a way to the database and back.
 */
final class CustomerParts {
    /** How often the ids stand in {@link #parts}. */
    private static final int TABLES = 4;

    private final List<ContactPoint> points = new ArrayList<>();
    private final SortedSet<String> tags = new TreeSet<>();
    private final List<Consent> consents = new ArrayList<>();
    private final List<Named> neverOffered = new ArrayList<>();

    private CustomerParts() {}

    /** By the customer, each with what he has, in the order in which it is shown. */
    static Map<UUID, CustomerParts> of(SqlSession session, List<UUID> customers) {
        // What a batch has not sent yet would be missing.
        session.flushStatements();
        Map<UUID, CustomerParts> parts = new HashMap<>();
        customers.forEach(id -> parts.put(id, new CustomerParts()));
        try (PreparedStatement statement = session.getConnection().prepareStatement(parts(customers.size()))) {
            for (int i = 0; i < TABLES * customers.size(); i++) {
                statement.setString(i + 1, customers.get(i % customers.size()).toString());
            }
            try (ResultSet rows = statement.executeQuery()) {
                for (Row row = new Row(rows); rows.next(); ) {
                    parts.getOrDefault(row.id(2), new CustomerParts()).add(row);
                }
            }
            return parts;
        } catch (SQLException e) {
            throw new PersistenceException("What belongs to customers cannot be read", e);
        }
    }

    List<ContactPoint> points() {
        return Collections.unmodifiableList(points);
    }

    SortedSet<String> tags() {
        return Collections.unmodifiableSortedSet(tags);
    }

    List<Consent> consents() {
        return Collections.unmodifiableList(consents);
    }

    List<Named> neverOffered() {
        return Collections.unmodifiableList(neverOffered);
    }

    /** Each table by its index, which has them in order; together they are one text of one collation. */
    private static String parts(int customers) {
        String those = " IN (" + String.join(", ", Collections.nCopies(customers, "?")) + ")";
        return """
                (SELECT 'P', owner, kind, value, label, is_primary, verified_at, do_not_contact FROM contact_point WHERE owner%1$s
                  ORDER BY owner, place, kind, value LIMIT %2$d)
                UNION ALL (SELECT 'T', record, tag COLLATE utf8mb4_bin, '', '', FALSE, NULL, FALSE FROM tag WHERE record%1$s)
                UNION ALL (SELECT 'C', customer, purpose COLLATE utf8mb4_bin, channel COLLATE utf8mb4_bin,
                  source COLLATE utf8mb4_bin, given, at, FALSE FROM consent WHERE customer%1$s
                  ORDER BY customer, purpose, channel LIMIT %2$d)
                UNION ALL (SELECT 'N', n.customer, a.name COLLATE utf8mb4_bin,
                  CAST(n.agent AS CHAR CHARACTER SET utf8mb4) COLLATE utf8mb4_bin, '', FALSE, NULL, FALSE
                  FROM never_offered n JOIN agent a ON a.id = n.agent WHERE n.customer%1$s
                  ORDER BY n.customer, a.name, a.id LIMIT %2$d)
                """.formatted(those, Integer.MAX_VALUE);
    }

    private void add(Row row) throws SQLException {
        switch (row.text(1)) {
            case "P" ->
                points.add(new ContactPoint(
                        PointKind.valueOf(row.text(3)),
                        row.text(4),
                        row.text(5),
                        row.flag(6),
                        row.optionalInstant(7),
                        row.flag(8)));
            case "T" -> tags.add(row.text(3));
            case "C" ->
                consents.add(new Consent(
                        row.text(3), PointKind.valueOf(row.text(4)), row.flag(6), row.instant(7), row.text(5)));
            case "N" -> neverOffered.add(new Named(row.id(4), row.text(3)));
            default -> throw new IllegalStateException("no part of a customer: " + row.text(1));
        }
    }
}
