package io.ahoy.router.acd;

import static io.ahoy.router.acd.InteractionState.ACTIVE;
import static io.ahoy.router.acd.InteractionState.CLOSED;
import static io.ahoy.router.acd.InteractionState.CONNECTING;
import static io.ahoy.router.acd.InteractionState.OFFERED;
import static io.ahoy.router.acd.InteractionState.WAITING;
import static io.ahoy.router.acd.InteractionState.WRAP_UP;

/** The life of an interaction, from the line to the close. */
public final class InteractionLifecycle {
    private InteractionLifecycle() {}

    public enum Event {
        OFFER,
        /** The offer ended without acceptance; the customer is still first in line. */
        OFFER_ENDED,
        ACCEPT,
        CONNECT,
        CONNECT_FAILED,
        CUSTOMER_LEFT,
        /** To another place in the line, or to another line. */
        MOVE,
        END,
        TRANSFER_TO_QUEUE,
        TRANSFER_OUT,
        AGENT_LOST,
        CLEAR
    }

    public static final Lifecycle<InteractionState, Event> TABLE = Lifecycle.<InteractionState, Event>startingAt(
                    "interaction", WAITING)
            .on(WAITING, Event.OFFER, OFFERED)
            .on(WAITING, Event.MOVE, WAITING)
            .on(WAITING, Event.CUSTOMER_LEFT, CLOSED)
            .on(OFFERED, Event.ACCEPT, CONNECTING)
            .on(OFFERED, Event.OFFER_ENDED, WAITING)
            .on(OFFERED, Event.CUSTOMER_LEFT, CLOSED)
            .on(CONNECTING, Event.CONNECT, ACTIVE)
            .on(CONNECTING, Event.CONNECT_FAILED, WAITING)
            .on(CONNECTING, Event.CUSTOMER_LEFT, CLOSED)
            .on(ACTIVE, Event.END, WRAP_UP)
            .on(ACTIVE, Event.TRANSFER_OUT, WRAP_UP)
            .on(ACTIVE, Event.TRANSFER_TO_QUEUE, WAITING)
            .on(ACTIVE, Event.AGENT_LOST, WAITING)
            .on(WRAP_UP, Event.CLEAR, CLOSED)
            .written();
}
