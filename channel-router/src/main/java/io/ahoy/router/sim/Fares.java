package io.ahoy.router.sim;

import io.ahoy.crm.history.QueueFigures;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.QueueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How customers fared in a replay, to be set beside another. */
final class Fares implements Simulation.Listener {
    private final QueueTally tally;
    private final NonAnswers nonAnswers = new NonAnswers();

    Fares(Map<QueueId, Scenario.Thresholds> thresholds) {
        this.tally = new QueueTally(thresholds);
    }

    @Override
    public void heard(Optional<Input> input, List<Output> said, Instant now) {
        tally.heard(input, said, now);
        nonAnswers.heard(input, said, now);
    }

    /** The recorded, the same people without changes, and with them. */
    static String sideBySide(Fares recorded, Fares same, Fares changed, Instant end) {
        Table table = new Table("", "recorded", "", "", "", "no change", "", "", "changed", "", "", "");
        table.row(
                "queue",
                "offered",
                "abandoned",
                "level",
                "ASA",
                "abandoned",
                "level",
                "ASA",
                "offered",
                "abandoned",
                "level",
                "ASA");
        List<SortedMap<QueueId, QueueFigures>> three =
                List.of(recorded.tally.figures(end), same.tally.figures(end), changed.tally.figures(end));
        SortedMap<QueueId, QueueFigures> all = new TreeMap<>(three.getFirst());
        all.putAll(three.getLast());
        for (QueueId queue : all.keySet()) {
            row(
                    table,
                    queue.value(),
                    three.stream()
                            .map(figures -> figures.getOrDefault(queue, QueueFigures.NONE))
                            .toList());
        }
        row(
                table,
                "all",
                three.stream()
                        .map(figures -> figures.values().stream().reduce(QueueFigures.NONE, QueueFigures::plus))
                        .toList());
        return table + "\noffers not answered: recorded " + recorded.nonAnswers + " · no change " + same.nonAnswers
                + " · changed " + changed.nonAnswers + "\n";
    }

    /** The offered are told again only where they may be others. */
    private static void row(Table table, String name, List<QueueFigures> three) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (int i = 0; i < three.size(); i++) {
            QueueFigures figures = three.get(i);
            if (i != 1) {
                cells.add(Table.number(figures.offered()));
            }
            cells.add(Table.number(figures.abandoned()));
            cells.add(Table.percent(figures.serviceLevel()));
            cells.add(figures.averageSpeedOfAnswer().map(Table::time).orElse("-"));
        }
        table.row(cells.toArray(String[]::new));
    }
}
