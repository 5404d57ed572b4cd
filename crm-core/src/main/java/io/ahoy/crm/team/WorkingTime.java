package io.ahoy.crm.team;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Time that only passes while a calendar is open. Times of day that a clock change skips or repeats are resolved as {@link
 * ZonedDateTime#of} does, as the router does it: what is lost or won by the change is lost or won to the hours too.
 */
public final class WorkingTime {
    /** What never comes because the calendar has no hours any more; also what the database knows for it. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** So many days are looked through; a calendar that is closed longer is closed for good. */
    private static final int DAYS_MAX = 4_000;

    private final Optional<Calendar> calendar;

    /** @param calendar none: day and night */
    public WorkingTime(Optional<Calendar> calendar) {
        this.calendar = calendar;
    }

    private record Opening(Instant begin, Instant end) {
        Duration length() {
            return Duration.between(begin, end);
        }
    }

    /** The moment at which so much has passed since then; {@link #NEVER} if the calendar stays closed. A negative length goes back. */
    public Instant after(Instant from, Duration length) {
        if (calendar.isEmpty()) {
            return from.plus(length);
        }
        return length.isNegative()
                ? before(calendar.get(), from, length.negated())
                : after(calendar.get(), from, length);
    }

    /** How much passes between the two, negative when the second comes first. */
    public Duration between(Instant from, Instant to) {
        if (calendar.isEmpty()) {
            return Duration.between(from, to);
        }
        return to.isBefore(from) ? open(calendar.get(), to, from).negated() : open(calendar.get(), from, to);
    }

    private static Instant after(Calendar hours, Instant from, Duration length) {
        LocalDate day = LocalDate.ofInstant(from, hours.zone());
        Duration left = length;
        for (int i = 0; i < DAYS_MAX; i++, day = day.plusDays(1)) {
            for (Opening opening : openings(hours, day)) {
                Instant begin = latest(opening.begin(), from);
                Duration open = Duration.between(begin, opening.end());
                if (open.isPositive() && open.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = open.isPositive() ? left.minus(open) : left;
            }
        }
        return NEVER;
    }

    private static Instant before(Calendar hours, Instant from, Duration length) {
        LocalDate day = LocalDate.ofInstant(from, hours.zone());
        Duration left = length;
        for (int i = 0; i < DAYS_MAX; i++, day = day.minusDays(1)) {
            for (Opening opening : openings(hours, day).reversed()) {
                Instant end = opening.end().isBefore(from) ? opening.end() : from;
                Duration open = Duration.between(opening.begin(), end);
                if (open.isPositive() && open.compareTo(left) >= 0) {
                    return end.minus(left);
                }
                left = open.isPositive() ? left.minus(open) : left;
            }
        }
        return from;
    }

    private static Duration open(Calendar hours, Instant from, Instant to) {
        LocalDate last = LocalDate.ofInstant(to, hours.zone());
        Duration sum = Duration.ZERO;
        LocalDate day = LocalDate.ofInstant(from, hours.zone());
        for (int i = 0; i < DAYS_MAX && !day.isAfter(last); i++, day = day.plusDays(1)) {
            for (Opening opening : openings(hours, day)) {
                Instant end = opening.end().isBefore(to) ? opening.end() : to;
                Duration open = Duration.between(latest(opening.begin(), from), end);
                sum = open.isPositive() ? sum.plus(open) : sum;
            }
        }
        return sum;
    }

    private static List<Opening> openings(Calendar hours, LocalDate day) {
        List<Calendar.Span> spans =
                hours.dates().getOrDefault(day, hours.week().getOrDefault(day.getDayOfWeek(), List.of()));
        return spans.stream()
                .map(span -> opening(hours, day, span))
                // Hours that lie wholly in what a clock change skips.
                .filter(Predicate.not(opening -> opening.length().isNegative()))
                .sorted(Comparator.comparing(Opening::begin))
                .toList();
    }

    private static Opening opening(Calendar hours, LocalDate day, Calendar.Span span) {
        LocalDate endDay = span.to().equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        return new Opening(
                ZonedDateTime.of(day, span.from(), hours.zone()).toInstant(),
                ZonedDateTime.of(endDay, span.to(), hours.zone()).toInstant());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
