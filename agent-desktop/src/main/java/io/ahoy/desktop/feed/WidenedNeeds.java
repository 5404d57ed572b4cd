package io.ahoy.desktop.feed;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.SkillNeed;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What the last widening of those who wait changed; unknown for one before the last restart. */
final class WidenedNeeds {
    private final Map<InteractionId, Widened> widened = new ConcurrentHashMap<>();

    /**
     * One step.
     *
     * @param after the entry into the queue
     * @param before what was needed until then
     */
    record Widened(int step, Duration after, SkillNeed before) {}

    void changed(Optional<InteractionView> before, InteractionView after, Instant at) {
        before.filter(known -> known.segment() == after.segment() && known.step() < after.step())
                .ifPresent(known -> widened.put(
                        after.id(), new Widened(after.step(), Duration.between(after.enteredAt(), at), known.need())));
    }

    void forget(InteractionId interaction) {
        widened.remove(interaction);
    }

    Optional<Widened> of(InteractionId interaction, int step) {
        return Optional.ofNullable(widened.get(interaction)).filter(one -> one.step() == step);
    }
}
