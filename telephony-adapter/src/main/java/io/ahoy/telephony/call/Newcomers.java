package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.telephony.ami.ChannelStatus;
import java.time.Instant;
import java.util.Set;

/** The callers whom the router does not know: they got into the line without an identity, or never got into it. */
public interface Newcomers {
    InteractionId identify(Instant arrivedAt);

    /** Opens his history, in its own time. Must not block. */
    void record(InteractionId interaction, ChannelStatus status, Instant arrivedAt);

    /**
     * Ends the history of those who were with the IVR and have hung up while nobody heard it. Told after every comparison. Must not
     * block.
     *
     * @param present all who were on the line at {@code at}; of those who had only just come some may be missing
     */
    void leftUnseen(Set<InteractionId> present, Instant at);
}
