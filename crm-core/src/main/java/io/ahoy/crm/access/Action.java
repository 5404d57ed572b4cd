package io.ahoy.crm.access;

/** What is done with a record. */
public enum Action {
    READ,
    CREATE,
    CHANGE,
    DELETE,
    /** Everything about one person, as an archive. */
    EXPORT,
    /** His identity is removed for good. */
    ERASE
}
