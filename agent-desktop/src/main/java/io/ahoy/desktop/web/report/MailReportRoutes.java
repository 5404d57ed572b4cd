package io.ahoy.desktop.web.report;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.mail.report.By;
import io.ahoy.crm.mail.report.MailReport;
import io.ahoy.crm.mail.report.MailReports;
import io.ahoy.crm.mail.report.Span;
import io.ahoy.crm.team.CaseCategory;
import io.ahoy.crm.team.Configuration;
import io.ahoy.crm.team.Configurations;
import io.ahoy.crm.team.Kind;
import io.ahoy.crm.team.Queue;
import io.ahoy.crm.team.Titles;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Download;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** {@code /reports/mail}: what became of the mails of a span of days, as JSON or as a table for other programs. */
public final class MailReportRoutes {
    private static final String CSV = "text/csv";

    private final MailReports reports;
    private final Configurations configurations;
    private final ZoneId zone;

    /** @param zone of the centre: its days, where no queue's calendar says otherwise */
    public MailReportRoutes(MailReports reports, Configurations configurations, ZoneId zone) {
        this.reports = reports;
        this.configurations = configurations;
        this.zone = zone;
    }

    public void register(Api api) {
        api.get("/reports/mail", Access.to(Action.READ, Subject.REPORT), this::report);
    }

    private Answer report(Request request) {
        Configuration configuration = configurations.read();
        Optional<String> queue = request.query("queue");
        if (queue.flatMap(configuration::queue).isEmpty() && queue.isPresent()) {
            throw Problem.unprocessable("queue", "There is no such queue.");
        }
        ZoneId days = queue.flatMap(reports::zoneOf).orElse(zone);
        LocalDate today = LocalDate.ofInstant(request.now(), days);
        LocalDate from = request.queryDay("from").orElse(today);
        Span span = new Span(from, request.queryDay("to").orElse(today), days);
        By by = request.query("by")
                .map(name -> By.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(By.DAY);
        MailReport report = reports.report(span, by, queue, request.now());
        if (isCsv(request)) {
            MailReportTable table = new MailReportTable(report);
            String name =
                    "mail-" + span.from() + "-" + span.to() + "-by-" + by.name().toLowerCase(Locale.ROOT) + ".csv";
            return Answer.of(new Download(name, CSV + "; charset=utf-8", false, table::writeTo));
        }
        return Answer.of(MailReportView.of(report, queue, key -> title(configuration, by, key)));
    }

    private static boolean isCsv(Request request) {
        return request.query("format").map("csv"::equals).orElseGet(() -> request.accepts(CSV));
    }

    /** Of what is configured; mailboxes are known by their names. */
    private static Optional<Titles> title(Configuration configuration, By by, String key) {
        return switch (by) {
            case QUEUE -> configuration.queue(key).map(Queue::title);
            case CATEGORY ->
                configuration
                        .find(Kind.CASE_CATEGORIES, key)
                        .map(found -> (CaseCategory) found.entity())
                        .map(CaseCategory::title);
            case MAILBOX, QUARTER, HOUR, HOUR_OF_DAY, DAY -> Optional.empty();
        };
    }
}
