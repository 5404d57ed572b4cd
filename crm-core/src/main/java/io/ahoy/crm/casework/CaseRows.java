package io.ahoy.crm.casework;

import io.ahoy.crm.customer.Named;
import io.ahoy.crm.store.RecordJson;
import io.ahoy.crm.team.CasePriority;
import io.ahoy.crm.team.CaseType.StateKind;
import io.ahoy.crm.team.WorkingTime;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Cases as they lie in their tables. */
final class CaseRows {
    private CaseRows() {}

    record VersionRow(long version) {}

    record LoadRow(Optional<String> team, Optional<UUID> owner, int open, int nearlyOverdue, int overdue) {}

    record RelationRow(String kind, UUID id, String number, String subject, StateKind stateKind) {}

    /** What of an interaction matters to cases. */
    record InteractionRow(UUID id, Optional<UUID> serviceCase, Instant arrivedAt) {}

    record CaseRow(
            UUID id,
            long version,
            String number,
            String type,
            Optional<String> category,
            String state,
            StateKind stateKind,
            Instant stateSince,
            CasePriority priority,
            String subject,
            String description,
            Optional<UUID> customer,
            Optional<String> customerName,
            Optional<UUID> organisation,
            Optional<String> organisationName,
            Optional<UUID> owner,
            Optional<String> ownerName,
            Optional<String> team,
            Optional<UUID> product,
            Optional<String> productTitle,
            Optional<String> cause,
            Optional<String> remedy,
            String clocks,
            Instant dueAt,
            Instant dueSoonAt,
            Instant openedAt,
            Optional<Instant> answeredAt,
            Optional<Instant> solvedAt,
            Optional<Instant> closedAt,
            Instant changedAt,
            Optional<UUID> mergedInto,
            Optional<String> mergedNumber) {
        Case read() {
            return new Case(
                    id,
                    version,
                    number,
                    type,
                    category,
                    state,
                    stateKind,
                    stateSince,
                    priority,
                    subject,
                    description,
                    named(customer, customerName),
                    named(organisation, organisationName),
                    named(owner, ownerName),
                    team,
                    named(product, productTitle),
                    cause,
                    remedy,
                    RecordJson.read(clocks, CaseClocks.class),
                    ever(dueAt),
                    ever(dueSoonAt),
                    openedAt,
                    answeredAt,
                    solvedAt,
                    closedAt,
                    changedAt,
                    named(mergedInto, mergedNumber));
        }

        private static Optional<Named> named(Optional<UUID> id, Optional<String> name) {
            return id.map(known -> new Named(known, name.orElse("")));
        }

        private static Optional<Instant> ever(Instant at) {
            return at.equals(WorkingTime.NEVER) ? Optional.empty() : Optional.of(at);
        }
    }
}
