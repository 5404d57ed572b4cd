package io.ahoy.crm.access;

/** Kinds of records, and of other things that somebody may or may not do something with. */
public enum Subject {
    CUSTOMER,
    ORGANISATION,
    NOTE,
    HISTORY,
    CASE,
    ARTICLE,
    PRODUCT,
    ORDER,
    CONFIGURATION,
    BOARD,
    REPORT,
    TOKEN,
    AUDIT
}
