package io.ahoy.crm.mail.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A span cut into intervals that begin with each of its days: a day on which clocks change has an hour, or four quarters, more or less.
 *
 * @param starts of the intervals
 * @param end of the last one
 */
record Grid(List<Instant> starts, Instant end) {
    Grid {
        starts = List.copyOf(starts);
    }

    /** @param step a day, or a part of one */
    static Grid of(Span span, Duration step) {
        List<Instant> starts = new ArrayList<>();
        for (LocalDate day = span.from(); !day.isAfter(span.to()); day = day.plusDays(1)) {
            Instant next = startOf(day.plusDays(1), span);
            Instant at = startOf(day, span);
            do {
                starts.add(at);
                at = step.compareTo(Duration.ofDays(1)) < 0 ? at.plus(step) : next;
            } while (at.isBefore(next));
        }
        return new Grid(starts, end(span));
    }

    static Instant begin(Span span) {
        return startOf(span.from(), span);
    }

    static Instant end(Span span) {
        return startOf(span.to().plusDays(1), span);
    }

    /** @param at within the span */
    Instant startOf(Instant at) {
        int found = Collections.binarySearch(starts, at);
        return starts.get(found >= 0 ? found : -found - 2);
    }

    /** Of the interval that begins there. */
    Instant endOf(Instant start) {
        int next = Collections.binarySearch(starts, start) + 1;
        return next < starts.size() ? starts.get(next) : end;
    }

    private static Instant startOf(LocalDate day, Span span) {
        return day.atStartOfDay(span.zone()).toInstant();
    }
}
