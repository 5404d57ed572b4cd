package io.ahoy.router.acd;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The queues of the scenarios; the scenario files say in words what each is. */
final class SampleQueues {
    private static final SkillId SALES = new SkillId("sales");
    private static final SkillId GERMAN = new SkillId("german");
    private static final GroupId DAY = new GroupId("day");
    private static final GroupId NIGHT = new GroupId("night");

    private SampleQueues() {}

    /** {@code limited:boxed} has the id of the one and the rules of the other, for a queue that is changed. */
    static QueueRule rule(String written) {
        String name = written.split(":")[0];
        String rules = written.substring(written.indexOf(':') + 1);
        return switch (rules) {
            case "german" ->
                sales(name)
                        .with(staffing(
                                new SkillNeed(new TreeMap<>(Map.of(SALES, 1, GERMAN, 7)), new TreeSet<>()),
                                new Widening(seconds(20), List.of(new Widening.LowerLevel(GERMAN, 4))),
                                new Widening(seconds(40), List.of(new Widening.DropSkill(GERMAN)))));
            case "dayshift" ->
                sales(name)
                        .with(staffing(
                                new SkillNeed(new TreeMap<>(Map.of(SALES, 1)), new TreeSet<>(List.of(DAY))),
                                new Widening(seconds(20), List.of(new Widening.AddGroup(NIGHT)))));
            case "expert" -> by(name, new MostSkilled());
            case "fresh" -> by(name, new LeastOccupied());
            case "round" -> by(name, new RoundRobin());
            case "rings" -> by(name, new Rings(List.of(DAY, NIGHT)));
            case "vip" -> sales(name).with(new QueueRule.Priority(0, seconds(60), 1));
            case "emergency" -> sales(name).with(new QueueRule.Priority(1, Duration.ZERO, 1));
            case "heavy" -> sales(name).with(new QueueRule.Priority(0, Duration.ZERO, 2));
            case "full" -> out(name, new Overflow.Full(2), new Overflow.ToQueue(new QueueId("support")));
            case "limited" -> limited(name);
            case "limited-told" -> limited(name).announcing(seconds(45));
            case "boxed" -> out(name, new Overflow.Waited(seconds(30)), new Overflow.Voicemail("main"));
            case "unstaffed" -> out(name, new Overflow.NoAgent(), new Overflow.SendAway("nobody"));
            case "written" -> out(name, new Overflow.NoAgent(), new Overflow.AutoAnswer("later"));
            case "slow" -> out(name, new Overflow.EstimatedOver(seconds(200)), new Overflow.SendAway("busy"));
            case "office" ->
                sales(name)
                        .with(hours(LocalTime.of(8, 1)))
                        .with(List.of(
                                new Overflow(new Overflow.Closed(), new Overflow.Voicemail("night")),
                                new Overflow(new Overflow.Closing(), new Overflow.SendAway("closed"))));
            case "late" ->
                sales(name)
                        .with(hours(LocalTime.of(8, 1)))
                        .with(List.of(new Overflow(new Overflow.Closing(), new Overflow.SendAway("closed"))));
            case "circle" -> out(name, new Overflow.NoAgent(), new Overflow.ToQueue(new QueueId("round-about")));
            case "round-about" -> out(name, new Overflow.NoAgent(), new Overflow.ToQueue(new QueueId("circle")));
            case "called" ->
                sales(name).with(new CallbackRule(2, seconds(30), seconds(20), seconds(300), Optional.empty()));
            case "windowed" ->
                sales(name)
                        .with(new CallbackRule(
                                2,
                                seconds(30),
                                seconds(20),
                                Duration.ofDays(2),
                                Optional.of(hours(LocalTime.of(8, 1)))));
            case "lenient" ->
                sales(name)
                        .with(new TreeMap<>(Map.of(
                                OfferOutcome.TIMED_OUT, new NoAnswerRule(2, new BreakReason("away"), seconds(5)),
                                OfferOutcome.DEVICE_UNREACHABLE,
                                        new NoAnswerRule(0, new BreakReason("away"), Duration.ZERO))));
            case "watched" ->
                sales(name)
                        .with(new TreeMap<>(Map.of(
                                OfferOutcome.CUSTOMER_LEFT, new NoAnswerRule(2, new BreakReason("slow"), seconds(5)),
                                OfferOutcome.DEVICE_UNREACHABLE,
                                        new NoAnswerRule(2, new BreakReason("phone"), seconds(5)))));
            case "pulled" -> sales(name).with(Delivery.PULLED);
            case "pulled-german" ->
                sales(name)
                        .with(Delivery.PULLED)
                        .with(staffing(
                                new SkillNeed(new TreeMap<>(Map.of(SALES, 1, GERMAN, 7)), new TreeSet<>()),
                                new Widening(seconds(20), List.of(new Widening.DropSkill(GERMAN)))));
            case "pulled-boxed" ->
                out(name, new Overflow.Waited(seconds(30)), new Overflow.AutoAnswer("later"))
                        .with(Delivery.PULLED);
            case "pulled-unstaffed" ->
                out(name, new Overflow.NoAgent(), new Overflow.AutoAnswer("later"))
                        .with(Delivery.PULLED);
            case "pulled-full" ->
                out(name, new Overflow.Full(2), new Overflow.ToQueue(new QueueId("support")))
                        .with(Delivery.PULLED);
            case "pulled-office" ->
                sales(name)
                        .with(Delivery.PULLED)
                        .with(hours(LocalTime.of(8, 1)))
                        .with(List.of(new Overflow(new Overflow.Closing(), new Overflow.AutoAnswer("closed"))));
            case "pulled-slow" ->
                out(name, new Overflow.EstimatedOver(seconds(1)), new Overflow.SendAway("busy"))
                        .with(Delivery.PULLED);
            case "told" -> sales(name).announcing(seconds(30));
            default -> plain(name, rules);
        };
    }

    private static QueueRule plain(String name, String skill) {
        return QueueRule.plain(
                new QueueId(name),
                new SkillId(skill),
                seconds(20),
                name.equals("express") ? Duration.ZERO : seconds(30),
                seconds(15),
                seconds(10));
    }

    private static QueueRule sales(String name) {
        return plain(name, "sales");
    }

    private static QueueRule by(String name, Strategy strategy) {
        return sales(name).with(new QueueRule.Staffing(SkillNeed.of(SALES), List.of(), strategy));
    }

    private static QueueRule out(String name, Overflow.When when, Overflow.Action action) {
        return sales(name).with(List.of(new Overflow(when, action)));
    }

    private static QueueRule limited(String name) {
        return sales(name)
                .with(List.of(
                        new Overflow(new Overflow.Waited(seconds(30)), new Overflow.OfferCallback()),
                        new Overflow(new Overflow.Waited(seconds(60)), new Overflow.ToQueue(new QueueId("support")))));
    }

    private static QueueRule.Staffing staffing(SkillNeed need, Widening... widening) {
        return new QueueRule.Staffing(need, List.of(widening), new LongestIdle());
    }

    /** Every day from midnight to then, in UTC. */
    private static WeeklyHours hours(LocalTime to) {
        TreeMap<DayOfWeek, List<WeeklyHours.Span>> week = new TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(new WeeklyHours.Span(LocalTime.MIDNIGHT, to)));
        }
        return new WeeklyHours(ZoneOffset.UTC, week, new TreeMap<>());
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
