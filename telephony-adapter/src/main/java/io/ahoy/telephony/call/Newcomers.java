package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.telephony.ami.ChannelStatus;
import java.time.Instant;

/** Gives an identity to a caller who got into the line without one. */
public interface Newcomers {
    InteractionId identify(Instant arrivedAt);

    /** Opens his history, in its own time. Must not block. */
    void record(InteractionId interaction, ChannelStatus status, Instant arrivedAt);
}
