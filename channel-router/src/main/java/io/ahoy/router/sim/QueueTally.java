package io.ahoy.router.sim;

import io.ahoy.crm.history.EstimateFigures;
import io.ahoy.crm.history.QueueFigures;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures of METRICS.md by queue, from segments, as the board counts them from the database. */
final class QueueTally implements Simulation.Listener {
    private final Map<QueueId, Scenario.Thresholds> thresholds;
    private final Map<Key, Segment> open = new LinkedHashMap<>();
    private final SortedMap<QueueId, QueueFigures> figures = new TreeMap<>();

    private record Key(InteractionId interaction, int number) {}

    QueueTally(Map<QueueId, Scenario.Thresholds> thresholds) {
        this.thresholds = Map.copyOf(thresholds);
    }

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        for (Output output : said) {
            if (output instanceof Output.SegmentChanged(Segment segment)) {
                add(segment, now);
            }
        }
    }

    void add(Segment segment, Instant now) {
        Key key = new Key(segment.interaction(), segment.number());
        boolean isOver = segment.answeredAt().isPresent()
                ? segment.clearedAt().isPresent()
                : segment.endedAt().isPresent();
        if (isOver) {
            open.remove(key);
            figures.merge(segment.queue(), of(segment, now), QueueFigures::plus);
        } else {
            open.put(key, segment);
        }
    }

    /** Those who are still here count as they are now. */
    SortedMap<QueueId, QueueFigures> figures(Instant now) {
        SortedMap<QueueId, QueueFigures> all = new TreeMap<>(figures);
        open.values().forEach(segment -> all.merge(segment.queue(), of(segment, now), QueueFigures::plus));
        return all;
    }

    private QueueFigures of(Segment segment, Instant now) {
        Scenario.Thresholds limits = thresholds.getOrDefault(segment.queue(), Scenario.Thresholds.DEFAULT);
        boolean answered = segment.answeredAt().isPresent();
        boolean abandoned = !answered && segment.outcome() == Segment.Outcome.ABANDONED;
        boolean flowedOut = !answered && segment.outcome() == Segment.Outcome.FLOWED_OUT;
        boolean waiting = !answered && segment.outcome() == Segment.Outcome.OPEN;
        Duration wait = between(
                segment.enteredAt(), segment.answeredAt().or(segment::endedAt).orElse(now));
        boolean early = wait.compareTo(limits.serviceLevel()) < 0;
        boolean inTime = wait.compareTo(limits.serviceLevel()) <= 0;
        boolean tooShort = wait.compareTo(limits.shortAbandon()) < 0;
        boolean handled = answered && segment.clearedAt().isPresent();
        return new QueueFigures(
                1,
                one(answered),
                one(answered && inTime),
                one(abandoned),
                one(abandoned && tooShort),
                one(flowedOut),
                one(flowedOut && early),
                one(waiting),
                one(waiting && early),
                answered ? wait : Duration.ZERO,
                answered || abandoned ? wait : Duration.ZERO,
                Optional.empty(),
                one(handled),
                handled
                        ? between(
                                segment.answeredAt().orElse(now),
                                segment.clearedAt().orElse(now))
                        : Duration.ZERO,
                handled
                        ? between(
                                segment.endedAt().or(segment::clearedAt).orElse(now),
                                segment.clearedAt().orElse(now))
                        : Duration.ZERO,
                answered || abandoned
                        ? segment.promised()
                                .map(told -> EstimateFigures.judged(wait, answered, told.low(), told.high()))
                                .orElse(EstimateFigures.NONE)
                        : EstimateFigures.NONE);
    }

    private static int one(boolean so) {
        return so ? 1 : 0;
    }

    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }
}
