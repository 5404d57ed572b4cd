package io.ahoy.router.acd;

import static io.ahoy.router.acd.InteractionState.ACTIVE;
import static io.ahoy.router.acd.InteractionState.CLOSED;
import static io.ahoy.router.acd.InteractionState.CONNECTING;
import static io.ahoy.router.acd.InteractionState.INTERRUPTED;
import static io.ahoy.router.acd.InteractionState.OFFERED;
import static io.ahoy.router.acd.InteractionState.SCHEDULED;
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
        /** For something that cannot wait; it comes back to the same agent. */
        INTERRUPT,
        RESUME,
        /** Voicemail, a message, an automatic answer; or a callback that came to nothing. */
        GIVE_UP,
        /** A callback is not due yet, or tried again later. */
        POSTPONE,
        DUE,
        CLEAR
    }

    public static final Lifecycle<InteractionState, Event> TABLE = Lifecycle.<InteractionState, Event>startingAt(
                    "interaction", WAITING)
            .on(WAITING, Event.OFFER, OFFERED)
            .on(WAITING, Event.MOVE, WAITING)
            .on(WAITING, Event.CUSTOMER_LEFT, CLOSED)
            .on(WAITING, Event.GIVE_UP, CLOSED)
            .on(WAITING, Event.POSTPONE, SCHEDULED)
            .on(SCHEDULED, Event.DUE, WAITING)
            .on(SCHEDULED, Event.GIVE_UP, CLOSED)
            .on(SCHEDULED, Event.CUSTOMER_LEFT, CLOSED)
            .on(OFFERED, Event.ACCEPT, CONNECTING)
            .on(OFFERED, Event.OFFER_ENDED, WAITING)
            .on(OFFERED, Event.CUSTOMER_LEFT, CLOSED)
            .on(CONNECTING, Event.CONNECT, ACTIVE)
            .on(CONNECTING, Event.CONNECT_FAILED, WAITING)
            .on(CONNECTING, Event.CUSTOMER_LEFT, CLOSED)
            .on(CONNECTING, Event.GIVE_UP, CLOSED)
            .on(CONNECTING, Event.POSTPONE, SCHEDULED)
            .on(ACTIVE, Event.END, WRAP_UP)
            .on(ACTIVE, Event.TRANSFER_OUT, WRAP_UP)
            .on(ACTIVE, Event.TRANSFER_TO_QUEUE, WAITING)
            .on(ACTIVE, Event.AGENT_LOST, WAITING)
            .on(ACTIVE, Event.INTERRUPT, INTERRUPTED)
            .on(INTERRUPTED, Event.RESUME, ACTIVE)
            .on(INTERRUPTED, Event.END, WRAP_UP)
            .on(INTERRUPTED, Event.AGENT_LOST, WAITING)
            .on(WRAP_UP, Event.CLEAR, CLOSED)
            .written();
}
