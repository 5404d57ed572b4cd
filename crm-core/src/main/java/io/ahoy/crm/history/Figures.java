package io.ahoy.crm.history;

import io.ahoy.crm.history.FiguresMapper.FiguresRow;
import io.ahoy.crm.history.FiguresMapper.MinuteRow;
import io.ahoy.crm.history.FiguresMapper.OldestRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.ServiceLevel;
import io.ahoy.crm.team.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The figures of METRICS.md, computed from segment rows whenever asked; nothing is counted beside them. */
public final class Figures {
    private static final int MINUTES = 60;
    /** Of a queue that is removed while its figures are read. */
    private static final ServiceLevel UNKNOWN = new ServiceLevel(
            Duration.ZERO, 0, Duration.ZERO, new WorkingTime(Optional.empty()), false, Optional.empty());

    private final Db db;

    public Figures(Db db) {
        this.db = db;
    }

    /** Of the day in the centre's zone that contains {@code now}; every queue has an entry. */
    public Map<String, QueueFigures> today(ZoneId zone, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        return between(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant(),
                now);
    }

    /**
     * Of the segments that entered a queue in [from, until).
     *
     * @param now until when those who still wait have waited
     */
    public Map<String, QueueFigures> between(Instant from, Instant until, Instant now) {
        return db.call(session -> {
            FiguresMapper mapper = session.getMapper(FiguresMapper.class);
            Map<String, QueueFigures> figures = new LinkedHashMap<>();
            mapper.queues().forEach(queue -> figures.put(queue, QueueFigures.NONE));
            for (FiguresRow row : mapper.figures(from, until, now)) {
                figures.put(row.queue(), row.figures());
            }
            Map<String, ServiceLevel> levels = ServiceLevel.ofQueues(session);
            for (Stay stay : mapper.inHours(from, until)) {
                ServiceLevel level = levels.getOrDefault(stay.queue(), UNKNOWN);
                figures.merge(stay.queue(), stay.judged(level, now), QueueFigures::plus);
            }
            for (OldestRow oldest : mapper.oldestWaiting()) {
                Duration age = age(levels.getOrDefault(oldest.queue(), UNKNOWN).time(), oldest.enteredAt(), now);
                figures.computeIfPresent(oldest.queue(), (queue, found) -> found.withOldestWaiting(age));
            }
            return figures;
        });
    }

    /** Per queue the last 60 minutes, the one that contains {@code now} last; minutes without anybody are there too. */
    public Map<String, List<MinuteFigures>> lastHour(Instant now) {
        Instant last = now.truncatedTo(ChronoUnit.MINUTES);
        Instant first = last.minus(MINUTES - 1, ChronoUnit.MINUTES);
        return db.call(session -> {
            FiguresMapper mapper = session.getMapper(FiguresMapper.class);
            Map<String, Map<Integer, MinuteRow>> rows = mapper.minutes(first, last.plus(1, ChronoUnit.MINUTES)).stream()
                    .collect(Collectors.groupingBy(MinuteRow::queue, Collectors.toMap(MinuteRow::minute, row -> row)));
            Map<String, ServiceLevel> levels = ServiceLevel.ofQueues(session);
            for (Stay stay : mapper.inHours(first, last.plus(1, ChronoUnit.MINUTES))) {
                int minute = (int) Duration.between(first, stay.enteredAt()).toMinutes();
                MinuteRow row = minute(stay, minute, levels.getOrDefault(stay.queue(), UNKNOWN), now);
                rows.computeIfAbsent(stay.queue(), ignored -> new HashMap<>()).merge(minute, row, MinuteRow::plus);
            }
            Map<String, List<MinuteFigures>> hour = new LinkedHashMap<>();
            for (String queue : mapper.queues()) {
                Map<Integer, MinuteRow> of = rows.getOrDefault(queue, Map.of());
                hour.put(
                        queue,
                        IntStream.range(0, MINUTES)
                                .mapToObj(minute -> point(
                                        first.plus(minute, ChronoUnit.MINUTES), Optional.ofNullable(of.get(minute))))
                                .toList());
            }
            return hour;
        });
    }

    /** Of the queues whose waits pass only while they are open: the time in which they do. */
    public Map<String, WorkingTime> timesInHours() {
        return db.call(session -> ServiceLevel.ofQueues(session).entrySet().stream()
                .filter(entry -> entry.getValue().inHours())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().time())));
    }

    private static MinuteRow minute(Stay stay, int minute, ServiceLevel level, Instant now) {
        boolean answered = stay.answeredAt().isPresent();
        boolean counts = answered || stay.isAbandoned();
        return new MinuteRow(
                stay.queue(),
                minute,
                answered ? 1 : 0,
                stay.isAbandoned() ? 1 : 0,
                counts ? stay.waited(level, now) : Duration.ZERO);
    }

    private static MinuteFigures point(Instant at, Optional<MinuteRow> row) {
        return row.map(found -> new MinuteFigures(at, found.answered(), found.abandoned(), found.maxWait()))
                .orElse(new MinuteFigures(at, 0, 0, Duration.ZERO));
    }

    private static Duration age(WorkingTime time, Instant enteredAt, Instant now) {
        return enteredAt.isAfter(now) ? Duration.ZERO : time.between(enteredAt, now);
    }
}
