package io.ahoy.router.shell;

/** The router is overloaded, stopping or no longer the owner, and did not take an input. */
public final class Refused extends RuntimeException {
    public Refused(String why) {
        super(why);
    }
}
