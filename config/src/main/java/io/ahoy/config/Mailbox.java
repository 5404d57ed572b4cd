package io.ahoy.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * An address of the centre that customers write to, and answers are sent from.
 *
 * @param name by which rules, reports and the progress of reading know it; never changed
 * @param address as customers see it
 * @param shownAs the name beside the address; empty: none
 * @param queue that its mails wait in, where no rule says otherwise
 * @param caseType of the case that a new conversation opens, where no rule says otherwise; absent: it opens none
 * @param authenticatedBy the name under which the receiving mail server says whether a sender is who he says (RFC 8601); absent: nobody
 *     is asked
 * @param signing of what is sent; absent: it is not signed
 */
public record Mailbox(
        String name,
        String address,
        String shownAs,
        String queue,
        Optional<String> caseType,
        Receiving receiving,
        Sending sending,
        Optional<String> authenticatedBy,
        Optional<Signing> signing) {
    /** Without proofs of any kind. */
    public Mailbox(
            String name,
            String address,
            String shownAs,
            String queue,
            Optional<String> caseType,
            Receiving receiving,
            Sending sending) {
        this(name, address, shownAs, queue, caseType, receiving, sending, Optional.empty(), Optional.empty());
    }

    /**
     * S/MIME (RFC 8551).
     *
     * @param keys PKCS #12, with one key and its certificates
     */
    public record Signing(Path keys, Secret password) {}

    /** How the connection to a mail server is protected. */
    public enum Security {
        /** From the first byte. */
        TLS,
        /** Begun in the clear, and refused where the server offers no TLS. */
        STARTTLS,
        /** Not at all: on one's own machine only. */
        NONE
    }

    public enum Protocol {
        IMAP,
        POP3
    }

    /** What is done with the server's copy once a message is safe here. */
    public enum Afterwards {
        /** Marked as read. */
        MARK,
        DELETE
    }

    /**
     * @param folder of IMAP
     * @param pollEvery with POP3, and with IMAP servers that know no IDLE
     * @param certificate in PEM, of a server or an authority of the site's own: nobody else is trusted then
     */
    public record Receiving(
            Protocol protocol,
            String host,
            int port,
            Security security,
            Account account,
            String folder,
            Afterwards afterwards,
            Duration pollEvery,
            Optional<Path> certificate) {
        /** At a server whose certificate the whole world trusts. */
        public Receiving(
                Protocol protocol,
                String host,
                int port,
                Security security,
                Account account,
                String folder,
                Afterwards afterwards,
                Duration pollEvery) {
            this(protocol, host, port, security, account, folder, afterwards, pollEvery, Optional.empty());
        }
    }

    /**
     * @param account absent: the server asks for none
     * @param emptySender automatic replies go out under an empty sender, as RFC 3834 wants it; some providers take no such mail from their
     *     customers
     * @param certificate as with {@link Receiving}
     */
    public record Sending(
            String host,
            int port,
            Security security,
            Optional<Account> account,
            boolean emptySender,
            Optional<Path> certificate) {
        /** By a server whose certificate the whole world trusts. */
        public Sending(String host, int port, Security security, Optional<Account> account, boolean emptySender) {
            this(host, port, security, account, emptySender, Optional.empty());
        }
    }

    /** Who signs in, and by what. */
    public sealed interface Account {
        String user();

        record Password(String user, Secret password) implements Account {}

        /**
         * XOAUTH2 with access tokens that are fetched by a refresh token (RFC 6749, 6).
         *
         * @param tokenUrl where they are fetched
         */
        record OAuth2(String user, String tokenUrl, String clientId, Optional<Secret> clientSecret, Secret refreshToken)
                implements Account {}
    }
}
