package io.ahoy.router.sim;

import io.ahoy.config.ConfigProblems;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@code ./ahoy simulate}: the router in virtual time, against theory or for a whole centre. */
public final class Simulate {
    private static final int WRONG_USE = 2;
    private static final List<String> OPTIONS =
            List.of("erlang-c", "arrivals-per-hour", "aht", "patience", "target", "hours", "scenario", "days", "seed");
    private static final int AGENTS_MAX = 10_000;
    private static final double CUSTOMERS = 200_000;
    private static final double HOURS_MAX = 10_000_000;
    private static final String USAGE = """
            usage: ./ahoy simulate --erlang-c N --arrivals-per-hour X --aht S [OPTION…]   one queue, beside Erlang's formulas
                   ./ahoy simulate --scenario FILE [--days D] [--seed K]                  a whole centre, written in FILE

              --erlang-c N            agents, who accept at once and have no after-contact work
              --arrivals-per-hour X   customers, as a Poisson process
              --aht S                 mean handle time, exponential; seconds, or as in 4m30s
              --patience P            mean patience, exponential (Erlang A); without it nobody leaves (Erlang C)
              --target T              answered within it counts for the service level (20)
              --hours H               how long; without it so long that about 200,000 come
              --scenario FILE         as config/scenarios/example.yaml
              --days D                in place of the file's
              --seed K                of everything that is left to chance (1)
            """;

    private final PrintStream out;
    private final PrintStream err;

    Simulate(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new Simulate(System.out, System.err).run(arguments));
    }

    int run(String... arguments) {
        if (Arguments.askForHelp(arguments)) {
            out.print(USAGE);
            return 0;
        }
        try {
            Arguments given = new Arguments(arguments, OPTIONS);
            if (given.has("scenario")) {
                given.refuse("--scenario", "erlang-c", "arrivals-per-hour", "aht", "patience", "target", "hours");
                scenario(given);
            } else if (given.has("erlang-c")) {
                given.refuse("--erlang-c", "days");
                erlang(given);
            } else {
                throw new Arguments.Wrong("say what to simulate: --erlang-c or --scenario; --help explains both");
            }
            return 0;
        } catch (Arguments.Wrong e) {
            err.println("simulate: " + e.getMessage());
        } catch (ConfigProblems e) {
            e.lines().forEach(err::println);
        }
        return WRONG_USE;
    }

    // ---- against theory

    private void erlang(Arguments given) throws Arguments.Wrong {
        given.required("erlang-c", "14");
        given.required("arrivals-per-hour", "200");
        given.required("aht", "180");
        double perHour = given.number("arrivals-per-hour", 0, 0.001, 1_000_000);
        ErlangStudy.Case asked = new ErlangStudy.Case(
                given.wholeNumber("erlang-c", 0, 1, AGENTS_MAX),
                perHour,
                given.duration("aht").orElse(Duration.ZERO),
                given.duration("patience"),
                given.duration("target").orElse(Scenario.Thresholds.DEFAULT.serviceLevel()),
                Scenario.Thresholds.DEFAULT.shortAbandon());
        if (asked.patience().isEmpty() && asked.load() >= asked.agents()) {
            throw new Arguments.Wrong(String.format(
                    Locale.ROOT,
                    "the load is %.2f Erlang, so that with %d agents the line would grow for ever;"
                            + " take at least %d agents or give --patience",
                    asked.load(),
                    asked.agents(),
                    (int) Math.floor(asked.load()) + 1));
        }
        double hours = given.number("hours", Math.max(1, CUSTOMERS / perHour), 0.01, HOURS_MAX);
        long seed = given.seed();
        try (Progress progress = Progress.on(err)) {
            ErlangStudy.Result seen =
                    ErlangStudy.run(asked, Duration.ofMillis((long) (hours * 3_600_000)), seed, progress);
            progress.close();
            print(asked, seen, hours, seed);
        }
    }

    private void print(ErlangStudy.Case asked, ErlangStudy.Result seen, double hours, long seed) {
        Erlang theory = asked.theory();
        String formula = asked.patience().isPresent() ? "Erlang A" : "Erlang C";
        out.printf(
                Locale.ROOT,
                "%d agents, %s an hour, handle time %s%s: %.2f Erlang; seed %d, %,.0f h, %,d customers%n%n",
                asked.agents(),
                trimmed(asked.arrivalsPerHour()),
                Table.time(asked.handleTime()),
                asked.patience()
                        .map(patience -> ", patience " + Table.time(patience))
                        .orElse(""),
                asked.load(),
                seed,
                hours,
                seen.customers());
        Table table = new Table("", "simulated", "95 % ±", formula, "difference", "std. errors");
        share(table, "P(wait)", seen.waits(), theory.waits());
        line(table, "mean wait of all", "%.2f s", seen.meanWait(), theory.meanWait());
        line(table, "ASA", "%.2f s", seen.answerWait(), theory.answerWait());
        share(table, "service level, " + Table.time(asked.target()), seen.serviceLevel(), theory.serviceLevel());
        share(table, "abandon rate", seen.abandons(), theory.abandons());
        out.print(table);
        if (asked.patience().isPresent()) {
            out.printf("%nThe service level leaves out who abandons within %s.%n", Table.time(asked.shortAbandon()));
        }
    }

    private static void share(Table table, String name, BatchMeans.Estimate seen, double theory) {
        line(table, name, "%.2f %%", new BatchMeans.Estimate(seen.value() * 100, seen.error() * 100), theory * 100);
    }

    private static void line(Table table, String name, String unit, BatchMeans.Estimate seen, double theory) {
        double off = seen.value() - theory;
        table.row(
                name,
                String.format(Locale.ROOT, unit, seen.value()),
                String.format(Locale.ROOT, unit, seen.halfWidth()),
                String.format(Locale.ROOT, unit, theory),
                theory == 0 ? "-" : String.format(Locale.ROOT, "%+.2f %%", off / theory * 100),
                seen.error() == 0 ? "-" : String.format(Locale.ROOT, "%+.1f", off / seen.error()));
    }

    private static String trimmed(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    // ---- a whole centre

    private void scenario(Arguments given) throws Arguments.Wrong, ConfigProblems {
        Path file = given.path("scenario").orElse(Path.of(""));
        long seed = given.seed();
        int daysGiven = given.wholeNumber("days", 0, 1, ScenarioReader.DAYS_MAX);
        Scenario scenario = ScenarioReader.read(file);
        int days = daysGiven == 0 ? scenario.days() : daysGiven;
        long began = System.nanoTime();
        try (Progress progress = Progress.on(err)) {
            CentreRun.Result result = new CentreRun(scenario, days, seed).run(progress);
            progress.close();
            out.printf(
                    Locale.ROOT,
                    "%s: %d day(s) from %s, seed %d: %,d customers, %,d steps, %.1f s%n%n",
                    file.getFileName(),
                    days,
                    scenario.start(),
                    seed,
                    result.customers(),
                    result.steps(),
                    (System.nanoTime() - began) / 1e9);
            out.print(CentreReport.of(scenario, result));
        }
    }
}
