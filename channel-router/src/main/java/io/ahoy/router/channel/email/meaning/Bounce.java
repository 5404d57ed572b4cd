package io.ahoy.router.channel.email.meaning;

import java.util.List;
import java.util.Optional;

/**
 * What a mail server says about a mail of ours.
 *
 * @param recipients those it did not reach; empty when the notice names nobody
 * @param originalMessageId of our mail, with its angle brackets
 */
public record Bounce(List<Failed> recipients, Optional<String> originalMessageId) {
    public Bounce {
        recipients = List.copyOf(recipients);
    }

    /**
     * One address that was not reached.
     *
     * @param address in small letters
     * @param status of RFC 3463 ("5.1.1"); absent when the notice has none
     * @param hard the address itself is at fault: writing there again is useless until somebody corrects it
     * @param gaveUp the server tries no longer; false for a notice of delay
     * @param diagnostic the server's own words, at most {@link #DIAGNOSTIC_MAX} characters
     */
    public record Failed(
            String address, Optional<String> status, boolean hard, boolean gaveUp, Kind kind, String diagnostic) {
        public static final int DIAGNOSTIC_MAX = 500;

        public Failed {
            diagnostic = diagnostic.length() > DIAGNOSTIC_MAX ? diagnostic.substring(0, DIAGNOSTIC_MAX) : diagnostic;
        }
    }

    public enum Kind {
        UNKNOWN_USER,
        MAILBOX_FULL,
        DOMAIN_UNKNOWN,
        /** Refused by a rule of the other side: spam, reputation, missing rights. */
        REFUSED,
        TOO_LARGE,
        /** Still being tried. */
        DELAYED,
        /** Given up for a reason that may pass: no connection, greylisting, an overloaded server. */
        TEMPORARY,
        OTHER
    }
}
