package io.ahoy.crm.team;

/** How contacts come. */
public enum Channel {
    VOICE,
    EMAIL,
    FAX,
    CHAT,
    CALLBACK
}
