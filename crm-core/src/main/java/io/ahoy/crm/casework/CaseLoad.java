package io.ahoy.crm.casework;

import io.ahoy.crm.casework.CaseRows.LoadRow;
import io.ahoy.crm.store.Db;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * How many cases are not solved, and what of them is due, at one moment.
 *
 * @param byTeam those of no team under the empty text
 */
public record CaseLoad(Map<String, Count> byTeam, Map<UUID, Count> byOwner) {
    public static final CaseLoad NONE = new CaseLoad(Map.of(), Map.of());

    public CaseLoad {
        byTeam = Map.copyOf(byTeam);
        byOwner = Map.copyOf(byOwner);
    }

    /** @param open waiting for the customer too, and those that are due */
    public record Count(int open, int nearlyOverdue, int overdue) {
        public static final Count NONE = new Count(0, 0, 0);

        Count plus(Count other) {
            return new Count(open + other.open, nearlyOverdue + other.nearlyOverdue, overdue + other.overdue);
        }
    }

    public static CaseLoad read(Db db, Instant now) {
        List<LoadRow> rows =
                db.call(session -> session.getMapper(CaseMapper.class).load(now));
        Map<String, Count> byTeam = new HashMap<>();
        Map<UUID, Count> byOwner = new HashMap<>();
        for (LoadRow row : rows) {
            Count count = new Count(row.open(), row.nearlyOverdue(), row.overdue());
            byTeam.merge(row.team().orElse(""), count, Count::plus);
            row.owner().ifPresent(owner -> byOwner.merge(owner, count, Count::plus));
        }
        return new CaseLoad(byTeam, byOwner);
    }

    public Count of(UUID agent) {
        return Optional.ofNullable(byOwner.get(agent)).orElse(Count.NONE);
    }

    public Count ofTeam(String team) {
        return Objects.requireNonNull(byTeam.getOrDefault(team, Count.NONE));
    }
}
