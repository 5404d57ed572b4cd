package io.ahoy.router.sim;

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
import io.ahoy.router.acd.WeightedShare;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What agents can do and when they are there, for scenarios and for what-if replays. What is not written stays as it was. */
final class AgentReader {
    static final int COUNT_MAX = 100_000;
    private static final Map<String, QueueChoice> CHOICES =
            new TreeMap<>(Map.of("bestRank", BestRank.INSTANCE, "weightedShare", new WeightedShare()));

    private final List<String> queues;

    /** @param queues all that there are */
    AgentReader(List<String> queues) {
        this.queues = List.copyOf(queues);
    }

    Abilities abilities(YamlSection in, Abilities base) {
        SortedMap<Channel, Integer> limits = new TreeMap<>(base.limits());
        YamlSection limited = in.section("limits");
        Words.names(Channel.values())
                .forEach((word, channel) -> limited.wholeNumber(word, 0, ChannelRule.SEAT_UNITS)
                        .ifPresent(limit -> limits.put(channel, limit)));
        List<String> order = in.texts("order");
        order.forEach(queue -> Words.refer(in, "order", queue, queues));
        Optional<QueueChoice> named = in.oneOf("serves", CHOICES);
        QueueChoice choice = order.isEmpty()
                ? named.orElse(base.choice())
                : new OwnOrder(order.stream().map(QueueId::new).toList());
        return new Abilities(
                in.has("skills") ? Words.levels(in, "skills") : base.levels(),
                in.has("groups") ? new TreeSet<>(Words.list(in, "groups", GroupId::new)) : base.groups(),
                limits,
                choice);
    }

    List<Scenario.Shift> shifts(YamlSection in) {
        return in.sections("shifts").stream().map(AgentReader::shift).toList();
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
                in.sections("breaks").stream().map(AgentReader::pause).toList());
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
}
