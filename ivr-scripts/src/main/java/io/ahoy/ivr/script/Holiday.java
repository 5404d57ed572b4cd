package io.ahoy.ivr.script;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/** A day on which a centre is closed: every year, or in one. */
public record Holiday(MonthDay day, Optional<Integer> year) {
    public boolean falls(LocalDate on) {
        return MonthDay.from(on).equals(day)
                && year.map(only -> only == on.getYear()).orElse(true);
    }
}
