package io.ahoy.router.acd;

/** How an offer ended. */
public enum OfferOutcome {
    ACCEPTED,
    DECLINED,
    TIMED_OUT,
    DEVICE_UNREACHABLE,
    BUSY,
    BROWSER_GONE,
    NETWORK,
    LOST_IN_RESTART,
    CUSTOMER_LEFT,
    /** A supervisor moved the interaction, or the agent was signed out. */
    WITHDRAWN
}
