package io.ahoy.crm.history;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where an interaction stands now.
 *
 * @param state IVR before the router knows it, then the router's name of it, e.g. WAITING or CLOSED
 * @param cause why it ended
 */
public record StateRow(UUID interaction, String state, Optional<Instant> endedAt, Optional<String> cause) {}
