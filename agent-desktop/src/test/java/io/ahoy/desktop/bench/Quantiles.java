package io.ahoy.desktop.bench;

import java.time.Duration;
import java.util.List;

/** Of measured times, by the nearest rank. */
record Quantiles(double p50, double p99, int count) {
    static Quantiles ofMillis(List<Duration> times) {
        double[] sorted = times.stream()
                .mapToDouble(time -> time.toNanos() / 1e6)
                .sorted()
                .toArray();
        return new Quantiles(at(sorted, 0.5), at(sorted, 0.99), sorted.length);
    }

    private static double at(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
