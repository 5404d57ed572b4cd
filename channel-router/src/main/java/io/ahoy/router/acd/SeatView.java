package io.ahoy.router.acd;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A seat as others see it.
 *
 * @param since when this state began
 * @param reason of the break he is on, or of the one that follows what he is on
 * @param leaving he is signed out when what he is on is done
 * @param interaction the one that the state is about
 * @param offer the open or accepted offer of that interaction
 * @param deadline when the offer rings out, the joining of the legs is given up, or the wrap-up ends by itself
 * @param availableFrom set after an offer without answer: no new one before this
 * @param works everything he is on, in the order in which it came
 */
public record SeatView(
        AgentId agent,
        Abilities abilities,
        SeatState state,
        Instant since,
        Optional<BreakReason> reason,
        boolean leaving,
        Optional<InteractionId> interaction,
        Optional<OfferId> offer,
        Optional<QueueId> queue,
        Optional<Instant> deadline,
        Optional<Instant> availableFrom,
        List<WorkView> works) {

    public Set<SkillId> skills() {
        return abilities.levels().keySet();
    }

    /** Has the skills and groups, whatever he does now. */
    public boolean meets(SkillNeed need) {
        return abilities.meet(need);
    }
}
