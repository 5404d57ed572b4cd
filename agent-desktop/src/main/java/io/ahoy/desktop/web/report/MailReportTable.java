package io.ahoy.desktop.web.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.ahoy.crm.mail.report.MailFigures;
import io.ahoy.crm.mail.report.MailReport;
import io.ahoy.crm.mail.report.Times;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rows of a report as CSV (RFC 4180, UTF-8), with a line of names first. Times are seconds; moments have their distance from UTC; what is
 * not known is empty. No sum stands in it, so that whoever adds a column up gets one.
 */
final class MailReportTable {
    private static final List<String> COUNTS = List.of(
            "received",
            "contacts",
            "joined",
            "recorded",
            "spam",
            "unread",
            "bounces",
            "answered",
            "closed_without_answer",
            "left",
            "open",
            "forwarded",
            "in_time",
            "counted_for_service_level");
    private static final List<String> TIMES = List.of("count", "sum_s", "mean_s", "median_s", "p90_s");
    /** With which a spreadsheet begins a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private final MailReport report;
    /** Of all rows, so that each has the same columns. */
    private final List<String> reasons;

    MailReportTable(MailReport report) {
        this.report = report;
        this.reasons = List.copyOf(report.total().replies().suppressed().keySet());
    }

    void writeTo(OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(names());
        for (MailReport.Row row : report.rows()) {
            csv.writeRecord(cells(row));
        }
        csv.flush();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        if (report.by().isInterval()) {
            names.add("from");
            names.add("until");
        } else {
            names.add(report.by().name().toLowerCase(Locale.ROOT));
        }
        names.addAll(COUNTS);
        TIMES.forEach(of -> names.add("first_answer_" + of));
        TIMES.forEach(of -> names.add("solution_" + of));
        names.add("replies_sent");
        reasons.forEach(reason -> names.add("suppressed_" + reason.toLowerCase(Locale.ROOT)));
        return names;
    }

    private List<String> cells(MailReport.Row row) {
        MailFigures figures = row.figures();
        MailFigures.Volume volume = figures.volume();
        MailFigures.Outcome outcome = figures.outcome();
        List<String> cells = new ArrayList<>();
        if (report.by().isInterval()) {
            cells.add(moment(row.from()));
            cells.add(moment(row.until()));
        } else {
            cells.add(inert(row.key().orElse("")));
        }
        for (int count : new int[] {
            volume.received(),
            volume.contacts(),
            volume.joined(),
            volume.recorded(),
            volume.spam(),
            volume.unread(),
            volume.bounces(),
            outcome.answered(),
            outcome.closedWithoutAnswer(),
            outcome.left(),
            outcome.open(),
            outcome.forwarded(),
            figures.level().inTime(),
            figures.level().counted()
        }) {
            cells.add(String.valueOf(count));
        }
        addTimes(cells, figures.firstAnswer());
        addTimes(cells, figures.solution());
        cells.add(String.valueOf(figures.replies().sent()));
        reasons.forEach(reason ->
                cells.add(String.valueOf(figures.replies().suppressed().getOrDefault(reason, 0))));
        return cells;
    }

    private static void addTimes(List<String> cells, Times times) {
        cells.add(String.valueOf(times.count()));
        cells.add(seconds(times.sum()));
        cells.add(times.mean().map(MailReportTable::seconds).orElse(""));
        cells.add(times.median().map(MailReportTable::seconds).orElse(""));
        cells.add(times.p90().map(MailReportTable::seconds).orElse(""));
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).toPlainString();
    }

    private String moment(Optional<Instant> at) {
        ZoneId zone = report.span().zone();
        return at.map(moment -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone)))
                .orElse("");
    }

    /** A quotation mark before it makes a spreadsheet take it for the text that it is. */
    static String inert(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
