package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;
import java.util.concurrent.CompletableFuture;

/**
 * What an agent does with the conversation he is in, apart from what the router decides. Carried out at Asterisk, so that it works
 * with any phone and survives a reload of his page.
 */
public interface VoiceControl {
    /** The customer no longer hears the agent. Completes exceptionally with {@link NoConversation} or {@code LinkBroken}. */
    CompletableFuture<Void> mute(InteractionId interaction, boolean muted);

    /** The customer hears music, the agent silence. Completes exceptionally likewise. */
    CompletableFuture<Void> hold(InteractionId interaction, boolean held);

    PhoneState stateOf(InteractionId interaction);

    /** Whether calls can be made and steered now. */
    boolean isUp();
}
