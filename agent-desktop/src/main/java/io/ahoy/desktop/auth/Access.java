package io.ahoy.desktop.auth;

/** Who may use a route. */
public enum Access {
    PUBLIC,
    /** Everybody too, but the answer is about who is signed in. */
    PERHAPS_SIGNED_IN,
    /** Everybody who is signed in. */
    SIGNED_IN,
    SUPERVISOR
}
