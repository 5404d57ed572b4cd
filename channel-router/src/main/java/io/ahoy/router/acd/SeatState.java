package io.ahoy.router.acd;

/** The life of a seat; {@code SeatLifecycle} holds the legal transitions. */
public enum SeatState {
    SIGNED_OUT,
    READY,
    OFFERED,
    CONNECTING,
    ON_CONTACT,
    WRAP_UP,
    ON_BREAK
}
