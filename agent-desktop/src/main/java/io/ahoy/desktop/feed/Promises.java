package io.ahoy.desktop.feed;

import io.ahoy.router.acd.Estimate;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The wait that those who wait were last told, or that was estimated when they came. */
final class Promises {
    private final Map<InteractionId, Promise> promises = new ConcurrentHashMap<>();

    /** @param segment the stay in a queue for which it was made */
    private record Promise(int segment, Estimate estimate, Instant at) {}

    /** The estimate of the entry; a later announcement of the same stay is kept. */
    void entered(Segment segment) {
        if (segment.outcome() != Segment.Outcome.OPEN) {
            promises.computeIfPresent(
                    segment.interaction(), (same, known) -> known.segment() <= segment.number() ? null : known);
            return;
        }
        segment.promised()
                .map(estimate -> new Promise(segment.number(), estimate, segment.enteredAt()))
                .ifPresent(fresh -> promises.merge(
                        segment.interaction(),
                        fresh,
                        (known, other) -> known.segment() >= other.segment() ? known : other));
    }

    void announced(InteractionId interaction, int segment, Estimate estimate, Instant at) {
        promises.put(interaction, new Promise(segment, estimate, at));
    }

    void forget(InteractionId interaction) {
        promises.remove(interaction);
    }

    /** What is left of it; nothing once it has run out, because then it was wrong. */
    Optional<Estimate> of(InteractionId interaction, Instant now) {
        return Optional.ofNullable(promises.get(interaction)).flatMap(promise -> left(promise, now));
    }

    private static Optional<Estimate> left(Promise promise, Instant now) {
        Duration gone = Duration.between(promise.at(), now);
        Estimate told = promise.estimate();
        Duration high = told.high().minus(gone);
        if (!high.isPositive()) {
            return Optional.empty();
        }
        Duration low = told.low().minus(gone);
        return Optional.of(new Estimate(told.position(), low.isNegative() ? Duration.ZERO : low, high, told.cause()));
    }
}
