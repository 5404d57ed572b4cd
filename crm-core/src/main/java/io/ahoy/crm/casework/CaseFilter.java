package io.ahoy.crm.casework;

import io.ahoy.crm.team.CasePriority;
import io.ahoy.crm.team.CaseType.StateKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which cases a list shows; what is absent does not matter.
 *
 * @param unassigned nobody works on it
 * @param kinds of state; none: any
 * @param category or one below it
 * @param dueBefore a clock runs out before then
 * @param dueSoonBy nearly overdue by then, or overdue
 */
public record CaseFilter(
        Optional<UUID> owner,
        boolean unassigned,
        Optional<String> team,
        Optional<String> type,
        Optional<String> category,
        List<StateKind> kinds,
        Optional<CasePriority> priority,
        Optional<UUID> customer,
        Optional<UUID> organisation,
        Optional<Instant> dueBefore,
        Optional<Instant> dueSoonBy) {
    public static final CaseFilter ALL = new CaseFilter(
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public static CaseFilter of(UUID customer) {
        return new CaseFilter(
                ALL.owner,
                ALL.unassigned,
                ALL.team,
                ALL.type,
                ALL.category,
                ALL.kinds,
                ALL.priority,
                Optional.of(customer),
                ALL.organisation,
                ALL.dueBefore,
                ALL.dueSoonBy);
    }

    public CaseFilter {
        kinds = List.copyOf(kinds);
    }
}
