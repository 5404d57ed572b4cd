package io.ahoy.crm.store;

import org.jspecify.annotations.Nullable;

/** The database cannot be used as it is set up; the message says what is wrong and what to do. Trying again does not help. */
public final class DatabaseUnusable extends RuntimeException {
    public DatabaseUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
