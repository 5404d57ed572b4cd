package io.ahoy.crm.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of the audit trail.
 *
 * @param agent absent: Ahoy itself
 * @param action SHOWN: {@code record} is the operation, as {@code /find}, that showed records of this kind among others
 * @param token the program that did it for the agent
 * @param before JSON of what changed, as it was; absent too when the person was erased since
 * @param after as it is from then on
 * @param erased what stood here was about somebody who has been erased since
 */
public record AuditEntry(
        UUID id,
        Instant at,
        Optional<UUID> agent,
        Optional<String> agentName,
        Optional<UUID> token,
        String action,
        String subject,
        String record,
        Optional<String> before,
        Optional<String> after,
        boolean erased) {}
