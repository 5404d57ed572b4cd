package io.ahoy.router.acd;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An interaction as others see it.
 *
 * @param arrivedAt the original arrival, kept through requeueing and transfer
 * @param tier a higher one is served first whatever the ranks
 * @param rank its place in the line: earlier goes first; {@code arrivedAt} less its head starts, or where a supervisor moved it
 * @param enteredAt when the present segment began
 * @param since when the present state began
 * @param segment number of the present segment, from 1
 * @param agent to whom it is offered, or who talks or writes
 * @param offer the open offer, or the one that led to this conversation
 * @param need what an agent must have at the present widening step
 * @param step how many widening steps have come
 * @param waitsFor the preferred agent, while it waits for him alone
 * @param due when something happens to it by itself while it waits: widening, overflow, end of the patience for the preferred agent, a
 *     callback
 * @param never agents who are not offered it and cannot take it
 */
public record InteractionView(
        InteractionId id,
        Channel channel,
        QueueId queue,
        InteractionState state,
        Instant arrivedAt,
        int tier,
        Instant rank,
        Instant enteredAt,
        Instant since,
        int segment,
        Optional<AgentId> agent,
        Optional<OfferId> offer,
        Optional<EndCause> cause,
        SkillNeed need,
        int step,
        Optional<AgentId> waitsFor,
        Optional<Instant> due,
        SortedSet<AgentId> never) {
    public InteractionView {
        never = Collections.unmodifiableSortedSet(new TreeSet<>(never));
    }
}
