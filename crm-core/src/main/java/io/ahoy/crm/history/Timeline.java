package io.ahoy.crm.history;

import io.ahoy.crm.history.Contact.Named;
import io.ahoy.crm.store.Row;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * Interactions with all that belongs to them, in one query: the page first, by the index of whom it is about, then its segments and
 * wrap-ups. What belongs to an interaction several times makes it come in several rows.
 */
final class Timeline {
    private static final String COLUMNS = """
            SELECT i.id, i.channel, i.from_shown, i.withheld, i.from_e164, i.to_shown, i.customer, c.name, i.arrived_at, i.ended_at,
              i.state, i.cause, s.number, s.queue, s.agent, a.name, s.entered_at, s.answered_at, s.ended_at, s.cleared_at, s.outcome,
              s.cause, w.agent, w.disposition, w.note, w.written_at, w.done_at FROM
            """;
    private static final String PARTS = """
             i LEFT JOIN customer c ON c.id = i.customer LEFT JOIN segment s ON s.interaction = i.id
             LEFT JOIN agent a ON a.id = s.agent LEFT JOIN wrap_up w ON w.interaction = i.id
            """;
    /** Of the interactions alone, which are sorted before anything is joined to them; sorting all rows would take as long as reading them. */
    private static final String IN_ORDER = " ORDER BY i.arrived_at DESC, i.id DESC";

    private static final Comparator<Contact.WrapUp> AS_WRITTEN =
            Comparator.comparing(Contact.WrapUp::writtenAt).thenComparing(Contact.WrapUp::agent);

    /** Of an agent's interactions so many are looked at for a page that not all of them belong to. */
    private static final int OF_AGENT_MAX = 10_000;

    private final SqlSession session;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private Timeline(SqlSession session) {
        this.session = session;
    }

    static Optional<Contact> one(SqlSession session, UUID interaction) {
        Timeline timeline = new Timeline(session);
        timeline.sql.append(COLUMNS).append("interaction").append(PARTS);
        timeline.and(" WHERE i.id = ?", interaction);
        return timeline.read().stream().findFirst();
    }

    static List<Contact> page(SqlSession session, HistoryFilter filter, @Nullable HistoryCursor before, int limit) {
        Timeline timeline = new Timeline(session);
        timeline.sql.append(COLUMNS).append("(SELECT p.* FROM ");
        timeline.from(filter, before, limit);
        timeline.where(filter, before);
        timeline.and(" ORDER BY p.arrived_at DESC, p.id DESC LIMIT ?)", limit);
        timeline.sql.append(PARTS);
        return timeline.read();
    }

    /** Of an agent's interactions those are looked at whose ids come next, which is the order of arrival to the millisecond. */
    private void from(HistoryFilter filter, @Nullable HistoryCursor before, int limit) {
        if (!filter.isOfAgentOnly()) {
            sql.append("interaction p");
            return;
        }
        and(
                "(SELECT DISTINCT interaction FROM segment WHERE agent = ?",
                filter.agent().orElseThrow());
        if (before != null) {
            and(" AND interaction < ?", before.id());
        }
        and(" ORDER BY interaction DESC LIMIT ?)", filter.isWholeAgent() ? limit : OF_AGENT_MAX);
        sql.append(" own JOIN interaction p ON p.id = own.interaction");
    }

    private void where(HistoryFilter filter, @Nullable HistoryCursor before) {
        sql.append(" WHERE TRUE");
        and(" AND p.customer = ?", filter.customer());
        and(" AND p.organisation = ?", filter.organisation());
        and(" AND p.service_case = ?", filter.serviceCase());
        if (!filter.isOfAgentOnly()) {
            and(" AND EXISTS (SELECT 1 FROM segment x WHERE x.interaction = p.id AND x.agent = ?)", filter.agent());
        }
        and(" AND p.channel = ?", filter.channel());
        and(" AND p.arrived_at >= ?", filter.from());
        and(" AND p.arrived_at < ?", filter.to());
        and(" AND p.id != ?", filter.except());
        if (before != null) {
            and(" AND (p.arrived_at < ?", before.arrivedAt());
            and(" OR p.arrived_at = ?", before.arrivedAt());
            and(" AND p.id < ?)", before.id());
        }
    }

