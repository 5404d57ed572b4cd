package io.ahoy.router.acd;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Opening hours: spans for each day of the week, in a zone, and other spans on single dates. Times that a clock change skips or
 * repeats are resolved as {@link ZonedDateTime#of} does.
 *
 * @param week days that are missing are closed
 * @param dates in place of the week's spans on that date; no spans mean a holiday
 */
public record WeeklyHours(ZoneId zone, SortedMap<DayOfWeek, List<Span>> week, SortedMap<LocalDate, List<Span>> dates) {
    /** Far enough to find the next opening behind long holidays. */
    private static final int DAYS_AHEAD = 400;

    public WeeklyHours {
        week = sorted(week);
        dates = sorted(dates);
    }

    /**
     * From one time of day to a later one on the same day.
     *
     * @param to midnight stands for the end of the day
     */
    public record Span(LocalTime from, LocalTime to) {
        public Span {
            Check.that(
                    to.equals(LocalTime.MIDNIGHT) || from.isBefore(to), "hours from %s to %s end too early", from, to);
        }

        private Instant begin(LocalDate day, ZoneId zone) {
            return ZonedDateTime.of(day, from, zone).toInstant();
        }

        private Instant end(LocalDate day, ZoneId zone) {
            LocalDate endDay = to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
            return ZonedDateTime.of(endDay, to, zone).toInstant();
        }
    }

    public static WeeklyHours always(ZoneId zone) {
        SortedMap<DayOfWeek, List<Span>> week = new TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
        }
        return new WeeklyHours(zone, week, Collections.emptySortedMap());
    }

    public boolean isOpen(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return spans(day).stream()
                .anyMatch(span -> !at.isBefore(span.begin(day, zone)) && at.isBefore(span.end(day, zone)));
    }

    /** The next moment after this one at which open becomes closed or the other way round; empty if that is more than a year away. */
    public Optional<Instant> nextChange(Instant after) {
        boolean open = isOpen(after);
        LocalDate first = LocalDate.ofInstant(after, zone);
        for (int i = 0; i <= DAYS_AHEAD; i++) {
            for (Instant edge : edges(first.plusDays(i))) {
                if (edge.isAfter(after) && isOpen(edge) != open) {
                    return Optional.of(edge);
                }
            }
        }
        return Optional.empty();
    }

    /** This moment if it is open, else the next opening. */
    public Optional<Instant> openFrom(Instant at) {
        return isOpen(at) ? Optional.of(at) : nextChange(at);
    }

    private List<Instant> edges(LocalDate day) {
        List<Instant> edges = new ArrayList<>();
        for (Span span : spans(day)) {
            edges.add(span.begin(day, zone));
            edges.add(span.end(day, zone));
        }
        edges.sort(Comparator.naturalOrder());
        return edges;
    }

    private List<Span> spans(LocalDate day) {
        return dates.getOrDefault(day, week.getOrDefault(day.getDayOfWeek(), List.of()));
    }

    private static <K extends Comparable<? super K>> SortedMap<K, List<Span>> sorted(SortedMap<K, List<Span>> spans) {
        SortedMap<K, List<Span>> copy = new TreeMap<>();
        spans.forEach((day, of) -> copy.put(
                day, of.stream().sorted(Comparator.comparing(Span::from)).toList()));
        return Collections.unmodifiableSortedMap(copy);
    }
}
