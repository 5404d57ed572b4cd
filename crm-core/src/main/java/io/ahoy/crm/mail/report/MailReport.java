package io.ahoy.crm.mail.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * @param until after the last moment of the span
 * @param distribution of the times until the first answer
 */
public record MailReport(
        Span span, Instant from, Instant until, By by, MailFigures total, List<Step> distribution, List<Row> rows) {
    public MailReport {
        distribution = List.copyOf(distribution);
        rows = List.copyOf(rows);
    }

    /**
     * @param key of the mailbox, queue or category; absent of intervals, and of what has none
     * @param from with {@code until} the interval; absent of all others
     */
    public record Row(Optional<String> key, Optional<Instant> from, Optional<Instant> until, MailFigures figures) {}

    /**
     * @param upTo and more than the step before it; absent: any longer time
     * @param count of first answers that took so long
     */
    public record Step(Optional<Duration> upTo, int count) {}
}
