package io.ahoy.router.acd;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the core needs to know of a queue.
 *
 * @param staffing who is offered its interactions
 * @param offerLimit how long an offer may ring before it counts as timed out
 * @param noAnswer what follows for the agent, by how his offer ended; nothing where it is missing
 * @param overflow in order
 * @param hours absent: always open
 * @param announceEvery how often those who wait are told their place and the estimated wait; zero: never
 * @param delivery of its mails
 */
public record QueueRule(
        QueueId id,
        Staffing staffing,
        Priority priority,
        Duration offerLimit,
        SortedMap<OfferOutcome, NoAnswerRule> noAnswer,
        WrapUpRule wrapUp,
        List<Overflow> overflow,
        Optional<WeeklyHours> hours,
        CallbackRule callback,
        Duration announceEvery,
        Delivery delivery) {
    public QueueRule {
        noAnswer = Collections.unmodifiableSortedMap(new TreeMap<>(noAnswer));
        overflow = List.copyOf(overflow);
    }

    /**
     * Who, and who else after a while.
     *
     * @param widening by time
     */
    public record Staffing(SkillNeed need, List<Widening> widening, Strategy strategy) {
        public Staffing {
            widening = List.copyOf(widening);
        }
    }

    /**
     * Against other queues.
     *
     * @param tier a higher one beats any wait
     * @param headStart counts as if the customer had come so much earlier
     * @param weight its share of agents who are served by {@link WeightedShare}
     */
    public record Priority(int tier, Duration headStart, int weight) {
        public static final Priority NORMAL = new Priority(0, Duration.ZERO, 1);

        public Priority {
            Check.that(weight >= 1, "a weight of %s", weight);
        }
    }

    /** One skill at any level, the longest idle agent, no overflow, always open. */
    public static QueueRule plain(
            QueueId id,
            SkillId skill,
            Duration offerLimit,
            Duration wrapUpLimit,
            Duration wrapUpExtension,
            Duration declineRetry) {
        return new QueueRule(
                id,
                new Staffing(SkillNeed.of(skill), List.of(), new LongestIdle()),
                Priority.NORMAL,
                offerLimit,
                NoAnswerRule.defaults(declineRetry),
                new WrapUpRule(wrapUpLimit, wrapUpExtension, WrapUpRule.EXTENSIONS_MAX),
                List.of(),
                Optional.empty(),
                CallbackRule.DEFAULT,
                Duration.ZERO,
                Delivery.PUSHED);
    }

    public QueueRule with(Staffing other) {
        return new QueueRule(
                id, other, priority, offerLimit, noAnswer, wrapUp, overflow, hours, callback, announceEvery, delivery);
    }

    public QueueRule with(Priority other) {
        return new QueueRule(
                id, staffing, other, offerLimit, noAnswer, wrapUp, overflow, hours, callback, announceEvery, delivery);
    }

    public QueueRule with(SortedMap<OfferOutcome, NoAnswerRule> other) {
        return new QueueRule(
                id, staffing, priority, offerLimit, other, wrapUp, overflow, hours, callback, announceEvery, delivery);
    }

    public QueueRule with(List<Overflow> other) {
        return new QueueRule(
                id, staffing, priority, offerLimit, noAnswer, wrapUp, other, hours, callback, announceEvery, delivery);
    }

    public QueueRule with(WeeklyHours other) {
        return new QueueRule(
                id,
                staffing,
                priority,
                offerLimit,
                noAnswer,
                wrapUp,
                overflow,
                Optional.of(other),
                callback,
                announceEvery,
                delivery);
    }

    public QueueRule with(CallbackRule other) {
        return new QueueRule(
                id, staffing, priority, offerLimit, noAnswer, wrapUp, overflow, hours, other, announceEvery, delivery);
    }

    public QueueRule announcing(Duration every) {
        return new QueueRule(
                id, staffing, priority, offerLimit, noAnswer, wrapUp, overflow, hours, callback, every, delivery);
    }

    public QueueRule with(Delivery other) {
        return new QueueRule(
                id, staffing, priority, offerLimit, noAnswer, wrapUp, overflow, hours, callback, announceEvery, other);
    }

    NoAnswerRule onNoAnswer(OfferOutcome outcome) {
        return noAnswer.getOrDefault(outcome, NoAnswerRule.NOTHING);
    }
}
