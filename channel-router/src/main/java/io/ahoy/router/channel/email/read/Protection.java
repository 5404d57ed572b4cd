package io.ahoy.router.channel.email.read;

import java.util.Optional;

/**
 * What S/MIME or PGP says about a mail, told honestly: valid only when the signature fits the content, the certificate was in force,
 * names the sender's address, and leads to somebody we trust.
 *
 * @param signer the address in the certificate
 * @param detail a sentence for people
 */
public record Protection(State state, Optional<String> signer, String detail) {
    public static final Protection NONE = new Protection(State.NONE, Optional.empty(), "");

    public enum State {
        NONE,
        SIGNED_VALID,
        /** It fits the content, but nobody we trust vouches for the signer, or he is not the sender. */
        SIGNED_UNTRUSTED,
        /** The content was changed, or the certificate was not in force. */
        SIGNED_INVALID,
        /** Encrypted for nobody whose key we have. */
        ENCRYPTED,
        DECRYPTED
    }
}
