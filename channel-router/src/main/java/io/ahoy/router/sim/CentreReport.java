package io.ahoy.router.sim;

import io.ahoy.crm.history.QueueFigures;
import io.ahoy.router.acd.OfferOutcome;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A centre's figures in words and columns. */
final class CentreReport {
    private CentreReport() {}

    static String of(Scenario scenario, CentreRun.Result result) {
        return queues(scenario, result) + "\n" + crews(scenario, result) + "\n" + offers(result) + "\noutputs      "
                + Table.number(result.outputs()) + "\noutput hash  " + result.hash() + "\n";
    }

    private static String queues(Scenario scenario, CentreRun.Result result) {
        Table table = new Table(
                "queue",
                "offered",
                "answered",
                "abandoned",
                "short",
                "flowed out",
                "open",
                "service level",
                "ASA",
                "longest",
                "AHT",
                "estimates kept",
                "off by");
        QueueFigures all = QueueFigures.NONE;
        for (Scenario.Demand demand : scenario.queues()) {
            QueueFigures figures = result.figures().getOrDefault(demand.queue(), QueueFigures.NONE);
            all = all.plus(figures);
            row(
                    table,
                    demand.queue().value(),
                    figures,
                    Table.percent(figures.serviceLevel()) + " in "
                            + Table.time(demand.thresholds().serviceLevel()));
        }
        row(table, "all", all, Table.percent(all.serviceLevel()));
        return table.toString();
    }

    private static void row(Table table, String name, QueueFigures figures, String serviceLevel) {
        table.row(
                name,
                Table.number(figures.offered()),
                Table.number(figures.answered()),
                Table.number(figures.abandoned()),
                Table.number(figures.shortAbandoned()),
                Table.number(figures.flowedOut()),
                Table.number(figures.waiting()),
                serviceLevel,
                time(figures.averageSpeedOfAnswer()),
                Table.time(figures.longestWait()),
                time(figures.averageHandleTime()),
                Table.percent(figures.estimates().keptShare()),
                time(figures.estimates().meanError()));
    }

    private static String time(Optional<Duration> duration) {
        return duration.map(Table::time).orElse("-");
    }

    private static String crews(Scenario scenario, CentreRun.Result result) {
        Table table = new Table("agents", "count", "hours available", "occupancy");
        for (Scenario.Crew crew : scenario.crews()) {
            Occupancy.Share share = result.occupancy().getOrDefault(crew.name(), Occupancy.Share.NONE);
            table.row(
                    crew.name(),
                    Table.number(crew.count()),
                    String.format(Locale.ROOT, "%,.1f", share.available() / 3_600_000),
                    Table.percent(share.occupancy()));
        }
        return table.toString();
    }

    private static String offers(CentreRun.Result result) {
        return "offers: "
                + result.offers().entrySet().stream()
                        .map(entry -> words(entry.getKey()) + " " + Table.number(entry.getValue()))
                        .collect(Collectors.joining(" · "))
                + "\n";
    }

    private static String words(OfferOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
