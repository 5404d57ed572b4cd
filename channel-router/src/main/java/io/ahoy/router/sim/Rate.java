package io.ahoy.router.sim;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * How many come, as a Poisson process whose rate changes with the quarter of an hour.
 *
 * @param perHour one rate for each of the day's {@link #QUARTERS}, by local time
 * @param days on which anybody comes
 */
public record Rate(List<Double> perHour, SortedSet<DayOfWeek> days) {
    public static final int QUARTERS = 96;
    private static final int QUARTER_MINUTES = 15;
    private static final double HOUR_MILLIS = 3_600_000;

    public Rate {
        perHour = List.copyOf(perHour);
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
        if (perHour.size() != QUARTERS) {
            throw new IllegalArgumentException(perHour.size() + " rates for the 96 quarters of a day");
        }
    }

    /** The same at all times. */
    public static Rate constant(double perHour) {
        return new Rate(Collections.nCopies(QUARTERS, perHour), new TreeSet<>(List.of(DayOfWeek.values())));
    }

    /** On an average day of those on which anybody comes. */
    public double perDay() {
        return perHour.stream().mapToDouble(Double::doubleValue).sum() / 4;
    }

    private double at(ZonedDateTime quarter) {
        if (!days.contains(quarter.getDayOfWeek())) {
            return 0;
        }
        return perHour.get((quarter.getHour() * 60 + quarter.getMinute()) / QUARTER_MINUTES);
    }

    /** The moments of arrival, one after the other. */
    static final class Arrivals {
        private final Rate rate;
        private final ZoneId zone;
        private final RandomGenerator chance;
        private double at;
        private long quarterEnd = Long.MIN_VALUE;
        private double perMilli;

        Arrivals(Rate rate, ZoneId zone, Instant begin, RandomGenerator chance) {
            this.rate = rate;
            this.zone = zone;
            this.chance = chance;
            this.at = begin.toEpochMilli();
        }

        /** The next one before this end; the end itself if there is none. */
        Instant next(Instant end) {
            double due = Spread.exponential(chance);
            while (at < end.toEpochMilli()) {
                if (at >= quarterEnd) {
                    enterQuarter();
                }
                double fromQuarter = (quarterEnd - at) * perMilli;
                if (due < fromQuarter) {
                    at += due / perMilli;
                    return Instant.ofEpochMilli((long) at);
                }
                due -= fromQuarter;
                at = quarterEnd;
            }
            return end;
        }

        private void enterQuarter() {
            ZonedDateTime local = Instant.ofEpochMilli((long) at).atZone(zone);
            ZonedDateTime quarter = local.withMinute(local.getMinute() / QUARTER_MINUTES * QUARTER_MINUTES)
                    .withSecond(0)
                    .withNano(0);
            quarterEnd = quarter.plusMinutes(QUARTER_MINUTES).toInstant().toEpochMilli();
            perMilli = rate.at(quarter) / HOUR_MILLIS;
        }
    }
}
