package io.ahoy.router.acd;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day of work, from midnight to midnight.
 *
 * @param number days since the epoch
 * @param beginsMillis of the epoch
 * @param endsMillis of the epoch, when the next begins
 */
record Workday(long number, long beginsMillis, long endsMillis) {
    static final Workday NONE = new Workday(0, 0, 0);

    static Workday of(Instant now, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        return new Workday(day.toEpochDay(), midnight(day, zone), midnight(day.plusDays(1), zone));
    }

    private static long midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    boolean holds(Instant now) {
        long millis = now.toEpochMilli();
        return beginsMillis <= millis && millis < endsMillis;
    }
}
