package io.ahoy.router.acd;

/** The life of an interaction; {@code InteractionLifecycle} holds the legal transitions. */
public enum InteractionState {
    WAITING,
    /** A callback that is not due yet. */
    SCHEDULED,
    OFFERED,
    /** Accepted; the legs are being joined. */
    CONNECTING,
    ACTIVE,
    /** Its agent has set it aside for something that cannot wait. */
    INTERRUPTED,
    /** The customer is gone, the agent still writes. */
    WRAP_UP,
    CLOSED
}
