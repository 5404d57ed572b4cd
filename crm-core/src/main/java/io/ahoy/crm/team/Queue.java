package io.ahoy.crm.team;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A line that customers wait in.
 *
 * @param serviceLevelThreshold T of METRICS.md: a wait up to it counts as in time
 * @param serviceLevelTarget share from 0 to 1
 * @param serviceLevelInHours waits pass only while the calendar is open, as befits what waits for hours
 * @param shortAbandon S of METRICS.md: who leaves sooner is not held against the queue
 * @param needs who is offered its interactions
 * @param widening who else after a while, by time
 * @param offerLimit how long an offer rings
 * @param noAnswer what follows for an agent whose offer ended like this; nothing where it is missing
 * @param overflow in order
 * @param calendar absent: always open
 * @param announceEvery how often those who wait are told their place; zero: never
 * @param delivery of its mails
 * @param musicClass music on hold class in Asterisk
 */
public record Queue(
        String id,
        Titles title,
        Duration serviceLevelThreshold,
        double serviceLevelTarget,
        boolean serviceLevelInHours,
        Duration shortAbandon,
        Need needs,
        List<Widening> widening,
        Strategy strategy,
        Priority priority,
        Duration offerLimit,
        SortedMap<NoAnswer.Cause, NoAnswer> noAnswer,
        WrapUp wrapUp,
        List<Overflow> overflow,
        Optional<String> calendar,
        CallbackRule callback,
        Duration announceEvery,
        Delivery delivery,
        String musicClass)
        implements Configured {
    public Queue {
        widening = List.copyOf(widening);
        noAnswer = Sorted.map(noAnswer);
        overflow = List.copyOf(overflow);
    }

    /** One skill at any level, the longest idle agent, no overflow, always open. */
    public Queue(
            String id,
            Titles title,
            String skill,
            Duration serviceLevelThreshold,
            double serviceLevelTarget,
            Duration shortAbandon,
            Duration offerLimit,
            Duration wrapUpLimit,
            Duration wrapUpExtension,
            Duration declineRetry,
            String musicClass) {
        this(
                id,
                title,
                serviceLevelThreshold,
                serviceLevelTarget,
                false,
                shortAbandon,
                Need.of(skill),
                List.of(),
                new Strategy.LongestIdle(),
                Priority.NORMAL,
                offerLimit,
                NoAnswer.defaults(declineRetry),
                new WrapUp(wrapUpLimit, wrapUpExtension, wrapUpLimit.isZero() ? 0 : WrapUp.EXTENSIONS_MAX),
                List.of(),
                Optional.empty(),
                CallbackRule.DEFAULT,
                Duration.ZERO,
                Delivery.PUSHED,
                musicClass);
    }

    /** Of somebody who has waited through all of the widening. */
    public Need widestNeed() {
        return needs.after(
                widening.stream().flatMap(step -> step.changes().stream()).toList());
    }

    @Override
    public Kind kind() {
        return Kind.QUEUES;
    }

    @Override
    public String key() {
        return id;
    }
}
