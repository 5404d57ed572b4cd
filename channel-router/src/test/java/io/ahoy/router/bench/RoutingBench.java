package io.ahoy.router.bench;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.QueueRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What a decision costs, how that grows, what it needs in memory, and how many are made durable a second. */
public final class RoutingBench {
    private static final int INPUTS = 400_000;
    private static final int SMALL = 100;
    private static final int CHANGE_SEATS = 1_000;
    private static final int CHANGES = 200;
    private static final int MORE = 50_000;

    private final BenchReport report = new BenchReport("routing");

    private RoutingBench() {}

    /** @param arguments which parts, by the names in {@link Part}; all of them without one */
    public static void main(String[] arguments) throws RunnerException, IOException {
        Path top = Path.of(System.getProperty("ahoy.top", ".")).toAbsolutePath().normalize();
        RoutingBench bench = new RoutingBench();
        for (Part part : parts(arguments)) {
            switch (part) {
                case DECISIONS -> bench.decisions();
                case GROWTH -> bench.growth();
                case CHANGES -> bench.changes();
                case MEMORY -> bench.memory();
                case DURABLE -> bench.durable(top.resolve("target/bench"));
            }
        }
        System.out.println(bench.report.table());
        System.out.println("written to " + bench.report.write(top.resolve("target/bench")));
    }

    private enum Part {
        DECISIONS,
        GROWTH,
        CHANGES,
        MEMORY,
        DURABLE
    }

    private static List<Part> parts(String... names) {
        return names.length == 0
                ? List.of(Part.values())
                : Arrays.stream(names)
                        .map(name -> Part.valueOf(name.toUpperCase(Locale.ROOT)))
                        .toList();
    }

    private void decisions() throws RunnerException {
        Collection<RunResult> results = new Runner(
                        new OptionsBuilder().include(Decisions.class.getName()).build())
                .run();
        double lines = score(results, "lines");
        double scan = score(results, "linearScan");
        report.figure("decisions_per_s", lines, "1/s", scan, lines / scan);
    }

    private static double score(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .mapToDouble(result -> result.getPrimaryResult().getScore())
                .findFirst()
                .orElseThrow();
    }

    /** The slowest hundredth of inputs, in a large centre against a small one; medians of several rounds. */
    private void growth() {
        say("one input at %d seats, and at %d", SMALL, Decisions.SEATS);
        BusyFloor small = new BusyFloor(Acd.of(Image.EMPTY), SMALL, 10, SMALL);
        BusyFloor large = new BusyFloor(Acd.of(Image.EMPTY), Decisions.SEATS, Decisions.QUEUES, Decisions.WAITING);
        List<long[]> smalls = new ArrayList<>();
        List<long[]> larges = new ArrayList<>();
        for (int round = 0; round < 7; round++) {
            smalls.add(times(small));
            larges.add(times(large));
        }
        // The first rounds are the compiler's.
        long p99Small = median(smalls.subList(2, smalls.size()), 0.99);
        long p99Large = median(larges.subList(2, larges.size()), 0.99);
        report.figure("input_p50_ns", median(larges.subList(2, larges.size()), 0.5), "ns");
        report.figure("input_p99_ns", p99Large, "ns", p99Small, (double) p99Small / p99Large);
        report.figure("p99_growth", (double) p99Large / p99Small, "times");
        report.figure("input_p9999_us", median(larges.subList(2, larges.size()), 0.9999) / 1_000.0, "us");
    }

    private static long[] times(BusyFloor floor) {
        long[] times = new long[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
            Input input = floor.next();
            long began = System.nanoTime();
            floor.take(input);
            times[i] = System.nanoTime() - began;
        }
        Arrays.sort(times);
        return times;
    }

    private static long median(List<long[]> rounds, double quantile) {
        long[] all = rounds.stream()
                .mapToLong(times -> times[(int) (quantile * (times.length - 1))])
                .sorted()
                .toArray();
        return all[all.length / 2];
    }

    /** One queue changed in a centre of 1,000 seats, 1,000 queues and 1,000 waiting. */
    private void changes() {
        say("configuration changes at %d seats", CHANGE_SEATS);
        BusyFloor floor = new BusyFloor(Acd.of(Image.EMPTY), CHANGE_SEATS, Decisions.QUEUES, CHANGE_SEATS);
        List<QueueRule> rules = new ArrayList<>(floor.acd().image().queues());
        StepTimes times = new StepTimes();
        for (int round = 0; round < 6; round++) {
            // The first rounds are the compiler's.
            times = round < 3 ? new StepTimes() : times;
            for (int i = 0; i < CHANGES; i++) {
                rules.set(i, floor.rule(i));
                Input change = new Input.QueuesChanged(rules);
                times.time(() -> floor.take(change));
            }
        }
        report.figure("queue_change_p50_us", times.medianMicros(), "us");
        report.figure("queue_change_max_us", times.maxMicros(), "us");
        report.figure("queue_change_max_without_gc_us", times.maxWithoutCollectionsMicros(), "us");
        report.figure("queue_change_max_processor_us", times.maxProcessorMicros(), "us");
        report.figure("queue_changes_with_gc", times.collected(), "changes");
    }

    private void memory() {
        say("memory");
        BusyFloor floor = new BusyFloor(Acd.of(Image.EMPTY), SMALL, Decisions.QUEUES, 10);
        long before = used();
        BusyFloor seats = new BusyFloor(Acd.of(Image.EMPTY), Decisions.SEATS, Decisions.QUEUES, 10);
        long withSeats = used();
        // One conversation goes with each seat, as in a full centre.
        report.figure("bytes_per_seat", (double) (withSeats - before) / Decisions.SEATS, "B");
        for (int i = 0; i < MORE; i++) {
            seats.arrive();
        }
        long withWaiting = used();
        report.figure("bytes_per_waiting", (double) (withWaiting - withSeats) / MORE, "B");
        if (floor.acd().image().queues().isEmpty() || seats.acd().nextDeadline().isEmpty()) {
            throw new IllegalStateException("kept until here, so that it counts");
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void durable(Path folder) {
        say("durable inputs");
        DurableInputs measured = DurableInputs.measure(folder.resolve("routing"));
        report.figure(
                "durable_inputs_per_s",
                measured.perSecond(),
                "1/s",
                measured.plainPerSecond(),
                measured.perSecond() / measured.plainPerSecond());
        report.figure(
                "durable_inputs_vs_sql_text",
                measured.perSecond(),
                "1/s",
                measured.escapedPerSecond(),
                measured.perSecond() / measured.escapedPerSecond());
        report.figure("inputs_per_journal_row", measured.inputsPerRow(), "inputs");
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
