package io.ahoy.desktop.auth;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Right;
import io.ahoy.crm.access.Subject;
import java.util.Optional;

/**
 * Who may use a route.
 *
 * @param right that he needs, at least on some records; without one a program with a token may not
 */
public record Access(Who who, Optional<Right> right) {
    public static final Access PUBLIC = new Access(Who.EVERYBODY, Optional.empty());
    /** Everybody too, but the answer is about who is signed in. */
    public static final Access PERHAPS_SIGNED_IN = new Access(Who.PERHAPS_SIGNED_IN, Optional.empty());
    /** Everybody who is signed in. */
    public static final Access SIGNED_IN = new Access(Who.SIGNED_IN, Optional.empty());

    public enum Who {
        EVERYBODY,
        PERHAPS_SIGNED_IN,
        SIGNED_IN
    }

    public static Access to(Action action, Subject subject) {
        return new Access(Who.SIGNED_IN, Optional.of(new Right(subject, action)));
    }
}
