package io.ahoy.router.acd;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What happens by itself, in order. Everything that has a limit today occupies a seat, so a seat has at most one deadline and its
 * state says which.
 */
final class Deadlines {
    private final TreeMap<Due, Seat> due =
            new TreeMap<>(Comparator.comparing(Due::at).thenComparing(Due::agent));

    private record Due(Instant at, AgentId agent) {}

    void add(Seat seat) {
        seat.due().ifPresent(at -> due.put(new Due(at, seat.agent), seat));
    }

    void remove(Seat seat) {
        seat.due().ifPresent(at -> due.remove(new Due(at, seat.agent)));
    }

    Optional<Instant> next() {
        return due.isEmpty() ? Optional.empty() : Optional.of(due.firstKey().at());
    }

    /** The seat whose deadline is over first, if any is. */
    Optional<Seat> over(Instant now) {
        if (due.isEmpty() || due.firstKey().at().isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(due.firstEntry().getValue());
    }
}
