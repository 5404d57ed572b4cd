package io.ahoy.crm.knowledge;

/** Who may read an article. */
public enum Audience {
    /** Agents only. */
    INTERNAL,
    /** Customers too. */
    PUBLIC
}
