package io.ahoy.ivr.script;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours on some days of the week. {@code to} does not belong to them. If {@code to} is not after {@code from} they last past midnight
 * into the next day: 22:00 to 06:00, or, from 00:00 to 00:00, the whole day.
 */
public record OpenTime(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    public OpenTime {
        EnumSet<DayOfWeek> ordered = EnumSet.noneOf(DayOfWeek.class);
        ordered.addAll(days);
        days = Collections.unmodifiableSet(ordered);
    }

    public boolean contains(LocalDateTime at) {
        LocalTime time = at.toLocalTime();
        DayOfWeek day = at.getDayOfWeek();
        if (to.isAfter(from)) {
            return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
        }
        boolean evening = days.contains(day) && !time.isBefore(from);
        boolean morningAfter = days.contains(day.minus(1)) && time.isBefore(to);
        return evening || morningAfter;
    }
}
