package io.ahoy.desktop.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Headers on every answer: what the browser may load, run, embed and tell others. */
final class SecurityHeaders implements Handler<RoutingContext> {
    private static final String CONTENT_POLICY = "default-src 'self'; connect-src 'self' ws: wss:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Override
    public void handle(RoutingContext routing) {
        routing.response()
                .putHeader("Content-Security-Policy", CONTENT_POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Permissions-Policy", "microphone=(self), camera=(), geolocation=()");
        routing.next();
    }
}
