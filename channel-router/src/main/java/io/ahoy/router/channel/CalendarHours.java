package io.ahoy.router.channel;

import io.ahoy.crm.team.Calendar;
import io.ahoy.router.acd.WeeklyHours;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Configured calendars as the router takes them. */
public final class CalendarHours {
    private CalendarHours() {}

    public static WeeklyHours of(Calendar calendar) {
        return new WeeklyHours(calendar.zone(), spans(calendar.week()), spans(calendar.dates()));
    }

    private static <K> SortedMap<K, List<WeeklyHours.Span>> spans(SortedMap<K, List<Calendar.Span>> days) {
        SortedMap<K, List<WeeklyHours.Span>> spans = new TreeMap<>();
        days.forEach((day, of) -> spans.put(
                day,
                of.stream()
                        .map(span -> new WeeklyHours.Span(span.from(), span.to()))
                        .toList()));
        return spans;
    }
}
