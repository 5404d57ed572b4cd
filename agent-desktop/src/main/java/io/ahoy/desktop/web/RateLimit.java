package io.ahoy.desktop.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** So many requests a second from each caller, and a few more at once: one that runs wild does not slow down the others. */
final class RateLimit {
    private static final long MILLIS = 1_000;

    private final int perSecond;
    private final int burst;
    private final Map<UUID, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimit(int perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** A thousandth of a request is the unit, so that time adds whole numbers. */
    private record Bucket(long milli, Instant at) {}

    /** @throws Problem with the time after which it may be tried again */
    void take(UUID caller, Instant now) {
        Bucket after = buckets.merge(caller, new Bucket((burst - 1) * MILLIS, now), (known, ignored) -> {
            long passed = Math.max(0, Duration.between(known.at(), now).toMillis());
            long filled = Math.min(burst * MILLIS, Math.max(0, known.milli()) + passed * perSecond);
            return new Bucket(filled - MILLIS, now);
        });
        if (after.milli() < 0) {
            throw Problem.tooMany(
                    "At most " + perSecond + " requests a second, and " + burst + " at once.", Duration.ofSeconds(1));
        }
    }
}
