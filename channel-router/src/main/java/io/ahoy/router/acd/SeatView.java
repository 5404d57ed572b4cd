package io.ahoy.router.acd;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A seat as others see it.
 *
 * @param since when this state began
 * @param reason of the break he is on, or of the one that follows this contact
 * @param leaving he is signed out when this contact is wrapped up
 * @param interaction what he is on, while offered, connecting, on contact or in wrap-up
 * @param offer the open or last accepted offer of that interaction
 * @param deadline when the offer rings out, the joining of the legs is given up, or the wrap-up ends by itself
 * @param availableFrom set after a declined offer: no new offer before this
 */
public record SeatView(
        AgentId agent,
        SortedSet<SkillId> skills,
        SeatState state,
        Instant since,
        Optional<BreakReason> reason,
        boolean leaving,
        Optional<InteractionId> interaction,
        Optional<OfferId> offer,
        Optional<QueueId> queue,
        Optional<Instant> deadline,
        Optional<Instant> availableFrom) {}
