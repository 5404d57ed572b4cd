package io.ahoy.router.acd;

/** Why an offer ended without an answer, where the agent himself said nothing. METRICS.md calls these "not answered by agent". */
public enum OfferFailure {
    /** The phone is not registered or cannot be reached. */
    DEVICE_UNREACHABLE,
    /** The phone answered busy. */
    BUSY,
    /** The browser that carried the agent's session went away while ringing. */
    BROWSER_GONE,
    /** The phone network refused or broke the call to the agent's phone. */
    NETWORK,
    /** The offer was found without a ringing phone after a restart. */
    LOST_IN_RESTART
}
