package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That what is left to chance has the distribution that theory assumes. */
class SpreadTest {
    private static final int DRAWS = 400_000;
    /** Of a load near its limit 0.15 % too much are about 1 % of an ASA. */
    private static final int DRAWS_FOR_MEAN = 4_000_000;

    private static final double MEAN_LIMIT = 3 / Math.sqrt(DRAWS_FOR_MEAN);
    private static final double MEAN_SECONDS = 180;
    private static final Duration MEAN = Duration.ofSeconds((long) MEAN_SECONDS);
    private static final Instant FAR = Instant.EPOCH.plus(Duration.ofDays(36_500_000));
    /** Kolmogorov and Smirnov's limit for one false alarm in some thousand; the seeds are fixed. */
    private static final double LIMIT = 2 / Math.sqrt(DRAWS);

    private final SplittableRandom chance = new SplittableRandom(8);

    @Test
    @DisplayName("exponential")
    void exponential() {
        Spread spread = new Spread.Exponential(MEAN);
        DoubleSupplier draw = () -> ErlangStudy.seconds(spread.draw(chance));
        assertThat(mean(draw)).isEqualTo(MEAN_SECONDS, within(MEAN_SECONDS * MEAN_LIMIT));
        assertThat(distance(draw(draw), SpreadTest::exponential)).isLessThan(LIMIT);
    }

    @Test
    @DisplayName("lognormal with the mean and the deviation that were asked for")
    void lognormal() {
        Spread spread = new Spread.Lognormal(MEAN, Duration.ofSeconds(90));
        double[] drawn = draw(() -> ErlangStudy.seconds(spread.draw(chance)));
        double mean = DoubleStream.of(drawn).average().orElseThrow();
        double square = DoubleStream.of(drawn).map(x -> x * x).average().orElseThrow();
        assertThat(mean).isEqualTo(MEAN_SECONDS, within(MEAN_SECONDS * 0.005));
        assertThat(Math.sqrt(square - mean * mean)).isEqualTo(90, within(1.0));
    }

    @Test
    @DisplayName("arrivals are a Poisson process")
    void arrivals() {
        Rate.Arrivals arrivals =
                new Rate.Arrivals(Rate.constant(3600 / MEAN_SECONDS), ZoneOffset.UTC, Instant.EPOCH, chance);
        double[] last = {0};
        DoubleSupplier gap = () -> {
            double at = arrivals.next(FAR).toEpochMilli() / 1_000.0;
            double since = at - last[0];
            last[0] = at;
            return since;
        };
        assertThat(mean(gap)).isEqualTo(MEAN_SECONDS, within(MEAN_SECONDS * MEAN_LIMIT));
        assertThat(distance(draw(gap), SpreadTest::exponential)).isLessThan(LIMIT);
    }

    @Test
    @DisplayName("as many come in each quarter of an hour as its rate says, and nobody on other days")
    void profile() {
        List<Double> perHour = new ArrayList<>(Collections.nCopies(Rate.QUARTERS, 0.0));
        perHour.set(32, 400.0);
        perHour.set(33, 1_200.0);
        Rate rate = new Rate(perHour, new TreeSet<>(List.of(DayOfWeek.MONDAY)));
        Instant monday = Instant.parse("2026-03-02T00:00:00Z");
        Instant end = monday.plus(Duration.ofDays(700));
        Rate.Arrivals arrivals = new Rate.Arrivals(rate, ZoneOffset.UTC, monday, chance);
        int[] quarters = new int[Rate.QUARTERS];
        for (Instant at = arrivals.next(end); at.isBefore(end); at = arrivals.next(end)) {
            assertThat(at.atZone(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            quarters[at.atZone(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 900]++;
        }
        // A hundred Mondays: within three standard deviations.
        assertThat((double) quarters[32]).isEqualTo(10_000, within(300.0));
        assertThat((double) quarters[33]).isEqualTo(30_000, within(520.0));
        assertThat(quarters[31] + quarters[34]).isZero();
    }

    private static double exponential(double seconds) {
        return -Math.expm1(-seconds / MEAN_SECONDS);
    }

    private static double mean(DoubleSupplier of) {
        return DoubleStream.generate(of).limit(DRAWS_FOR_MEAN).average().orElseThrow();
    }

    private static double[] draw(DoubleSupplier of) {
        return DoubleStream.generate(of).limit(DRAWS).toArray();
    }

    /** The largest distance between what was drawn and what was meant. */
    private static double distance(double[] drawn, DoubleUnaryOperator meant) {
        double[] sorted = DoubleStream.of(drawn).sorted().toArray();
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            distance = Math.max(distance, Math.abs(meant.applyAsDouble(sorted[i]) - (i + 0.5) / sorted.length));
        }
        return distance;
    }
}
