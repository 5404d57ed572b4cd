package io.ahoy.desktop.feed;

import io.ahoy.crm.history.Figures;
import io.ahoy.crm.history.MinuteFigures;
import io.ahoy.crm.history.QueueFigures;
import io.ahoy.crm.team.WorkingTime;
import io.ahoy.desktop.feed.Frame.Minute;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Today's figures by METRICS.md, read from the segments off the feed's thread. */
final class FiguresToday {
    private static final Logger LOG = LoggerFactory.getLogger(FiguresToday.class);

    private final Figures figures;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Executor threads;
    private final Runnable whenRead;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Map.of(), Map.of(), Duration.ZERO);

    /**
     * @param times in which waits pass, of queues where that is not day and night
     * @param took how long it took to read, so that a heavy reading is done less often
     */
    record Snapshot(
            Map<String, QueueFigures> today,
            Map<String, List<Minute>> hours,
            Map<String, WorkingTime> times,
            Duration took) {
        QueueFigures of(String queue) {
            return Optional.ofNullable(today.get(queue)).orElse(QueueFigures.NONE);
        }

        /** Since when it would wait if the queue had been open all the time. */
        Instant waitsSince(String queue, Instant enteredAt, Instant now) {
            return Optional.ofNullable(times.get(queue))
                    .filter(ignored -> enteredAt.isBefore(now))
                    .map(time -> now.minus(time.between(enteredAt, now)))
                    .orElse(enteredAt);
        }

        List<Minute> lastHour(String queue) {
            return hours.getOrDefault(queue, List.of());
        }
    }

    FiguresToday(Figures figures, ZoneId zone, InstantSource clock, Executor threads, Runnable whenRead) {
        this.figures = figures;
        this.zone = zone;
        this.clock = clock;
        this.threads = threads;
        this.whenRead = whenRead;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Does nothing while a reading is under way. */
    void read() {
        if (reading.compareAndSet(false, true)) {
            threads.execute(this::readNow);
        }
    }

    private void readNow() {
        try {
            Instant now = clock.instant();
            Map<String, QueueFigures> today = figures.today(zone, now);
            Map<String, List<Minute>> hours = hours(figures.lastHour(now));
            Map<String, WorkingTime> times = figures.timesInHours();
            snapshot = new Snapshot(today, hours, times, Duration.between(now, clock.instant()));
            whenRead.run();
        } catch (RuntimeException e) {
            LOG.warn("Today's figures could not be read: {}", e.toString());
        } finally {
            reading.set(false);
        }
    }

    private static Map<String, List<Minute>> hours(Map<String, List<MinuteFigures>> figures) {
        return figures.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .map(minute -> new Minute(
                                        minute.at(), minute.answered(), minute.abandoned(), minute.maxWait()))
                                .toList()));
    }
}
