package io.ahoy.desktop.routing;

import io.ahoy.crm.team.AgentRouting;
import io.ahoy.crm.team.Calendar;
import io.ahoy.crm.team.Configuration;
import io.ahoy.crm.team.NoAnswer;
import io.ahoy.crm.team.Queue;
import io.ahoy.router.acd.Abilities;
import io.ahoy.router.acd.BestRank;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.CallbackRule;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.ChannelRule;
import io.ahoy.router.acd.Delivery;
import io.ahoy.router.acd.GroupId;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.LeastOccupied;
import io.ahoy.router.acd.LongestIdle;
import io.ahoy.router.acd.MostSkilled;
import io.ahoy.router.acd.NoAnswerRule;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Overflow;
import io.ahoy.router.acd.OwnOrder;
import io.ahoy.router.acd.QueueChoice;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.Rings;
import io.ahoy.router.acd.RoundRobin;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.acd.SkillNeed;
import io.ahoy.router.acd.Strategy;
import io.ahoy.router.acd.WeeklyHours;
import io.ahoy.router.acd.WeightedShare;
import io.ahoy.router.acd.Widening;
import io.ahoy.router.acd.WrapUpRule;
import io.ahoy.router.channel.CalendarHours;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The configuration as the router takes it. */
public final class RoutingRules {
    private final Map<String, WeeklyHours> hours;

    private RoutingRules(Configuration configuration) {
        hours = configuration.calendars().stream().collect(Collectors.toMap(Calendar::id, CalendarHours::of));
    }

    /** @param zone of the centre, in which agents' days begin */
    public static Input.QueuesChanged of(Configuration configuration, ZoneId zone) {
        RoutingRules rules = new RoutingRules(configuration);
        SortedMap<Channel, ChannelRule> channels = new TreeMap<>();
        configuration
                .channels()
                .forEach(rule -> channels.put(
                        channel(rule.id()),
                        new ChannelRule(
                                rule.units(), sorted(rule.interruptedBy(), RoutingRules::channel), rule.limit())));
        return new Input.QueuesChanged(
                configuration.queues().stream().map(rules::rule).toList(), channels, Optional.of(zone));
    }

    public static Abilities abilities(AgentRouting agent) {
        return new Abilities(
                levels(agent.skills()),
                sorted(agent.teams(), GroupId::new),
                mapped(agent.limits(), RoutingRules::channel, limit -> limit),
                choice(agent.choice()));
    }

    private QueueRule rule(Queue queue) {
        return new QueueRule(
                new QueueId(queue.id()),
                new QueueRule.Staffing(
                        new SkillNeed(
                                levels(queue.needs().skills()),
                                sorted(queue.needs().teams(), GroupId::new)),
                        queue.widening().stream().map(RoutingRules::widening).toList(),
                        strategy(queue.strategy())),
                new QueueRule.Priority(
                        queue.priority().tier(),
                        queue.priority().headStart(),
                        queue.priority().weight()),
                queue.offerLimit(),
                mapped(queue.noAnswer(), RoutingRules::outcome, RoutingRules::noAnswer),
                new WrapUpRule(
                        queue.wrapUp().limit(),
                        queue.wrapUp().extension(),
                        queue.wrapUp().extensionsMax()),
                queue.overflow().stream().map(RoutingRules::overflow).toList(),
                hours(queue.calendar()),
                new CallbackRule(
                        queue.callback().attemptsMax(),
                        queue.callback().retry(),
                        queue.callback().ringLimit(),
                        queue.callback().expiry(),
                        hours(queue.callback().calendar())),
                queue.announceEvery(),
                delivery(queue.delivery()));
    }

    private Optional<WeeklyHours> hours(Optional<String> calendar) {
        return calendar.flatMap(id -> Optional.ofNullable(hours.get(id)));
    }

    private static Widening widening(io.ahoy.crm.team.Widening step) {
        return new Widening(
                step.after(), step.changes().stream().map(RoutingRules::change).toList());
    }

    private static Widening.Change change(io.ahoy.crm.team.Widening.Change change) {
        return switch (change) {
            case io.ahoy.crm.team.Widening.LowerLevel(String skill, int level) ->
                new Widening.LowerLevel(new SkillId(skill), level);
            case io.ahoy.crm.team.Widening.DropSkill(String skill) -> new Widening.DropSkill(new SkillId(skill));
            case io.ahoy.crm.team.Widening.AddTeam(String team) -> new Widening.AddGroup(new GroupId(team));
        };
    }

