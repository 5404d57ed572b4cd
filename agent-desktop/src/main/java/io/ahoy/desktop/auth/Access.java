package io.ahoy.desktop.auth;

/** Who may use a route. */
public enum Access {
    PUBLIC,
    /** Everybody who is signed in. */
    SIGNED_IN,
    SUPERVISOR
}
