package io.ahoy.crm.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an outgoing message has come.
 *
 * @param attempts begun
 * @param maybeTwice it was cut off when its text had gone out, so it went again, and some may have it twice
 * @param error what the server said last
 * @param recipients with what is known of each
 */
public record Delivery(
        UUID mail,
        State state,
        String envelopeFrom,
        boolean automatic,
        Instant dueAt,
        int attempts,
        boolean maybeTwice,
        Optional<String> error,
        Optional<Instant> sentAt,
        List<Recipient> recipients) {

    public enum State {
        WAITING,
        /** Under way; one that is found like this at a start was cut off. */
        SENDING,
        SENT,
        /** Given up: refused for good, or tried for too long. */
        FAILED,
        /** Taken back in time. */
        CANCELLED,
        /** Cut off twice after its text: sending it a third time could annoy, so an agent decides. */
        UNCERTAIN
    }

    /**
     * @param sentAt a server took it for him
     * @param failure refused, or bounced: with what words
     */
    public record Recipient(String address, Optional<Instant> sentAt, Optional<String> failure) {
        /** Nobody has decided about him yet. */
        public boolean pends() {
            return sentAt.isEmpty() && failure.isEmpty();
        }
    }
}
