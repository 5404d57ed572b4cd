package io.ahoy.router.acd;

/** The life of one interaction at a seat; {@code WorkLifecycle} holds the legal transitions. */
public enum WorkState {
    OFFERED,
    /** Accepted; the legs are being joined, or a customer is being called back. */
    CONNECTING,
    ON_CONTACT,
    /** Set aside for something that cannot wait. */
    INTERRUPTED,
    WRAP_UP,
    GONE
}
