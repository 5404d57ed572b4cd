package io.ahoy.router.shell;

/** The journal could not be reached or did not answer. Trying again may help. */
public final class JournalDown extends Exception {
    public JournalDown(String message, Throwable cause) {
        super(message, cause);
    }
}
