package io.ahoy.crm.team;

import java.time.Instant;
import java.util.UUID;

/**
 * A signed-in browser.
 *
 * @param token secret of the cookie; the database knows only its SHA-256
 * @param csrf must come back in a header with every change
 */
public record Session(String token, String csrf, UUID agent, Instant expires) {
    /** Without the secrets, so that logging a session is harmless. */
    @Override
    public String toString() {
        return "Session of " + agent + " until " + expires;
    }
}
