package io.ahoy.router.sim;

import io.ahoy.config.ConfigProblems;
import io.ahoy.config.Nearest;
import io.ahoy.config.YamlSection;
import io.ahoy.router.acd.Abilities;
import io.ahoy.router.acd.BestRank;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ChannelRule;
import io.ahoy.router.acd.GroupId;
import io.ahoy.router.acd.OwnOrder;
import io.ahoy.router.acd.QueueChoice;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.acd.WeightedShare;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a centre from a file, strictly: everything that is wrong is told at once, with file, line and what was probably meant. */
final class ScenarioReader {
    static final int DAYS_MAX = 3_660;
    private static final int COUNT_MAX = 100_000;
    private static final double RATE_MAX = 1_000_000;
    private static final Map<String, QueueChoice> CHOICES =
            new TreeMap<>(Map.of("bestRank", BestRank.INSTANCE, "weightedShare", new WeightedShare()));
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
        YamlSection agents = file.section("agents");
        if (queueNames.isEmpty()) {
            file.wrong("queues", "is missing or empty; a centre has at least one queue");
        }
        if (agents.names().isEmpty()) {
            file.wrong("agents", "is missing or empty; somebody must answer");
        }
        return new Scenario(
                zone,
                file.text("start").map(this::date).orElse(LocalDate.of(2026, 1, 5)),
                file.wholeNumber("days", 1, DAYS_MAX).orElse(1),
                channels(file.section("channels")),
                queueNames.stream()
                        .map(name -> queue(name, queues.section(name)))
                        .toList(),
                agents.names().stream()
                        .map(name -> crew(name, agents.section(name)))
                        .toList(),
                habits(file.section("habits")),
                faults(file.section("faults")));
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
                                base.interruptedBy(),
                                one.wholeNumber("limit", 1, ChannelRule.SEAT_UNITS)
                                        .orElse(base.limit())));
            }
        });
        return channels;
    }

    // ---- queues

    private Scenario.Demand queue(String name, YamlSection in) {
        QueueRule base = QueueRule.plain(
                new QueueId(name), new SkillId(name), DEFAULT_OFFER, DEFAULT_WRAP_UP, Duration.ZERO, DEFAULT_RETRY);
        QueueRule rule = new QueueReader(queueNames, zone).read(in, base);
        YamlSection level = in.section("serviceLevel");
        YamlSection callback = in.section("callback");
        return new Scenario.Demand(
                rule,
                in.oneOf("channel", Words.names(Channel.values())).orElse(Channel.VOICE),
                new Scenario.Thresholds(
                        level.duration("within", Duration.ofSeconds(1), Words.LONGEST)
                                .orElse(Scenario.Thresholds.DEFAULT.serviceLevel()),
                        level.duration("shortAbandon", Duration.ZERO, Words.LONGEST)
                                .orElse(Scenario.Thresholds.DEFAULT.shortAbandon())),
                arrivals(in),
                Words.spread(in, "patience"),
                required(in, "talk"),
                Words.spread(in, "wrapUp").orElse(new Spread.Fixed(rule.wrapUp().limit())),
                new Scenario.Callback(
                        share(callback, "taken", Scenario.Callback.DEFAULT.taken()),
                        share(callback, "reached", Scenario.Callback.DEFAULT.reached())));
    }

    private static Spread required(YamlSection in, String key) {
        Optional<Spread> spread = Words.spread(in, key);
        if (!in.has(key)) {
            in.wrong(key, "is missing; write it as in \"" + key + ": {lognormal: 4m, deviation: 3m}\"");
        }
        return spread.orElse(new Spread.Fixed(Duration.ZERO));
    }

    /** {@code perHour}, or {@code perQuarter} with a number for each quarter of an hour after {@code from}. */
    private static Rate arrivals(YamlSection queue) {
        if (!queue.has("arrivals")) {
            queue.wrong("arrivals", "is missing; write it as in \"arrivals: {perHour: 60}\"");
        }
        YamlSection in = queue.section("arrivals");
        List<Double> rates = new ArrayList<>(Collections.nCopies(Rate.QUARTERS, 0.0));
        LocalTime from = Words.time(in, "from").orElse(LocalTime.MIDNIGHT);
        LocalTime to = Words.time(in, "to").orElse(LocalTime.MIDNIGHT);
        double perHour = in.decimal("perHour", 0, RATE_MAX).orElse(0);
        List<Double> quarters = in.decimals("perQuarter", 0, RATE_MAX);
        int first = quarter(in, "from", from);
        int last = to.equals(LocalTime.MIDNIGHT) ? Rate.QUARTERS : quarter(in, "to", to);
        if (in.has("perHour") == in.has("perQuarter") && queue.has("arrivals")) {
            queue.wrong("arrivals", "takes either perHour or perQuarter");
        } else if (in.has("perQuarter") && (in.has("to") || first + quarters.size() > Rate.QUARTERS)) {
            in.wrong(
                    "perQuarter",
                    "has one number for each quarter of an hour after \"from\", up to midnight, and no \"to\"");
        } else if (last <= first) {
            in.wrong("to", "must be later than \"from\"");
        } else {
            for (int i = first; i < last; i++) {
                rates.set(i, perHour);
            }
            for (int i = 0; i < quarters.size(); i++) {
                rates.set(first + i, quarters.get(i) * 4);
            }
        }
        return new Rate(rates, Words.days(in, "days"));
    }

    private static int quarter(YamlSection in, String key, LocalTime time) {
        if (time.getMinute() % 15 != 0 || time.getSecond() != 0) {
            in.wrong(key, "must be at a full quarter of an hour");
        }
        return (time.getHour() * 60 + time.getMinute()) / 15;
    }

    // ---- agents

    private Scenario.Crew crew(String name, YamlSection in) {
        if (!in.has("count")) {
            in.wrong("count", "is missing: how many agents of \"" + name + "\" there are");
        }
        SortedMap<Channel, Integer> limits = new TreeMap<>();
        YamlSection limited = in.section("limits");
        Words.names(Channel.values())
                .forEach((word, channel) -> limited.wholeNumber(word, 0, ChannelRule.SEAT_UNITS)
                        .ifPresent(limit -> limits.put(channel, limit)));
        List<String> order = in.texts("order");
        order.forEach(queue -> Words.refer(in, "order", queue, queueNames));
        Optional<QueueChoice> named = in.oneOf("serves", CHOICES);
        QueueChoice choice = order.isEmpty()
                ? named.orElse(BestRank.INSTANCE)
                : new OwnOrder(order.stream().map(QueueId::new).toList());
        List<GroupId> groups = in.has("groups") ? Words.list(in, "groups", GroupId::new) : List.of(new GroupId(name));
        return new Scenario.Crew(
                name,
                in.wholeNumber("count", 0, COUNT_MAX).orElse(0),
                new Abilities(Words.levels(in, "skills"), new TreeSet<>(groups), limits, choice),
                in.sections("shifts").stream().map(ScenarioReader::shift).toList());
    }

    private static Scenario.Shift shift(YamlSection in) {
        Optional<LocalTime> from = Words.time(in, "from");
        Optional<LocalTime> to = Words.time(in, "to");
        if (!in.has("from") || !in.has("to")) {
            in.wrong(in.has("from") ? "to" : "from", "is missing; a shift is written as in {from: 08:00, to: 16:30}");
        }
        return new Scenario.Shift(
                from.orElse(LocalTime.MIDNIGHT),
                to.orElse(LocalTime.MIDNIGHT),
                Words.days(in, "days"),
                in.sections("breaks").stream().map(ScenarioReader::pause).toList());
    }

    private static Scenario.Break pause(YamlSection in) {
        if (!in.has("at") || !in.has("length")) {
            in.wrong(in.has("at") ? "length" : "at", "is missing; a break is written as in {at: 12:00, length: 30m}");
        }
        return new Scenario.Break(
                Words.time(in, "at").orElse(LocalTime.NOON),
                in.duration("length", Duration.ofMinutes(1), Duration.ofHours(12))
                        .orElse(Duration.ofMinutes(1)),
                in.wholeNumber("waves", 1, COUNT_MAX).orElse(1),
                reason(in));
    }

    private static BreakReason reason(YamlSection in) {
        BreakReason reason = new BreakReason(in.text("reason").orElse("break"));
        if (reason.isSetBySystem()) {
            in.wrong("reason", "begins with \"system.\", as only those of the router itself do");
        }
        return reason;
    }

    private static Scenario.Habits habits(YamlSection in) {
        return new Scenario.Habits(
                Words.spread(in, "answer").orElse(Scenario.Habits.DEFAULT.answer()),
                Words.spread(in, "absence").orElse(Scenario.Habits.DEFAULT.absence()));
    }

    private static Scenario.Faults faults(YamlSection in) {
        return new Scenario.Faults(
                share(in, "lateHangUp", 0),
                share(in, "duplicateAccept", 0),
                share(in, "lateAccept", 0),
                share(in, "vanish", 0),
                share(in, "decline", 0),
                share(in, "miss", 0));
    }

    private static double share(YamlSection in, String key, double byDefault) {
        return in.decimal(key, 0, 1).orElse(byDefault);
    }
}