    private static Strategy strategy(io.ahoy.crm.team.Strategy strategy) {
        return switch (strategy) {
            case io.ahoy.crm.team.Strategy.LongestIdle ignored -> new LongestIdle();
            case io.ahoy.crm.team.Strategy.MostSkilled ignored -> new MostSkilled();
            case io.ahoy.crm.team.Strategy.LeastOccupied ignored -> new LeastOccupied();
            case io.ahoy.crm.team.Strategy.RoundRobin ignored -> new RoundRobin();
            case io.ahoy.crm.team.Strategy.Rings(List<String> teams) ->
                new Rings(teams.stream().map(GroupId::new).toList());
        };
    }

    private static QueueChoice choice(io.ahoy.crm.team.QueueChoice choice) {
        return switch (choice) {
            case io.ahoy.crm.team.QueueChoice.BestRank ignored -> BestRank.INSTANCE;
            case io.ahoy.crm.team.QueueChoice.OwnOrder(List<String> queues) ->
                new OwnOrder(queues.stream().map(QueueId::new).toList());
            case io.ahoy.crm.team.QueueChoice.WeightedShare ignored -> new WeightedShare();
        };
    }

    private static OfferOutcome outcome(NoAnswer.Cause cause) {
        return switch (cause) {
            case DECLINED -> OfferOutcome.DECLINED;
            case TIMED_OUT -> OfferOutcome.TIMED_OUT;
            case DEVICE_UNREACHABLE -> OfferOutcome.DEVICE_UNREACHABLE;
            case BUSY -> OfferOutcome.BUSY;
            case NETWORK -> OfferOutcome.NETWORK;
            case BROWSER_GONE -> OfferOutcome.BROWSER_GONE;
            case CUSTOMER_LEFT -> OfferOutcome.CUSTOMER_LEFT;
        };
    }

    private static NoAnswerRule noAnswer(NoAnswer rule) {
        return new NoAnswerRule(rule.pauseAfter(), new BreakReason(rule.pause()), rule.retry());
    }

    private static Overflow overflow(io.ahoy.crm.team.Overflow step) {
        return new Overflow(when(step.when()), action(step.action()));
    }

    private static Overflow.When when(io.ahoy.crm.team.Overflow.When when) {
        return switch (when) {
            case io.ahoy.crm.team.Overflow.Full full -> new Overflow.Full(full.waiting());
            case io.ahoy.crm.team.Overflow.Closed ignored -> new Overflow.Closed();
            case io.ahoy.crm.team.Overflow.Closing ignored -> new Overflow.Closing();
            case io.ahoy.crm.team.Overflow.NoAgent ignored -> new Overflow.NoAgent();
            case io.ahoy.crm.team.Overflow.Waited waited -> new Overflow.Waited(waited.after());
            case io.ahoy.crm.team.Overflow.EstimatedOver over -> new Overflow.EstimatedOver(over.limit());
        };
    }

    private static Overflow.Action action(io.ahoy.crm.team.Overflow.Action action) {
        return switch (action) {
            case io.ahoy.crm.team.Overflow.ToQueue to -> new Overflow.ToQueue(new QueueId(to.queue()));
            case io.ahoy.crm.team.Overflow.Voicemail voicemail -> new Overflow.Voicemail(voicemail.box());
            case io.ahoy.crm.team.Overflow.OfferCallback ignored -> new Overflow.OfferCallback();
            case io.ahoy.crm.team.Overflow.SendAway away -> new Overflow.SendAway(away.message());
            case io.ahoy.crm.team.Overflow.AutoAnswer answer -> new Overflow.AutoAnswer(answer.template());
        };
    }

    private static Delivery delivery(io.ahoy.crm.team.Delivery delivery) {
        return switch (delivery) {
            case PUSHED -> Delivery.PUSHED;
            case PULLED -> Delivery.PULLED;
        };
    }

    private static Channel channel(io.ahoy.crm.team.Channel channel) {
        return switch (channel) {
            case VOICE -> Channel.VOICE;
            case EMAIL -> Channel.EMAIL;
            case FAX -> Channel.FAX;
            case CHAT -> Channel.CHAT;
            case CALLBACK -> Channel.CALLBACK;
        };
    }

    private static SortedMap<SkillId, Integer> levels(Map<String, Integer> levels) {
        return mapped(levels, SkillId::new, level -> level);
    }

    private static <A, B extends Comparable<? super B>, V, W> SortedMap<B, W> mapped(
            Map<A, V> from, Function<A, B> key, Function<V, W> value) {
        SortedMap<B, W> to = new TreeMap<>();
        from.forEach((k, v) -> to.put(key.apply(k), value.apply(v)));
        return to;
    }

    private static <A, B extends Comparable<? super B>> SortedSet<B> sorted(Collection<A> from, Function<A, B> to) {
        return from.stream().map(to).collect(Collectors.toCollection(TreeSet::new));
    }
}
