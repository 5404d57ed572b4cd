package io.ahoy.crm.mail.report;

import java.time.Duration;
import java.util.Optional;

/**
 * How long something took, over all of those of which it is known. Median and p90 are values that occurred: of n in their order the
 * ⌈n/2⌉th and the ⌈9n/10⌉th.
 *
 * @param sum kept beside the mean, so that means over several rows are made from sums
 */
public record Times(
        int count, Duration sum, Optional<Duration> mean, Optional<Duration> median, Optional<Duration> p90) {

    /** @param sorted milliseconds, the shortest first */
    static Times of(long[] sorted) {
        long sum = 0;
        for (long one : sorted) {
            sum += one;
        }
        return new Times(
                sorted.length,
                Duration.ofMillis(sum),
                sorted.length == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(sum / sorted.length)),
                at(sorted, 5),
                at(sorted, 9));
    }

    private static Optional<Duration> at(long[] sorted, int tenths) {
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(sorted[Math.ceilDiv(sorted.length * tenths, 10) - 1]));
    }
}
