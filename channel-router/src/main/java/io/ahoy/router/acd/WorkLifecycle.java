package io.ahoy.router.acd;

import static io.ahoy.router.acd.WorkState.CONNECTING;
import static io.ahoy.router.acd.WorkState.GONE;
import static io.ahoy.router.acd.WorkState.INTERRUPTED;
import static io.ahoy.router.acd.WorkState.OFFERED;
import static io.ahoy.router.acd.WorkState.ON_CONTACT;
import static io.ahoy.router.acd.WorkState.WRAP_UP;

/** The life of one interaction at a seat. */
public final class WorkLifecycle {
    private WorkLifecycle() {}

    public enum Event {
        ACCEPT,
        /** The offer ended without acceptance. */
        OFFER_ENDED,
        CONNECT,
        /** The legs could not be joined, the customer left meanwhile, or he could not be called back. */
        NOT_CONNECTED,
        END,
        /** For something that cannot wait. */
        INTERRUPT,
        RESUME,
        /** The interaction goes back to the line without him. */
        GIVE_BACK,
        CLEAR
    }

    public static final Lifecycle<WorkState, Event> TABLE = Lifecycle.<WorkState, Event>startingAt("work", OFFERED)
            .on(OFFERED, Event.ACCEPT, CONNECTING)
            .on(OFFERED, Event.OFFER_ENDED, GONE)
            .on(CONNECTING, Event.CONNECT, ON_CONTACT)
            .on(CONNECTING, Event.NOT_CONNECTED, GONE)
            .on(ON_CONTACT, Event.END, WRAP_UP)
            .on(ON_CONTACT, Event.INTERRUPT, INTERRUPTED)
            .on(ON_CONTACT, Event.GIVE_BACK, GONE)
            .on(INTERRUPTED, Event.RESUME, ON_CONTACT)
            .on(INTERRUPTED, Event.END, WRAP_UP)
            .on(INTERRUPTED, Event.GIVE_BACK, GONE)
            .on(WRAP_UP, Event.CLEAR, GONE)
            .written();
}
