package io.ahoy.crm.mail.report;

import io.ahoy.crm.access.Refusal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole days in one zone.
 *
 * @param to the last day, which is part of it
 */
public record Span(LocalDate from, LocalDate to, ZoneId zone) {
    /** @throws Refusal.Invalid it ends before it begins, or is longer than rows of this kind may be asked for */
    public Span checked(By by) {
        if (to.isBefore(from)) {
            throw new Refusal.Invalid("to", "The last day lies before the first; exchange them.");
        }
        if (ChronoUnit.DAYS.between(from, to) >= by.daysMax()) {
            throw new Refusal.Invalid(
                    "from", "The span is too long for these rows; ask for at most " + by.daysMax() + " days.");
        }
        return this;
    }
}
