package io.ahoy.router.shell;

/** Another router owns this domain now; this one must stop. */
public final class Fenced extends Exception {
    public Fenced(String message) {
        super(message);
    }
}