    private void and(String text, Object parameter) {
        sql.append(text);
        parameters.add(parameter);
    }

    private void and(String text, Optional<?> parameter) {
        parameter.ifPresent(given -> and(text, (Object) given));
    }

    private List<Contact> read() {
        // What a batch has not sent yet would be missing.
        session.flushStatements();
        try (PreparedStatement statement =
                session.getConnection().prepareStatement(sql.append(IN_ORDER).toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, Row.parameter(parameters.get(i)));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return contacts(new Row(rows));
            }
        } catch (SQLException e) {
            throw new PersistenceException("The history cannot be read", e);
        }
    }

    private static List<Contact> contacts(Row row) throws SQLException {
        Map<UUID, Gathering> found = new LinkedHashMap<>();
        while (row.result().next()) {
            UUID id = row.id(1);
            Gathering gathering = found.get(id);
            if (gathering == null) {
                gathering = new Gathering(contact(row, id), new TreeMap<>(), new HashMap<>());
                found.put(id, gathering);
            }
            int number = row.number(13);
            if (number > 0 && !gathering.segments().containsKey(number)) {
                gathering.segments().put(number, segment(row, number));
            }
            Optional<UUID> writer = row.optionalId(23);
            if (writer.isPresent() && !gathering.wrapUps().containsKey(writer.get())) {
                gathering.wrapUps().put(writer.get(), wrapUp(row, writer.get()));
            }
        }
        return found.values().stream().map(Gathering::contact).toList();
    }

    /** An interaction while its parts come in. */
    private record Gathering(
            Contact bare, SortedMap<Integer, Contact.Segment> segments, Map<UUID, Contact.WrapUp> wrapUps) {
        Contact contact() {
            return new Contact(
                    bare.id(),
                    bare.channel(),
                    bare.from(),
                    bare.withheld(),
                    bare.fromE164(),
                    bare.to(),
                    bare.customer(),
                    bare.arrivedAt(),
                    bare.endedAt(),
                    bare.state(),
                    bare.cause(),
                    List.copyOf(segments.values()),
                    wrapUps.values().stream().sorted(AS_WRITTEN).toList());
        }
    }

    private static Contact contact(Row row, UUID id) throws SQLException {
        return new Contact(
                id,
                row.text(2),
                row.text(3),
                row.flag(4),
                row.optionalText(5),
                row.text(6),
                named(row, 7),
                row.instant(9),
                row.optionalInstant(10),
                row.text(11),
                row.optionalText(12),
                List.of(),
                List.of());
    }

    private static Contact.Segment segment(Row row, int number) throws SQLException {
        return new Contact.Segment(
                number,
                row.text(14),
                row.optionalId(15).map(new Name(row.text(16))::of),
                row.instant(17),
                row.optionalInstant(18),
                row.optionalInstant(19),
                row.optionalInstant(20),
                row.text(21),
                row.optionalText(22));
    }

    private static Contact.WrapUp wrapUp(Row row, UUID writer) throws SQLException {
        return new Contact.WrapUp(writer, row.optionalText(24), row.text(25), row.instant(26), row.optionalInstant(27));
    }

    /** Absent when the record is not there any more. */
    private static Optional<Named> named(Row row, int column) throws SQLException {
        Optional<String> name = row.optionalText(column + 1);
        Optional<UUID> id = row.optionalId(column);
        return name.isPresent() ? id.map(new Name(name.get())::of) : Optional.empty();
    }

    private record Name(String name) {
        Named of(UUID id) {
            return new Named(id, name);
        }
    }
}
