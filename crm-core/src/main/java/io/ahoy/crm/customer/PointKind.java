package io.ahoy.crm.customer;

/** The kinds of contact points. */
public enum PointKind {
    PHONE,
    EMAIL,
    FAX,
    CHAT,
    WEB
}
