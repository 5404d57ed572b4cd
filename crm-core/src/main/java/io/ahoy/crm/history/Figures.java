package io.ahoy.crm.history;

import io.ahoy.crm.history.FiguresMapper.FiguresRow;
import io.ahoy.crm.history.FiguresMapper.MinuteRow;
import io.ahoy.crm.history.FiguresMapper.OldestRow;
import io.ahoy.crm.store.Db;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The figures of METRICS.md, computed from segment rows whenever asked; nothing is counted beside them. */
public final class Figures {
    private static final int MINUTES = 60;

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
            for (OldestRow oldest : mapper.oldestWaiting()) {
                figures.computeIfPresent(
                        oldest.queue(), (queue, found) -> found.withOldestWaiting(age(oldest.enteredAt(), now)));
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

    private static MinuteFigures point(Instant at, Optional<MinuteRow> row) {
        return row.map(found -> new MinuteFigures(at, found.answered(), found.abandoned(), found.maxWait()))
                .orElse(new MinuteFigures(at, 0, 0, Duration.ZERO));
    }

    private static Duration age(Instant enteredAt, Instant now) {
        return enteredAt.isAfter(now) ? Duration.ZERO : Duration.between(enteredAt, now);
    }
}
