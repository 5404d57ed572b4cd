package io.ahoy.router.acd;

import java.time.Instant;
import java.util.Optional;

/**
 * An interaction as others see it.
 *
 * @param arrivedAt the original arrival, kept through requeueing and transfer
 * @param rank its place in the line: earlier goes first; equals {@code arrivedAt} unless a supervisor moved it to the front
 * @param enteredAt when the present segment began
 * @param since when the present state began
 * @param agent to whom it is offered, or who talks or writes
 * @param offer the open offer, or the one that led to this conversation
 * @param segment number of the present segment, from 1
 */
public record InteractionView(
        InteractionId id,
        Channel channel,
        QueueId queue,
        InteractionState state,
        Instant arrivedAt,
        Instant rank,
        Instant enteredAt,
        Instant since,
        int segment,
        Optional<AgentId> agent,
        Optional<OfferId> offer,
        Optional<EndCause> cause) {}
