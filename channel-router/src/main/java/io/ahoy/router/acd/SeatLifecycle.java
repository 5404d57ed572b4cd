package io.ahoy.router.acd;

import static io.ahoy.router.acd.SeatState.CONNECTING;
import static io.ahoy.router.acd.SeatState.OFFERED;
import static io.ahoy.router.acd.SeatState.ON_BREAK;
import static io.ahoy.router.acd.SeatState.ON_CONTACT;
import static io.ahoy.router.acd.SeatState.READY;
import static io.ahoy.router.acd.SeatState.SIGNED_OUT;
import static io.ahoy.router.acd.SeatState.WRAP_UP;

/** The life of a seat. */
public final class SeatLifecycle {
    private SeatLifecycle() {}

    public enum Event {
        SIGN_IN,
        SIGN_OUT,
        PAUSE,
        RESUME,
        OFFER,
        ACCEPT,
        DECLINE,
        /** The offer ended through no fault of his. */
        RETRACT,
        MISS,
        /** His phone or browser could not be reached or vanished. */
        DEVICE_LOST,
        CONNECT,
        END,
        /** Free again after a contact, with nothing else asked for. */
        FREE
    }

    public static final Lifecycle<SeatState, Event> TABLE = Lifecycle.<SeatState, Event>startingAt("seat", SIGNED_OUT)
            .on(SIGNED_OUT, Event.SIGN_IN, ON_BREAK)
            .on(ON_BREAK, Event.RESUME, READY)
            .on(ON_BREAK, Event.PAUSE, ON_BREAK)
            .on(ON_BREAK, Event.SIGN_OUT, SIGNED_OUT)
            .on(READY, Event.PAUSE, ON_BREAK)
            .on(READY, Event.SIGN_OUT, SIGNED_OUT)
            .on(READY, Event.OFFER, OFFERED)
            .on(OFFERED, Event.ACCEPT, CONNECTING)
            .on(OFFERED, Event.DECLINE, READY)
            .on(OFFERED, Event.RETRACT, READY)
            .on(OFFERED, Event.MISS, ON_BREAK)
            .on(OFFERED, Event.DEVICE_LOST, ON_BREAK)
            .on(OFFERED, Event.PAUSE, ON_BREAK)
            .on(OFFERED, Event.SIGN_OUT, SIGNED_OUT)
            .on(CONNECTING, Event.CONNECT, ON_CONTACT)
            .on(CONNECTING, Event.RETRACT, READY)
            .on(CONNECTING, Event.DEVICE_LOST, ON_BREAK)
            .on(CONNECTING, Event.PAUSE, ON_BREAK)
            .on(CONNECTING, Event.SIGN_OUT, SIGNED_OUT)
            .on(ON_CONTACT, Event.END, WRAP_UP)
            .on(ON_CONTACT, Event.DEVICE_LOST, ON_BREAK)
            .on(ON_CONTACT, Event.SIGN_OUT, SIGNED_OUT)
            .on(WRAP_UP, Event.FREE, READY)
            .on(WRAP_UP, Event.PAUSE, ON_BREAK)
            .on(WRAP_UP, Event.SIGN_OUT, SIGNED_OUT)
            .written();
}
