package io.ahoy.telephony.ami;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/** {@code UserEvent(AhoyKey, Key: 5)} of the dialplan. Public and top-level because the library builds it by reflection. */
public final class AhoyKeyEvent extends UserEvent {
    private static final long serialVersionUID = 1L;

    private @Nullable String key;

    public AhoyKeyEvent(Object source) {
        super(source);
    }

    public @Nullable String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
