package io.ahoy.router.acd;

import static io.ahoy.router.acd.OfferState.ACCEPTED;
import static io.ahoy.router.acd.OfferState.RINGING;

/** The life of an offer. Once it has left these two states the core forgets it, so that a late answer finds nothing. */
public final class OfferLifecycle {
    private OfferLifecycle() {}

    public enum Event {
        ACCEPT,
        DECLINE,
        TIME_OUT,
        /** The agent's device or the way to it, or it was lost in a restart. */
        FAIL,
        CUSTOMER_LEFT,
        WITHDRAW,
        CONNECT,
        CONNECT_FAILED
    }

    public static final Lifecycle<OfferState, Event> TABLE = Lifecycle.<OfferState, Event>startingAt("offer", RINGING)
            .on(RINGING, Event.ACCEPT, ACCEPTED)
            .on(RINGING, Event.DECLINE, OfferState.DECLINED)
            .on(RINGING, Event.TIME_OUT, OfferState.TIMED_OUT)
            .on(RINGING, Event.FAIL, OfferState.FAILED)
            .on(RINGING, Event.CUSTOMER_LEFT, OfferState.CUSTOMER_LEFT)
            .on(RINGING, Event.WITHDRAW, OfferState.WITHDRAWN)
            .on(ACCEPTED, Event.CONNECT, OfferState.CONNECTED)
            .on(ACCEPTED, Event.CONNECT_FAILED, OfferState.NOT_CONNECTED)
            .on(ACCEPTED, Event.CUSTOMER_LEFT, OfferState.CUSTOMER_LEFT)
            .written();

    static Event event(OfferOutcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> Event.ACCEPT;
            case DECLINED -> Event.DECLINE;
            case TIMED_OUT -> Event.TIME_OUT;
            case DEVICE_UNREACHABLE, BUSY, BROWSER_GONE, NETWORK, LOST_IN_RESTART -> Event.FAIL;
            case CUSTOMER_LEFT -> Event.CUSTOMER_LEFT;
            case WITHDRAWN -> Event.WITHDRAW;
        };
    }
}
