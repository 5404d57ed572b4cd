package io.ahoy.crm.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/** The last contact of a page, as the key after which the next one begins. */
record HistoryCursor(Instant arrivedAt, UUID id) {
    static HistoryCursor parse(String text) {
        try {
            String[] parts = text.split("_", 2);
            return new HistoryCursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException broken) {
            throw new IllegalArgumentException("Not the next of a page: " + text, broken);
        }
    }

    static String after(Contact last) {
        return last.arrivedAt().toEpochMilli() + "_" + last.id();
    }
}
