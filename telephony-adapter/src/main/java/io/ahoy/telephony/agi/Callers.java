package io.ahoy.telephony.agi;

import io.ahoy.router.acd.InteractionId;
import java.time.Instant;

/** Who is calling, and the history's first line about it. May block; runs on the call's own thread. */
public interface Callers {
    /**
     * Finds the customer and opens the history. Must not fail for what a caller sends.
     *
     * @param number as the network delivered it, unchecked
     * @param to the number dialled
     */
    Caller opened(InteractionId interaction, String number, String to, Instant at);

    /** The caller was gone, or was sent away by the script, before he got into a line. */
    void leftBeforeLine(InteractionId interaction, Instant at);
}
