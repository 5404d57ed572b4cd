package io.ahoy.router.sim;

import io.ahoy.crm.history.SegmentRow;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Segment;
import io.ahoy.router.history.SegmentRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The segments of a replay, beside those that the history tables hold. */
final class SegmentBook implements Simulation.Listener {
    private static final String HELD =
            "SELECT interaction, number, queue, agent, entered_at, answered_at, ended_at, cleared_at,"
                    + " outcome, cause, promised_low_ms, promised_high_ms FROM segment WHERE interaction = ?";

    private static final int SHOWN_MAX = 5;

    private final Map<Key, SegmentRow> replayed = new HashMap<>();
    private final Set<InteractionId> ended = new HashSet<>();

    private record Key(UUID interaction, int number) {}

    /** @param differing in words, at most a few */
    record Comparison(int interactions, int segments, int equal, List<String> differing) {
        Comparison {
            differing = List.copyOf(differing);
        }
    }

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        for (Output output : said) {
            if (output instanceof Output.SegmentChanged(Segment segment)) {
                replayed.put(new Key(segment.interaction().value(), segment.number()), SegmentRows.of(segment));
            } else if (output instanceof Output.InteractionChanged(InteractionView view)
                    && view.state() == InteractionState.CLOSED) {
                ended.add(view.id());
            }
        }
    }

    /** Of those who have left: what is not over yet the history may know more about. */
    Comparison compare(Connection connection) throws SQLException {
        SortedMap<InteractionId, Map<Integer, SegmentRow>> ours = new TreeMap<>();
        replayed.values().forEach(row -> {
            InteractionId id = new InteractionId(row.interaction());
            if (ended.contains(id)) {
                ours.computeIfAbsent(id, of -> new TreeMap<>()).put(row.number(), row);
            }
        });
        List<String> differing = new ArrayList<>();
        int segments = 0;
        int equal = 0;
        try (PreparedStatement query = connection.prepareStatement(HELD)) {
            for (Map.Entry<InteractionId, Map<Integer, SegmentRow>> one : ours.entrySet()) {
                // What was over before the replay began is in the history alone.
                Map<Key, SegmentRow> held = held(query, one.getKey());
                for (SegmentRow row : one.getValue().values()) {
                    segments++;
                    Optional<SegmentRow> recorded =
                            Optional.ofNullable(held.get(new Key(row.interaction(), row.number())));
                    if (recorded.equals(Optional.of(row))) {
                        equal++;
                    } else if (differing.size() < SHOWN_MAX) {
                        differing.add("recorded "
                                + recorded.map(SegmentRow::toString).orElse("nothing") + "\n  replayed " + row);
                    }
                }
            }
        }
        return new Comparison(ended.size(), segments, equal, differing);
    }

    private static Map<Key, SegmentRow> held(PreparedStatement query, InteractionId id) throws SQLException {
        Map<Key, SegmentRow> held = new HashMap<>();
        query.setString(1, id.value().toString());
        ResultSet row = query.executeQuery();
        while (row.next()) {
            SegmentRow found = new SegmentRow(
                    UUID.fromString(row.getString(1)),
                    row.getInt(2),
                    row.getString(3),
                    Optional.ofNullable(row.getString(4)).map(UUID::fromString),
                    at(row, 5).orElse(Instant.EPOCH),
                    at(row, 6),
                    at(row, 7),
                    at(row, 8),
                    row.getString(9),
                    Optional.ofNullable(row.getString(10)),
                    length(row, 11),
                    length(row, 12));
            held.put(new Key(found.interaction(), found.number()), found);
        }
        return held;
    }

    private static Optional<Duration> length(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Duration::ofMillis);
    }

    private static Optional<Instant> at(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }
}
