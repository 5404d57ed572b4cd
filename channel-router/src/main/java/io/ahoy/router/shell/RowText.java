package io.ahoy.router.shell;

import java.time.Instant;

/**
 * A journal row as it is kept. Writing it out is work that need not hold up the thread that stores it.
 *
 * @param payload its inputs, in the words of {@link JournalJson}
 */
public record RowText(long seq, Instant at, String payload) {
    public static RowText of(JournalRow row) {
        return new RowText(row.seq(), row.at(), JournalJson.write(row));
    }
}
