package io.ahoy.router.shell;

import io.ahoy.router.acd.Input;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the world said that did not fit, counted by kind, for a line in the log now and then: one such input is normal, hundreds a minute
 * are an adapter that has lost its way. Used by the owner thread; the sum may be read by any.
 */
final class Oddities {
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Map<String, Long> sinceReport = new TreeMap<>();
    private long reportedNanos;
    private volatile long ignored;

    /** @param now a reading of {@link System#nanoTime()} */
    Oddities(long now) {
        this.reportedNanos = now;
    }

    long ignored() {
        return ignored;
    }

    void ignored(Input input) {
        ignored = ignored + 1;
        count(input.getClass().getSimpleName() + " without effect");
    }

    void queueUnknown() {
        count("Arrived for an unknown queue");
    }

    /** Once a minute, if there is anything to say. */
    Optional<String> report(long nowNanos) {
        if (nowNanos - reportedNanos < EVERY.toNanos()) {
            return Optional.empty();
        }
        reportedNanos = nowNanos;
        if (sinceReport.isEmpty()) {
            return Optional.empty();
        }
        String kinds = sinceReport.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        sinceReport.clear();
        return Optional.of(kinds);
    }

    private void count(String kind) {
        sinceReport.merge(kind, 1L, Long::sum);
    }
}
