package io.ahoy.router.sim;

import io.ahoy.config.YamlSection;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.CallbackRule;
import io.ahoy.router.acd.Delivery;
import io.ahoy.router.acd.GroupId;
import io.ahoy.router.acd.LeastOccupied;
import io.ahoy.router.acd.LongestIdle;
import io.ahoy.router.acd.MostSkilled;
import io.ahoy.router.acd.NoAnswerRule;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Overflow;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import io.ahoy.router.acd.Rings;
import io.ahoy.router.acd.RoundRobin;
import io.ahoy.router.acd.SkillId;
import io.ahoy.router.acd.SkillNeed;
import io.ahoy.router.acd.Strategy;
import io.ahoy.router.acd.WeeklyHours;
import io.ahoy.router.acd.Widening;
import io.ahoy.router.acd.WrapUpRule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A queue's rules as operators write them, for scenarios and for what-if replays. What is not written stays as it was. */
final class QueueReader {
    private static final Map<String, Strategy> STRATEGIES = new TreeMap<>(Map.of(
            "longestIdle", new LongestIdle(),
            "mostSkilled", new MostSkilled(),
            "leastOccupied", new LeastOccupied(),
            "roundRobin", new RoundRobin()));
    private static final Map<String, Delivery> DELIVERIES =
            new TreeMap<>(Map.of("pushed", Delivery.PUSHED, "pulled", Delivery.PULLED));
    private static final Map<String, Overflow.When> WHENS = new TreeMap<>(Map.of(
            "closed", new Overflow.Closed(),
            "closing", new Overflow.Closing(),
            "noAgent", new Overflow.NoAgent()));
    private static final Map<String, Overflow.Action> OFFERS = Map.of("callback", new Overflow.OfferCallback());
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int TIER_MAX = 100;
    private static final int WEIGHT_MAX = 100;
    private static final int WAITING_MAX = 100_000;
    private static final int ATTEMPTS_MAX = 20;

    private final List<String> queues;
    private final ZoneId zone;
    private final SortedMap<LocalDate, List<WeeklyHours.Span>> holidays;

    /**
     * @param queues all that there are, for those that refer to each other
     * @param holidays of the whole centre, for queues that have hours and say nothing else
     */
    QueueReader(List<String> queues, ZoneId zone, SortedMap<LocalDate, List<WeeklyHours.Span>> holidays) {
        this.queues = List.copyOf(queues);
        this.zone = zone;
        this.holidays = new TreeMap<>(holidays);
    }

    QueueRule read(YamlSection in, QueueRule base) {
        return new QueueRule(
                base.id(),
                staffing(in, base.staffing()),
                priority(in, base.priority()),
                in.duration("offerLimit", SECOND, HOUR).orElse(base.offerLimit()),
                noAnswer(in, base.noAnswer()),
                wrapUp(in, base.wrapUp()),
                in.has("overflow") ? overflow(in) : base.overflow(),
                hours(in, base.hours()),
                callback(in.section("callbackRule"), base.callback()),
                in.duration("announceEvery", Duration.ZERO, HOUR).orElse(base.announceEvery()),
                in.oneOf("delivery", DELIVERIES).orElse(base.delivery()));
    }

    private static QueueRule.Staffing staffing(YamlSection in, QueueRule.Staffing base) {
        SkillNeed need = new SkillNeed(
                in.has("skills") ? Words.levels(in, "skills") : base.need().levels(),
                in.has("groups")
                        ? new TreeSet<>(Words.list(in, "groups", GroupId::new))
                        : base.need().groups());
        Optional<Strategy> rings =
                in.has("rings") ? Optional.of(new Rings(Words.list(in, "rings", GroupId::new))) : Optional.empty();
        Optional<Strategy> named = in.oneOf("strategy", STRATEGIES);
        if (rings.isPresent() && in.has("strategy")) {
            in.wrong("rings", "is a strategy itself; remove \"strategy\" or \"rings\"");
        }
        return new QueueRule.Staffing(
                need,
                in.has("widening") ? widening(in) : base.widening(),
                rings.or(() -> named).orElse(base.strategy()));
    }

    private static List<Widening> widening(YamlSection in) {
        List<Widening> steps = new ArrayList<>();
        Duration last = Duration.ZERO;
        for (YamlSection step : in.sections("widening")) {
            Optional<Duration> after = step.duration("after", SECOND, Duration.ofDays(1));
            List<Widening.Change> changes = new ArrayList<>();
            Words.levels(step, "lower").forEach((skill, level) -> changes.add(new Widening.LowerLevel(skill, level)));
            Words.list(step, "drop", SkillId::new).forEach(skill -> changes.add(new Widening.DropSkill(skill)));
            Words.list(step, "add", GroupId::new).forEach(group -> changes.add(new Widening.AddGroup(group)));
            if (after.isEmpty()) {
                if (!step.has("after")) {
                    step.wrong("after", "is missing: how long after the entry this step comes");
                }
            } else if (after.get().compareTo(last) <= 0) {
                step.wrong("after", "must be later than in the step before");
            } else if (changes.isEmpty()) {
                step.wrong("after", "widens nothing; add \"lower\", \"drop\" or \"add\"");
            } else {
                steps.add(new Widening(after.get(), changes));
                last = after.get();
            }
        }
        return steps;
    }

    private static QueueRule.Priority priority(YamlSection in, QueueRule.Priority base) {
        return new QueueRule.Priority(
                in.wholeNumber("tier", 0, TIER_MAX).orElse(base.tier()),
                in.duration("headStart", Duration.ZERO, Duration.ofDays(1)).orElse(base.headStart()),
                in.wholeNumber("weight", 1, WEIGHT_MAX).orElse(base.weight()));
    }

