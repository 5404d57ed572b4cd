package io.ahoy.desktop.web.report;

import io.ahoy.crm.mail.report.MailFigures;
import io.ahoy.crm.mail.report.MailReport;
import io.ahoy.crm.mail.report.Times;
import io.ahoy.crm.team.Titles;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A report as the API tells it.
 *
 * @param from with {@code to} the days, in {@code zone}
 * @param queue the only one that it is about; absent: all
 */
record MailReportView(
        String from,
        String to,
        String zone,
        String by,
        Optional<String> queue,
        Figures total,
        List<MailReport.Step> distribution,
        List<Row> rows) {

    record Figures(
            MailFigures.Volume volume,
            MailFigures.Outcome outcome,
            Times firstAnswer,
            Times solution,
            Level serviceLevel,
            MailFigures.Replies replies) {
        static Figures of(MailFigures figures) {
            return new Figures(
                    figures.volume(),
                    figures.outcome(),
                    figures.firstAnswer(),
                    figures.solution(),
                    Level.of(figures.level()),
                    figures.replies());
        }
    }

    /** @param share absent while nothing counts */
    record Level(OptionalDouble share, int inTime, int counted) {
        static Level of(MailFigures.Level level) {
            return new Level(level.share(), level.inTime(), level.counted());
        }
    }

    record Row(
            Optional<String> key,
            Optional<Titles> title,
            Optional<Instant> from,
            Optional<Instant> until,
            Figures figures) {}

    static MailReportView of(MailReport report, Optional<String> queue, Function<String, Optional<Titles>> titles) {
        return new MailReportView(
                report.span().from().toString(),
                report.span().to().toString(),
                report.span().zone().getId(),
                report.by().name().toLowerCase(Locale.ROOT),
                queue,
                Figures.of(report.total()),
                report.distribution(),
                report.rows().stream()
                        .map(row -> new Row(
                                row.key(),
                                row.key().flatMap(titles),
                                row.from(),
                                row.until(),
                                Figures.of(row.figures())))
                        .toList());
    }
}
