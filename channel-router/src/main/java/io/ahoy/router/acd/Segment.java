package io.ahoy.router.acd;

import java.time.Instant;
import java.util.Optional;

/**
 * One stay of one interaction with one queue and, once answered, one agent: the raw times from which METRICS.md's figures
 * are computed. Keyed by interaction and number.
 *
 * @param number from 1; a transfer or a move to another queue begins the next
 * @param enteredAt entered the queue
 * @param answeredAt connected with the agent, ringing included
 * @param endedAt left the queue without an agent, or the conversation ended
 * @param clearedAt the agent finished the after-contact work
 * @param promised the wait that was estimated on entry, so that the estimate can be judged by what became of it
 */
public record Segment(
        InteractionId interaction,
        int number,
        QueueId queue,
        Optional<AgentId> agent,
        Instant enteredAt,
        Optional<Instant> answeredAt,
        Optional<Instant> endedAt,
        Optional<Instant> clearedAt,
        Outcome outcome,
        Optional<EndCause> cause,
        Optional<Estimate> promised) {

    static Segment first(InteractionId interaction, QueueId queue, Instant enteredAt) {
        return open(interaction, 1, queue, enteredAt);
    }

    Segment next(QueueId nextQueue, Instant at) {
        return open(interaction, number + 1, nextQueue, at);
    }

    Segment promising(Estimate estimate) {
        return new Segment(
                interaction,
                number,
                queue,
                agent,
                enteredAt,
                answeredAt,
                endedAt,
                clearedAt,
                outcome,
                cause,
                Optional.of(estimate));
    }

    Segment answered(AgentId by, Instant at) {
        return new Segment(
                interaction,
                number,
                queue,
                Optional.of(by),
                enteredAt,
                Optional.of(at),
                endedAt,
                clearedAt,
                Outcome.ANSWERED,
                cause,
                promised);
    }

    Segment ended(Instant at, Outcome how, Optional<EndCause> why) {
        return new Segment(
                interaction,
                number,
                queue,
                agent,
                enteredAt,
                answeredAt,
                Optional.of(at),
                clearedAt,
                how,
                why,
                promised);
    }

    Segment cleared(Instant at) {
        return new Segment(
                interaction,
                number,
                queue,
                agent,
                enteredAt,
                answeredAt,
                endedAt,
                Optional.of(at),
                outcome,
                cause,
                promised);
    }

    private static Segment open(InteractionId interaction, int number, QueueId queue, Instant enteredAt) {
        return new Segment(
                interaction,
                number,
                queue,
                Optional.empty(),
                enteredAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Outcome.OPEN,
                Optional.empty(),
                Optional.empty());
    }

    /** How the stay in the queue ended. */
    public enum Outcome {
        OPEN,
        ANSWERED,
        ABANDONED,
        /** Left by transfer, by a supervisor's move, by overflow, or for a callback. */
        FLOWED_OUT
    }
}
