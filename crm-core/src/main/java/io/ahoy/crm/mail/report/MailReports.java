package io.ahoy.crm.mail.report;

import io.ahoy.crm.history.QueueFigures;
import io.ahoy.crm.history.Stay;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.ServiceLevel;
import io.ahoy.crm.team.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reports of the mail channel, computed from raw times whenever asked; nothing is counted beside them. */
public final class MailReports {
    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(24),
            Duration.ofHours(72));

    /** Of mails that came to no queue, or to one that there is no more: nothing was promised. */
    private static final ServiceLevel NONE = new ServiceLevel(
            Duration.ZERO, 0, Duration.ZERO, new WorkingTime(Optional.empty()), false, Optional.empty());

    private final Db db;

    public MailReports(Db db) {
        this.db = db;
    }

    /** The zone of a queue's calendar; absent if it has none. */
    public Optional<ZoneId> zoneOf(String queue) {
        return db.call(session ->
                Optional.ofNullable(ServiceLevel.ofQueues(session).get(queue)).flatMap(ServiceLevel::zone));
    }

    /**
     * Of the mails that came in the span, and of all that became of them until now.
     *
     * @param queue only its mails; absent: all
     * @param now until when those that still wait have waited
     * @throws io.ahoy.crm.access.Refusal.Invalid the span does not fit
     */
    public MailReport report(Span span, By by, Optional<String> queue, Instant now) {
        span.checked(by);
        Optional<Grid> grid = by.step().map(step -> Grid.of(span, step));
        return db.call(session -> {
            Counting counting = new Counting(by, span.zone(), grid, queue, ServiceLevel.ofQueues(session), now);
            session.getMapper(MailReportMapper.class)
                    .came(Grid.begin(span), Grid.end(span), context -> counting.add(context.getResultObject()));
            return counting.report(span);
        });
    }

    /** What a row of a report stands for. */
    private record Key(Optional<String> of, Optional<Instant> from) {
        static final Comparator<Key> ORDER = Comparator.comparing(
                        (Key key) -> key.from().orElse(Instant.MIN))
                .thenComparing(key -> key.of().isEmpty())
                .thenComparing(key -> key.of().orElse(""));
    }

    /** One reading of the rows. */
    private static final class Counting {
        private final By by;
        private final ZoneId zone;
        private final Optional<Grid> grid;
        private final Optional<String> only;
        private final Map<String, ServiceLevel> levels;
        private final Instant now;
        private final MailTally total = new MailTally();
        private final Map<Key, MailTally> tallies = new HashMap<>();

        Counting(
                By by,
                ZoneId zone,
                Optional<Grid> grid,
                Optional<String> only,
                Map<String, ServiceLevel> levels,
                Instant now) {
            this.by = by;
            this.zone = zone;
            this.grid = grid;
            this.only = only;
            this.levels = levels;
            this.now = now;
            // Nothing came is a figure, too.
            grid.ifPresent(cut -> cut.starts()
                    .forEach(start -> tallies.put(new Key(Optional.empty(), Optional.of(start)), new MailTally())));
        }

        void add(CameRow row) {
            if (row.first() && isAsked(row.firstQueue())) {
                ServiceLevel level = levelOf(row.firstQueue());
                total.mail(row, level);
                tally(row, row.firstQueue()).mail(row, level);
            }
            Optional<Stay> stay = row.stay();
            if (stay.isPresent() && isAsked(row.queue())) {
                QueueFigures figures = stay.get().judged(levelOf(row.queue()), now);
                total.stay(figures, !row.first());
                tally(row, row.queue()).stay(figures, !row.first());
            }
        }

        private boolean isAsked(Optional<String> queue) {
            return only.isEmpty() || only.equals(queue);
        }

        private ServiceLevel levelOf(Optional<String> queue) {
            return queue.flatMap(id -> Optional.ofNullable(levels.get(id))).orElse(NONE);
        }

        private MailTally tally(CameRow row, Optional<String> queue) {
            Key key = switch (by) {
                case MAILBOX -> new Key(Optional.of(row.mailbox()), Optional.empty());
                case QUEUE -> new Key(queue, Optional.empty());
                case HOUR_OF_DAY -> new Key(Optional.of(hour(row.at())), Optional.empty());
                case CATEGORY -> new Key(row.category(), Optional.empty());
                case QUARTER, HOUR, DAY -> new Key(Optional.empty(), grid.map(cut -> cut.startOf(row.at())));
            };
            return tallies.computeIfAbsent(key, ignored -> new MailTally());
        }

        private String hour(Instant at) {
            return String.format(Locale.ROOT, "%02d", at.atZone(zone).getHour());
        }

        MailReport report(Span span) {
            long[] firstAnswers = total.firstAnswers();
            List<MailReport.Row> rows = new ArrayList<>();
            tallies.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Key.ORDER))
                    .forEach(entry -> rows.add(row(entry.getKey(), entry.getValue())));
            return new MailReport(
                    span,
                    Grid.begin(span),
                    Grid.end(span),
                    by,
                    total.figures(firstAnswers),
                    distribution(firstAnswers),
                    rows);
        }

        private MailReport.Row row(Key key, MailTally tally) {
            return new MailReport.Row(
                    key.of(),
                    key.from(),
                    grid.flatMap(cut -> key.from().map(cut::endOf)),
                    tally.figures(tally.firstAnswers()));
        }
    }

    private static List<MailReport.Step> distribution(long[] sorted) {
        List<MailReport.Step> steps = new ArrayList<>();
        int before = 0;
        for (Duration step : STEPS) {
            int until = countUpTo(sorted, step);
            steps.add(new MailReport.Step(Optional.of(step), until - before));
            before = until;
        }
        steps.add(new MailReport.Step(Optional.empty(), sorted.length - before));
        return steps;
    }

    private static int countUpTo(long[] sorted, Duration step) {
        return (int)
                Arrays.stream(sorted).takeWhile(one -> one <= step.toMillis()).count();
    }
}
