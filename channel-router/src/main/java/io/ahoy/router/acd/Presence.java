package io.ahoy.router.acd;

/** Whether a seat takes work; {@code SeatLifecycle} holds the legal transitions. */
public enum Presence {
    SIGNED_OUT,
    READY,
    ON_BREAK
}
