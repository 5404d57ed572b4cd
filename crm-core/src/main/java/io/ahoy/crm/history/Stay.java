package io.ahoy.crm.history;

import io.ahoy.crm.team.ServiceLevel;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A segment as METRICS.md judges it, in whatever time its queue's waits pass. What {@link FiguresMapper} does in SQL for queues that are
 * always open this does one by one.
 *
 * @param outcome OPEN, ANSWERED, ABANDONED or FLOWED_OUT
 */
public record Stay(
        String queue,
        Instant enteredAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        Optional<Instant> clearedAt,
        String outcome,
        Optional<Duration> promisedLow,
        Optional<Duration> promisedHigh) {

    /** @param now until when it has waited if it still does */
    public QueueFigures judged(ServiceLevel level, Instant now) {
        Duration wait = waited(level, now);
        boolean answered = answeredAt.isPresent();
        boolean abandoned = isAbandoned();
        boolean flowedOut = !answered && outcome.equals("FLOWED_OUT");
        boolean waiting = !answered && outcome.equals("OPEN");
        boolean early = wait.compareTo(level.threshold()) < 0;
        boolean handled = answered && clearedAt.isPresent();
        return new QueueFigures(
                1,
                one(answered),
                one(answered && wait.compareTo(level.threshold()) <= 0),
                one(abandoned),
                one(abandoned && wait.compareTo(level.shortAbandon()) < 0),
                one(flowedOut),
                one(flowedOut && early),
                one(waiting),
                one(waiting && early),
                answered ? wait : Duration.ZERO,
                answered || abandoned ? wait : Duration.ZERO,
                Optional.empty(),
                one(handled),
                handled ? between(answeredAt, clearedAt) : Duration.ZERO,
                handled ? between(endedAt.or(() -> clearedAt), clearedAt) : Duration.ZERO,
                estimate(wait, answered, abandoned));
    }

    /** Until an agent was connected, it left, or now. */
    Duration waited(ServiceLevel level, Instant now) {
        Duration wait =
                level.time().between(enteredAt, answeredAt.or(() -> endedAt).orElse(now));
        return wait.isNegative() ? Duration.ZERO : wait.truncatedTo(ChronoUnit.MILLIS);
    }

    boolean isAbandoned() {
        return answeredAt.isEmpty() && outcome.equals("ABANDONED");
    }

    private EstimateFigures estimate(Duration wait, boolean answered, boolean abandoned) {
        if (promisedHigh.isEmpty()) {
            return EstimateFigures.NONE;
        }
        Duration low = promisedLow.orElse(Duration.ZERO);
        Duration high = promisedHigh.get();
        boolean kept = answered && wait.compareTo(low) >= 0 && wait.compareTo(high) <= 0;
        Duration middle = Duration.ofMillis((low.toMillis() + high.toMillis()) / 2);
        return new EstimateFigures(
                one(answered),
                one(abandoned && wait.compareTo(high) > 0),
                one(kept),
                answered ? wait.minus(middle).abs() : Duration.ZERO);
    }

    private static Duration between(Optional<Instant> from, Optional<Instant> to) {
        return from.flatMap(begin -> to.map(end -> Duration.between(begin, end)))
                .orElse(Duration.ZERO);
    }

    private static int one(boolean is) {
        return is ? 1 : 0;
    }
}
