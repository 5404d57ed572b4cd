package io.ahoy.router.sim;

import io.ahoy.config.ConfigProblems;
import io.ahoy.config.Nearest;
import io.ahoy.config.YamlSection;
import io.ahoy.router.acd.Abilities;
import io.ahoy.router.acd.BestRank;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ChannelRule;
import io.ahoy.router.acd.GroupId;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.acd.WeeklyHours;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a centre from a file, strictly: everything that is wrong is told at once, with file, line and what was probably meant. */
final class ScenarioReader {
    static final int DAYS_MAX = 3_660;
    private static final Duration DEFAULT_OFFER = Duration.ofSeconds(20);
    private static final Duration DEFAULT_WRAP_UP = Duration.ofSeconds(30);
    private static final Duration DEFAULT_RETRY = Duration.ofSeconds(10);

    private final YamlSection file;
    private ZoneId zone = ZoneId.of("UTC");
    private List<String> queueNames = List.of();

    private ScenarioReader(YamlSection file) {
        this.file = file;
    }

    static Scenario read(Path path) throws ConfigProblems {
        YamlSection file = YamlSection.of(path);
        Scenario scenario = new ScenarioReader(file).scenario();
        file.finish();
        return scenario;
    }

    private Scenario scenario() {
        zone = file.text("zone").map(this::zone).orElse(zone);
        YamlSection queues = file.section("queues");
        queueNames = queues.names();
        Map<String, YamlSection> sections = new LinkedHashMap<>();
        queueNames.forEach(name -> sections.put(name, queues.section(name)));
        YamlSection agents = file.section("agents");
        if (queueNames.isEmpty()) {
            file.wrong("queues", "is missing or empty; a centre has at least one queue");
        }
        if (agents.names().isEmpty()) {
            file.wrong("agents", "is missing or empty; somebody must answer");
        }
        SortedMap<LocalDate, List<WeeklyHours.Span>> holidays = Words.holidays(file, "holidays");
        Scenario scenario = new Scenario(
                zone,
                file.text("start").map(this::date).orElse(LocalDate.of(2026, 1, 5)),
                file.wholeNumber("days", 1, DAYS_MAX).orElse(1),
                channels(file.section("channels")),
                holidays,
                sections.entrySet().stream()
                        .map(one -> queue(one.getKey(), one.getValue(), holidays))
                        .toList(),
                agents.names().stream()
                        .map(name -> crew(name, agents.section(name)))
                        .toList(),
                habits(file.section("habits")),
                faults(file.section("faults")));
        if (!scenario.crews().isEmpty()) {
            CentreCheck.problems(scenario)
                    .forEach(problem -> Optional.ofNullable(sections.get(problem.id()))
                            .ifPresent(queue ->
                                    queue.wrong(key(problem.field()), "does not fit the rest: " + problem.message())));
        }
        return scenario;
    }

    /** What the configuration calls otherwise, or in more words. */
    private static String key(String field) {
        return field.startsWith("overflow") ? "overflow" : "skills";
    }

    private ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            file.wrong(
                    "zone",
                    "is \"" + text + "\", which is no time zone"
                            + Nearest.hint(text, ZoneId.getAvailableZoneIds())
                                    .orElse("; write it as in Europe/Berlin"));
            return zone;
        }
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            file.wrong("start", "is \"" + text + "\", but must be a date such as 2026-03-02");
            return LocalDate.EPOCH;
        }
    }

    private static SortedMap<Channel, ChannelRule> channels(YamlSection in) {
        SortedMap<Channel, ChannelRule> channels = new TreeMap<>();
        Words.names(Channel.values()).forEach((name, channel) -> {
            if (in.has(name)) {
                YamlSection one = in.section(name);
                ChannelRule base = ChannelRule.DEFAULTS.getOrDefault(
                        channel, new ChannelRule(ChannelRule.SEAT_UNITS, Collections.emptySortedSet(), 1));
                channels.put(
                        channel,
                        new ChannelRule(
                                one.wholeNumber("units", 1, ChannelRule.SEAT_UNITS)
                                        .orElse(base.units()),
                                interruptedBy(one, base),
                                one.wholeNumber("limit", 1, ChannelRule.SEAT_UNITS)
                                        .orElse(base.limit())));
            }
        });
        return channels;
    }

    private static SortedSet<Channel> interruptedBy(YamlSection in, ChannelRule base) {
        if (!in.has("interruptedBy")) {
            return base.interruptedBy();
        }
        Map<String, Channel> names = Words.names(Channel.values());
        SortedSet<Channel> channels = new TreeSet<>();
        for (String name : in.texts("interruptedBy")) {
            Words.refer(in, "interruptedBy", name, List.copyOf(names.keySet()));
            Optional.ofNullable(names.get(name)).ifPresent(channels::add);
        }
        return channels;
    }

    // ---- queues

    private Scenario.Demand queue(String name, YamlSection in, SortedMap<LocalDate, List<WeeklyHours.Span>> holidays) {
        QueueRule base = QueueRule.plain(
                new QueueId(name), new SkillId(name), DEFAULT_OFFER, DEFAULT_WRAP_UP, Duration.ZERO, DEFAULT_RETRY);
        QueueRule rule = new QueueReader(queueNames, zone, holidays).read(in, base);
        return new DemandReader(queueNames).read(in, rule);
    }

    // ---- agents

    private Scenario.Crew crew(String name, YamlSection in) {
        if (!in.has("count")) {
            in.wrong("count", "is missing: how many agents of \"" + name + "\" there are");
        }
        AgentReader reader = new AgentReader(queueNames);
        Abilities base = new Abilities(
                Collections.emptySortedMap(),
                new TreeSet<>(List.of(new GroupId(name))),
                Collections.emptySortedMap(),
                BestRank.INSTANCE);
        return new Scenario.Crew(
                name,
                in.wholeNumber("count", 0, AgentReader.COUNT_MAX).orElse(0),
                reader.abilities(in, base),
                reader.shifts(in));
    }

    private static Scenario.Habits habits(YamlSection in) {
        return new Scenario.Habits(
                Words.spread(in, "answer").orElse(Scenario.Habits.DEFAULT.answer()),
                Words.spread(in, "absence").orElse(Scenario.Habits.DEFAULT.absence()));
    }

    private static Scenario.Faults faults(YamlSection in) {
        return new Scenario.Faults(
                Words.share(in, "lateHangUp", 0),
                Words.share(in, "duplicateAccept", 0),
                Words.share(in, "lateAccept", 0),
                Words.share(in, "vanish", 0),
                Words.share(in, "decline", 0),
                Words.share(in, "miss", 0));
    }
}
