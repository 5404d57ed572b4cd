package io.ahoy.telephony.agi;

import io.ahoy.router.acd.Wish;
import java.util.Optional;

/**
 * A caller as far as he is known.
 *
 * @param shownName for the agent's phone; empty if unknown
 * @param shownNumber for the agent's phone; empty if withheld
 * @param wish what the router does for him beside putting him into his queue
 */
public record Caller(
        String shownName,
        String shownNumber,
        Optional<String> e164,
        Optional<String> language,
        boolean vip,
        Wish wish) {
    public static final Caller UNKNOWN = new Caller("", "", Optional.empty(), Optional.empty(), false);

    /** For whom nothing special is done. */
    public Caller(String shownName, String shownNumber, Optional<String> e164, Optional<String> language, boolean vip) {
        this(shownName, shownNumber, e164, language, vip, Wish.NONE);
    }
}
