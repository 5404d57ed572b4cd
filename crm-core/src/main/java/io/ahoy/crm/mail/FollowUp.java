package io.ahoy.crm.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation that is to come back.
 *
 * @param agent who wants it, and is asked first then
 * @param note what is to be done then; may be empty
 */
public record FollowUp(UUID thread, UUID agent, Instant dueAt, String note) {}
