package io.ahoy.crm.casework;

import io.ahoy.crm.customer.Named;
import io.ahoy.crm.team.CasePriority;
import io.ahoy.crm.team.CaseType.StateKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Something that a customer wants, until it is done.
 *
 * @param version counts the changes
 * @param number for people, as C-2026-000123
 * @param type of the configured case types
 * @param category of the configured case categories
 * @param state of the lifecycle of its type
 * @param owner the agent who works on it
 * @param team that looks after it
 * @param product that it is about
 * @param cause of a complaint
 * @param remedy what was done about a complaint
 * @param due when the clock runs out that runs out first; absent while none runs
 * @param dueSoon from then on nearly overdue
 * @param answeredAt for the first time
 * @param mergedInto the case, by its number, in which this one goes on
 */
public record Case(
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
        Optional<Named> customer,
        Optional<Named> organisation,
        Optional<Named> owner,
        Optional<String> team,
        Optional<Named> product,
        Optional<String> cause,
        Optional<String> remedy,
        CaseClocks clocks,
        Optional<Instant> due,
        Optional<Instant> dueSoon,
        Instant openedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> solvedAt,
        Optional<Instant> closedAt,
        Instant changedAt,
        Optional<Named> mergedInto) {

    /** Of whom and what it tells: itself and its customer. */
    public Stream<UUID> tellsOf() {
        return Stream.concat(Stream.of(id), customer.stream().map(Named::id));
    }

    Progress progress() {
        return new Progress(state, stateKind, stateSince, clocks, openedAt, answeredAt, solvedAt, closedAt);
    }
}
