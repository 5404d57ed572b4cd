package io.ahoy.telephony.agi;

import java.util.Optional;

/**
 * A caller as far as he is known.
 *
 * @param shownName for the agent's phone; empty if unknown
 * @param shownNumber for the agent's phone; empty if withheld
 */
public record Caller(
        String shownName, String shownNumber, Optional<String> e164, Optional<String> language, boolean vip) {
    public static final Caller UNKNOWN = new Caller("", "", Optional.empty(), Optional.empty(), false);
}
