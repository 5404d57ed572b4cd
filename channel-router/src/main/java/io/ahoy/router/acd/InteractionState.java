package io.ahoy.router.acd;

/** The life of an interaction; {@code InteractionLifecycle} holds the legal transitions. */
public enum InteractionState {
    WAITING,
    OFFERED,
    /** Accepted; the legs are being joined. */
    CONNECTING,
    ACTIVE,
    /** The customer is gone, the agent still writes. */
    WRAP_UP,
    CLOSED
}
