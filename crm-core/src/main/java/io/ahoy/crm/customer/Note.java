package io.ahoy.crm.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody wrote about a record, for his colleagues.
 *
 * @param version counts the changes
 * @param record what it is about
 */
public record Note(
        UUID id, long version, UUID record, String text, Named author, Instant writtenAt, Instant changedAt) {}
