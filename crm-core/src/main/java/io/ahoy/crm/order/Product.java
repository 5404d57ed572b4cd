package io.ahoy.crm.order;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that is sold.
 *
 * @param version counts the changes
 * @param number as the centre's other programs name it
 * @param active still offered
 */
public record Product(UUID id, long version, String number, String title, boolean active, Instant changedAt) {}
