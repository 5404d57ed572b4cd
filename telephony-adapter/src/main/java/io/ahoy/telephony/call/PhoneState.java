package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;

/**
 * What the agent's controls show of a conversation.
 *
 * @param deviceLost the agent's leg is gone and the customer waits for him to come back
 */
public record PhoneState(InteractionId interaction, boolean muted, boolean held, boolean deviceLost) {
    public static PhoneState plain(InteractionId interaction) {
        return new PhoneState(interaction, false, false, false);
    }
}
