package io.ahoy.router.sim;

import io.ahoy.config.AhoyConfig;
import io.ahoy.config.AhoyConfigLoader;
import io.ahoy.config.ConfigProblems;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.shell.JournalReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code ./ahoy replay}: what the journal holds through the router again, as it was and with other rules. */
public final class ReplayJournal {
    private static final int DIFFERS = 1;
    private static final int WRONG_USE = 2;
    private static final List<String> OPTIONS = List.of("journal", "from", "config", "settings");
    private static final String USAGE = """
            usage: ./ahoy replay [--journal DOMAIN] [--from SEQ] [--config FILE] [--settings FILE]

            Replays the recorded inputs twice, compares the two, and compares with what the router said when it wrote them and with what
            the history tables hold. With --config the
            recorded customers meet changed queue rules or other agents: both service levels stand side by side.

              --journal DOMAIN  whose journal (main)
              --from SEQ        the first row; without it the first of the journal
              --config FILE     "queues:" and "agents:" with what changes; docs/simulator.md shows how
              --settings FILE   where Ahoy's database is; without it ahoy.yaml beside ./ahoy, if there is one
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;

    ReplayJournal(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
    }

    public static void main(String[] arguments) {
        System.exit(new ReplayJournal(System.out, System.err, System.getenv()).run(arguments));
    }

    int run(String... arguments) {
        if (Arguments.askForHelp(arguments)) {
            out.print(USAGE);
            return 0;
        }
        try {
            Arguments given = new Arguments(arguments, OPTIONS);
            AhoyConfig config = AhoyConfigLoader.load(settings(given), environment);
            try (RecordedDatabase database = RecordedDatabase.open(config)) {
                return replay(given, config.centre().zone(), database);
            }
        } catch (Arguments.Wrong e) {
            err.println("replay: " + e.getMessage());
        } catch (ConfigProblems e) {
            e.lines().forEach(err::println);
        } catch (RecordedDatabase.Unreadable | JournalReader.Broken | Rerun.Tripped | SQLException e) {
            err.println("replay: " + e.getMessage());
            return DIFFERS;
        }
        return WRONG_USE;
    }

    private Optional<Path> settings(Arguments given) {
        if (given.has("settings")) {
            return given.path("settings");
        }
        String top = System.getProperty("ahoy.top", environment.getOrDefault("AHOY_HOME", ""));
        return Optional.of(Path.of(top).resolve("ahoy.yaml")).filter(Files::exists);
    }

    private int replay(Arguments given, ZoneId zone, RecordedDatabase database)
            throws Arguments.Wrong, ConfigProblems, JournalReader.Broken, Rerun.Tripped, SQLException {
        Rerun rerun = read(given, database);
        OutputHash first = new OutputHash();
        OutputHash second = new OutputHash();
        SegmentBook book = new SegmentBook();
        AsRecorded recorded = new AsRecorded();
        Rerun.Heard heard;
        Recording recording;
        Fares asItWas = new Fares(database.thresholds());
        try (Progress progress = Progress.on(err)) {
            // Without listeners, for the state at the beginning.
            heard = rerun.play(List.of(), share -> progress.accept(share / 3));
            recording = new Recording(heard.begin());
            rerun.play(List.of(first, book, recording, asItWas), recorded, share -> progress.accept((1 + share) / 3));
            rerun.play(List.of(second), share -> progress.accept((2 + share) / 3));
        }
        Optional<Changes> changed = given.has("config")
                ? Optional.of(Changes.read(
                        given.path("config").orElseThrow(),
                        rules(heard, recording),
                        agents(heard, recording, database),
                        zone))
                : Optional.empty();
        boolean alike = report(rerun, heard, zone, first, second, recorded, book.compare(database.connection()));
        if (changed.isPresent()) {
            whatIf(heard, recording, database.thresholds(), asItWas, changed.get());
        }
        return alike ? 0 : DIFFERS;
    }

    private static Rerun read(Arguments given, RecordedDatabase database)
            throws Arguments.Wrong, JournalReader.Broken, SQLException {
        String domain = given.text("journal").orElse("main");
        JournalReader reader = new JournalReader(database.connection(), domain);
        long first = reader.firstSeq().orElse(0);
        if (first == 0) {
            List<String> domains = reader.domains();
            throw new Arguments.Wrong("nothing is recorded in the journal \"" + domain + "\""
                    + (domains.isEmpty() ? ", nor in any other" : "; there are " + String.join(", ", domains)));
        }
        long from = given.wholeNumber("from", (int) Math.min(first, Integer.MAX_VALUE), 1, Integer.MAX_VALUE);
        JournalReader.Begin begin = reader.before(from);
        Rerun rerun = new Rerun(begin.image(), reader.rowsAfter(begin.seq()), from);
        if (rerun.rows().isEmpty() || rerun.rows().getLast().seq() < from) {
            throw new Arguments.Wrong("--from is " + from + ", but the journal ends before it");
        }
        return rerun;
    }

    /** Of every queue that there was, the last. */
    private static List<QueueRule> rules(Rerun.Heard heard, Recording recording) {
        SortedMap<QueueId, QueueRule> rules = new TreeMap<>();
        heard.image().queues().forEach(rule -> rules.put(rule.id(), rule));
        for (Recording.Happening happening : recording.happenings()) {
            if (happening.input() instanceof Input.QueuesChanged changed) {
                changed.queues().forEach(rule -> rules.put(rule.id(), rule));
            }
        }
        return List.copyOf(rules.values());
    }

    private boolean report(
            Rerun rerun,
            Rerun.Heard heard,
            ZoneId zone,
            OutputHash first,
            OutputHash second,
            AsRecorded recorded,
            SegmentBook.Comparison comparison) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
        String one = first.hex();
        String other = second.hex();
        boolean identical = one.equals(other);
        boolean asHistory = comparison.equal() == comparison.segments();
        out.printf(
                "rows            %s to %s: %s to %s%n",
                rerun.from(), rerun.rows().getLast().seq(), format.format(heard.begin()), format.format(heard.end()));
        out.printf("outputs         %s%n", Table.number(first.outputs()));
        out.printf("first replay    %s%nsecond replay   %s  %s%n", one, other, identical ? "identical" : "DIFFERS");
        out.printf("as it happened  %s%n", words(recorded, format));
        out.printf(
                "history         %s of %s segments of %s ended interactions equal%s%n",
                Table.number(comparison.equal()),
                Table.number(comparison.segments()),
                Table.number(comparison.interactions()),
                asHistory ? "" : ": DIFFERS");
        comparison.differing().forEach(line -> out.println("  " + line));
        return identical && asHistory && recorded.firstOther().isEmpty();
    }

    /** Whether the router says again what it said then. */
    private static String words(AsRecorded recorded, DateTimeFormatter format) {
        if (recorded.hashed() == 0) {
            return "not known: these rows were written before the journal kept what followed from them";
        }
        String older = recorded.hashed() == recorded.rows()
                ? ""
                : "; %s were written before the journal kept what followed from them"
                        .formatted(Table.number(recorded.rows() - recorded.hashed()));
        return recorded.firstOther()
                .map(row ->
                        "%s of %s rows equal: DIFFERS from row %d, %s: this router decides otherwise than the one that wrote it%s"
                                .formatted(
                                        Table.number(recorded.equal()),
                                        Table.number(recorded.hashed()),
                                        row.seq(),
                                        format.format(row.at()),
                                        older))
                .orElseGet(() -> "all %s rows equal%s".formatted(Table.number(recorded.hashed()), older));
    }

    // ---- other rules, other staff

    private void whatIf(
            Rerun.Heard heard,
            Recording recording,
            Map<QueueId, Scenario.Thresholds> thresholds,
            Fares asItWas,
            Changes changes) {
        Fares same = new Fares(thresholds);
        Fares other = new Fares(thresholds);
        try (Progress progress = Progress.on(err)) {
            WhatIf.play(heard, recording, Changes.NONE, List.of(same), share -> progress.accept(share / 2));
            WhatIf.play(heard, recording, changes, List.of(other), share -> progress.accept((1 + share) / 2));
        }
        out.println();
        out.print(Fares.sideBySide(asItWas, same, other, heard.end()));
        out.print("""

                level: service level by METRICS, thresholds as configured now. "no change" plays the recorded people under their own
                rules; how far it is from "recorded" tells how far "changed" can be trusted. In both every agent answers, declines and
                misses offers in his recorded order, who was answered is as patient as those who left tell by Kaplan and Meier's estimate,
                and who never was would have talked as long as the mean of his queue.
                """);
    }

    /** Every agent of the recording: by his login, or by his id if the team no longer knows him. */
    private static SortedMap<String, AgentId> agents(Rerun.Heard heard, Recording recording, RecordedDatabase database)
            throws SQLException {
        Map<AgentId, String> logins = database.logins();
        SortedMap<String, AgentId> agents = new TreeMap<>();
        recording
                .agents(heard.image())
                .forEach(agent ->
                        agents.put(logins.getOrDefault(agent, agent.value().toString()), agent));
        return agents;
    }
}
