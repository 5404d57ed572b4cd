package io.ahoy.crm.team;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Opening hours.
 *
 * @param week days that are missing are closed
 * @param dates in place of the week's spans on that date; no spans mean a holiday
 */
public record Calendar(
        String id,
        Titles title,
        ZoneId zone,
        SortedMap<DayOfWeek, List<Span>> week,
        SortedMap<LocalDate, List<Span>> dates)
        implements Configured {
    public Calendar {
        week = Sorted.lists(week);
        dates = Sorted.lists(dates);
    }

    /**
     * From one time of day to a later one on the same day.
     *
     * @param to midnight stands for the end of the day
     */
    public record Span(LocalTime from, LocalTime to) {
        boolean isForwards() {
            return endsWithDay() || from.isBefore(to);
        }

        boolean overlaps(Span other) {
            return (other.endsWithDay() || from.isBefore(other.to)) && (endsWithDay() || other.from.isBefore(to));
        }

        private boolean endsWithDay() {
            return to.equals(LocalTime.MIDNIGHT);
        }
    }

    public static Calendar always(String id, Titles title, ZoneId zone) {
        SortedMap<DayOfWeek, List<Span>> week = new TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
        }
        return new Calendar(id, title, zone, week, Collections.emptySortedMap());
    }

    boolean isEverOpen(LocalDate today) {
        return Stream.concat(week.values().stream(), dates.tailMap(today).values().stream())
                .anyMatch(spans -> !spans.isEmpty());
    }

    @Override
    public Kind kind() {
        return Kind.CALENDARS;
    }

    @Override
    public String key() {
        return id;
    }
}
