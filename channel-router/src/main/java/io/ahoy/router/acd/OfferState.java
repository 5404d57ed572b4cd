package io.ahoy.router.acd;

/** The life of an offer; {@code OfferLifecycle} holds the legal transitions. */
public enum OfferState {
    RINGING,
    /** The agent answered; the legs are being joined. */
    ACCEPTED,
    CONNECTED,
    /** Accepted, but the legs could not be joined. */
    NOT_CONNECTED,
    DECLINED,
    TIMED_OUT,
    FAILED,
    CUSTOMER_LEFT,
    WITHDRAWN
}
