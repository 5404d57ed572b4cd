package io.ahoy.router.acd;

/** What an agent does now: the highest of what he is on (METRICS.md, "Agent activity now"), and his presence if he is on nothing. */
public enum SeatState {
    SIGNED_OUT,
    READY,
    OFFERED,
    CONNECTING,
    ON_CONTACT,
    WRAP_UP,
    ON_BREAK
}
