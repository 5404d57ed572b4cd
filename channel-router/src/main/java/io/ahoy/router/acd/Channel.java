package io.ahoy.router.acd;

/** How the contact came. */
public enum Channel {
    VOICE,
    EMAIL,
    FAX,
    CHAT,
    CALLBACK
}
