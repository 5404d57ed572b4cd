package io.ahoy.telephony.ami;

import org.asteriskjava.manager.event.UserEvent;

/**
 * Not from Asterisk: put by {@link GuardedSocket} between what is read, so that its arrival proves that everything before it has
 * arrived. Public and top-level because the library builds events by reflection from their class names.
 */
public final class AhoyMarkEvent extends UserEvent {
    private static final long serialVersionUID = 1L;

    private long number;
    private long expected;

    public AhoyMarkEvent(Object source) {
        super(source);
    }

    public long getNumber() {
        return number;
    }

    public void setNumber(long number) {
        this.number = number;
    }

    /** How many events that matter were read before this mark. */
    public long getExpected() {
        return expected;
    }

    public void setExpected(long expected) {
        this.expected = expected;
    }
}
