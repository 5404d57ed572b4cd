package io.ahoy.desktop.feed;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.telephony.call.PhoneState;
import java.util.HashMap;
import java.util.Map;

/** What is muted or held, as telephony last told. Used by the feed's thread only. */
final class Lines {
    private final Map<InteractionId, PhoneState> states = new HashMap<>();

    PhoneState of(InteractionId interaction) {
        return states.getOrDefault(interaction, PhoneState.plain(interaction));
    }

    void put(PhoneState state) {
        states.put(state.interaction(), state);
    }

    void forget(InteractionId interaction) {
        states.remove(interaction);
    }
}
