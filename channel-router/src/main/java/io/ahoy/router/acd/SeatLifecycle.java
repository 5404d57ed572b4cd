package io.ahoy.router.acd;

import static io.ahoy.router.acd.Presence.ON_BREAK;
import static io.ahoy.router.acd.Presence.READY;
import static io.ahoy.router.acd.Presence.SIGNED_OUT;

/** Whether a seat takes work; what it is on is each {@link WorkLifecycle}'s. */
public final class SeatLifecycle {
    private SeatLifecycle() {}

    public enum Event {
        SIGN_IN,
        SIGN_OUT,
        PAUSE,
        RESUME,
        /** He did not answer, as often as the queue's rule allows. */
        MISS,
        /** His phone or browser vanished in a conversation. */
        DEVICE_LOST
    }

    public static final Lifecycle<Presence, Event> TABLE = Lifecycle.<Presence, Event>startingAt("seat", SIGNED_OUT)
            .on(SIGNED_OUT, Event.SIGN_IN, ON_BREAK)
            .on(ON_BREAK, Event.RESUME, READY)
            .on(ON_BREAK, Event.PAUSE, ON_BREAK)
            .on(ON_BREAK, Event.SIGN_OUT, SIGNED_OUT)
            .on(READY, Event.PAUSE, ON_BREAK)
            .on(READY, Event.MISS, ON_BREAK)
            .on(READY, Event.DEVICE_LOST, ON_BREAK)
            .on(READY, Event.SIGN_OUT, SIGNED_OUT)
            .written();
}
