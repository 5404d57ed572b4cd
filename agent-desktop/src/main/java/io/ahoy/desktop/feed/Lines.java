package io.ahoy.desktop.feed;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.telephony.call.PhoneState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is muted or held, as telephony last told. Used by the feed's thread only. */
final class Lines {
    private final Map<InteractionId, PhoneState> states = new HashMap<>();
    private final Map<InteractionId, Instant> heldSince = new HashMap<>();

    PhoneState of(InteractionId interaction) {
        return states.getOrDefault(interaction, PhoneState.plain(interaction));
    }

    /** Since when it is on hold; for one that was so before the last restart, since that. */
    Optional<Instant> heldSince(InteractionId interaction) {
        return Optional.ofNullable(heldSince.get(interaction));
    }

    void put(PhoneState state, Instant now) {
        states.put(state.interaction(), state);
        if (state.held()) {
            heldSince.putIfAbsent(state.interaction(), now);
        } else {
            heldSince.remove(state.interaction());
        }
    }

    void forget(InteractionId interaction) {
        states.remove(interaction);
        heldSince.remove(interaction);
    }
}