    private static SortedMap<OfferOutcome, NoAnswerRule> noAnswer(
            YamlSection in, SortedMap<OfferOutcome, NoAnswerRule> base) {
        return in.duration("declineRetry", Duration.ZERO, HOUR)
                .map(retry -> {
                    SortedMap<OfferOutcome, NoAnswerRule> changed = new TreeMap<>(base);
                    NoAnswerRule before =
                            base.getOrDefault(OfferOutcome.DECLINED, new NoAnswerRule(0, BreakReason.MISSED, retry));
                    changed.put(OfferOutcome.DECLINED, new NoAnswerRule(before.pauseAfter(), before.pause(), retry));
                    return changed;
                })
                .orElse(base);
    }

    private static WrapUpRule wrapUp(YamlSection in, WrapUpRule base) {
        return new WrapUpRule(
                in.duration("wrapUpLimit", Duration.ZERO, HOUR).orElse(base.limit()),
                in.duration("wrapUpExtension", Duration.ZERO, HOUR).orElse(base.extension()),
                base.extensionsMax());
    }

    // ---- ways out

    private List<Overflow> overflow(YamlSection in) {
        List<Overflow> overflow = new ArrayList<>();
        for (YamlSection way : in.sections("overflow")) {
            List<Overflow.When> whens = whens(way);
            List<Overflow.Action> actions = actions(way);
            if (whens.size() == 1 && actions.size() == 1) {
                overflow.add(new Overflow(whens.getFirst(), actions.getFirst()));
            } else if (way.names().isEmpty() || whens.size() > 1 || actions.size() > 1) {
                in.wrong(
                        "overflow",
                        "takes in each item one of full, waited, estimatedOver, when"
                                + " and one of to, voicemail, sendAway, autoAnswer, offer");
            } else if (!anyOf(way, "full", "waited", "estimatedOver", "when")) {
                in.wrong("overflow", "has an item that does not say when: add full, waited, estimatedOver or when");
            } else if (!anyOf(way, "to", "voicemail", "sendAway", "autoAnswer", "offer")) {
                in.wrong("overflow", "has an item without a way out: add to, voicemail, sendAway, autoAnswer or offer");
            }
        }
        return overflow;
    }

    private static boolean anyOf(YamlSection in, String... keys) {
        return List.of(keys).stream().anyMatch(in::has);
    }

    private static List<Overflow.When> whens(YamlSection in) {
        List<Overflow.When> whens = new ArrayList<>();
        in.wholeNumber("full", 0, WAITING_MAX).ifPresent(waiting -> whens.add(new Overflow.Full(waiting)));
        in.duration("waited", SECOND, Words.LONGEST).ifPresent(after -> whens.add(new Overflow.Waited(after)));
        in.duration("estimatedOver", SECOND, Words.LONGEST)
                .ifPresent(limit -> whens.add(new Overflow.EstimatedOver(limit)));
        in.oneOf("when", WHENS).ifPresent(whens::add);
        return whens;
    }

    private List<Overflow.Action> actions(YamlSection in) {
        List<Overflow.Action> actions = new ArrayList<>();
        in.text("to").ifPresent(queue -> {
            Words.refer(in, "to", queue, queues);
            actions.add(new Overflow.ToQueue(new QueueId(queue)));
        });
        in.text("voicemail").ifPresent(box -> actions.add(new Overflow.Voicemail(box)));
        in.text("sendAway").ifPresent(message -> actions.add(new Overflow.SendAway(message)));
        in.text("autoAnswer").ifPresent(template -> actions.add(new Overflow.AutoAnswer(template)));
        in.oneOf("offer", OFFERS).ifPresent(actions::add);
        return actions;
    }

    // ---- times

    private Optional<WeeklyHours> hours(YamlSection in, Optional<WeeklyHours> base) {
        if (in.has("holidays") && !in.has("hours") && base.isEmpty()) {
            in.wrong("holidays", "are of no use to a queue that is always open; add \"hours\"");
        }
        SortedMap<LocalDate, List<WeeklyHours.Span>> dates = in.has("holidays")
                ? Words.holidays(in, "holidays")
                : base.map(WeeklyHours::dates).orElse(holidays);
        return in.has("hours")
                ? Optional.of(new WeeklyHours(zone, week(in), dates))
                : base.map(hours -> new WeeklyHours(hours.zone(), hours.week(), dates));
    }

    /** {@code mon-fri 08:00-18:00}, or a list of such. */
    private static SortedMap<DayOfWeek, List<WeeklyHours.Span>> week(YamlSection in) {
        SortedMap<DayOfWeek, List<WeeklyHours.Span>> week = new TreeMap<>();
        for (String text : in.texts("hours")) {
            String[] parts = text.strip().split(" +", 2);
            List<DayOfWeek> days = Words.days(parts[0]);
            Optional<WeeklyHours.Span> span = parts.length == 2 ? Words.span(parts[1]) : Optional.empty();
            if (days.isEmpty() || span.isEmpty()) {
                in.wrong("hours", "is \"" + text + "\", but must be as in mon-fri 08:00-18:00, or a list of such");
                continue;
            }
            days.forEach(
                    day -> week.computeIfAbsent(day, same -> new ArrayList<>()).add(span.get()));
        }
        return week;
    }

    private static CallbackRule callback(YamlSection in, CallbackRule base) {
        return new CallbackRule(
                in.wholeNumber("attempts", 1, ATTEMPTS_MAX).orElse(base.attemptsMax()),
                in.duration("retry", Duration.ZERO, Words.LONGEST).orElse(base.retry()),
                in.duration("ringLimit", SECOND, HOUR).orElse(base.ringLimit()),
                in.duration("expiry", SECOND, Words.LONGEST).orElse(base.expiry()),
                base.window());
    }
}
