package io.ahoy.router.sim;

import io.ahoy.router.acd.BreakReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One agent's shift on one day. */
record Duty(Instant from, Instant to, List<Pause> pauses) {
    Duty {
        pauses = List.copyOf(pauses);
    }

    record Pause(Instant at, Instant until, BreakReason reason) {}

    /**
     * Absent if the shift is not of this day.
     *
     * @param day on which the shift begins
     * @param number of the agent in his crew, from 0, which decides on the wave of his breaks
     */
    static Optional<Duty> on(LocalDate day, Scenario.Shift shift, int number, ZoneId zone) {
        if (!shift.days().contains(day.getDayOfWeek())) {
            return Optional.empty();
        }
        boolean overnight = !shift.to().isAfter(shift.from());
        Instant from = day.atTime(shift.from()).atZone(zone).toInstant();
        Instant to =
                day.plusDays(overnight ? 1 : 0).atTime(shift.to()).atZone(zone).toInstant();
        return Optional.of(new Duty(
                from,
                to,
                shift.breaks().stream()
                        .map(pause -> pause(day, shift, pause, number, zone))
                        .filter(pause -> pause.at().isBefore(to))
                        .toList()));
    }

    private static Pause pause(LocalDate day, Scenario.Shift shift, Scenario.Break pause, int number, ZoneId zone) {
        LocalDate date = pause.at().isBefore(shift.from()) ? day.plusDays(1) : day;
        Instant at = date.atTime(pause.at())
                .atZone(zone)
                .toInstant()
                .plus(pause.length().multipliedBy(number % pause.waves()));
        return new Pause(at, at.plus(pause.length()), pause.reason());
    }
}
