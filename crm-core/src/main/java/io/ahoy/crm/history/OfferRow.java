package io.ahoy.crm.history;

import java.time.Instant;
import java.util.UUID;

/**
 * One offer to one agent, after it ended.
 *
 * @param attempt from 1, counted over the whole interaction
 * @param reasonJson why this agent, as data
 */
public record OfferRow(
        UUID interaction,
        int attempt,
        UUID agent,
        String queue,
        Instant offeredAt,
        Instant endedAt,
        String outcome,
        String reasonJson) {}
