package io.ahoy.crm.history;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An interaction that begins.
 *
 * @param channel VOICE, EMAIL, FAX, CHAT or CALLBACK
 * @param from as shown to people, cleaned; cut to 64 characters
 * @param fromAddress of a mail
 * @param to what the customer dialled or wrote to; cut to 64 characters
 */
public record NewContact(
        UUID id,
        String channel,
        String from,
        boolean withheld,
        Optional<String> fromE164,
        Optional<String> fromAddress,
        String to,
        Optional<UUID> customer,
        Instant arrivedAt) {
    private static final int SHOWN_MAX = 64;

    public NewContact {
        from = cut(from);
        to = cut(to);
    }

    /** By telephone. */
    public NewContact(
            UUID id,
            String channel,
            String from,
            boolean withheld,
            Optional<String> fromE164,
            String to,
            Optional<UUID> customer,
            Instant arrivedAt) {
        this(id, channel, from, withheld, fromE164, Optional.empty(), to, customer, arrivedAt);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN_MAX));
    }
}
