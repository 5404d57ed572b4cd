package io.ahoy.crm.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message whose bytes are safe.
 *
 * @param fingerprint the same for the same message wherever and however often it comes
 */
public record Received(
        UUID id,
        String mailbox,
        String sha256,
        long size,
        Optional<String> messageId,
        String fingerprint,
        Instant at) {}
