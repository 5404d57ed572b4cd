package io.ahoy.router.channel.email.arrive;

/** The router takes no new work now, or does not answer. */
final class RouterAway extends Exception {
    private static final long serialVersionUID = 1L;

    RouterAway(Throwable why) {
        super("The router does not take the mail now: " + why.getMessage(), why);
    }
}
