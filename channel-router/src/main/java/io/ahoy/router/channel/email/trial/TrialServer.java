package io.ahoy.router.channel.email.trial;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.ahoy.config.Mailbox;
import io.ahoy.config.Mailbox.Account;
import io.ahoy.config.Mailbox.Security;
import io.ahoy.config.Secret;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A mail server on loopback, in memory: customers' addresses come into being when somebody writes to or from them. What it holds is gone
 * when it ends; what Ahoy has received is not.
 */
public final class TrialServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration POLL = Duration.ofSeconds(2);
    private static final int SECRET_BYTES = 18;
    /** A page shows no more. */
    private static final int SHOWN_MAX = 100;

    private final GreenMail server;
    private final String password;

    private TrialServer(GreenMail server, String password) {
        this.server = server;
        this.password = password;
    }

    /**
     * @param smtpPort 0 takes a free one
     * @param imapPort likewise
     */
    public static TrialServer start(int smtpPort, int imapPort) {
        ServerSetup smtp = new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        ServerSetup imap = new ServerSetup(imapPort, LOOPBACK, ServerSetup.PROTOCOL_IMAP);
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        GreenMail server = new GreenMail(new ServerSetup[] {smtp, imap});
        QuietThreads.install();
        server.start();
        return new TrialServer(server, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    public int smtpPort() {
        return server.getSmtp().getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    /** A mailbox of the centre on this server. */
    public Mailbox mailbox(String name, String address, String shownAs, String queue, Optional<String> caseType) {
        user(address);
        return new Mailbox(
                name,
                address,
                shownAs,
                queue,
                caseType,
                new Mailbox.Receiving(
                        Mailbox.Protocol.IMAP,
                        LOOPBACK,
                        imapPort(),
                        Security.NONE,
                        new Account.Password(address, new Secret(password)),
                        "INBOX",
                        Mailbox.Afterwards.MARK,
                        POLL),
                new Mailbox.Sending(LOOPBACK, smtpPort(), Security.NONE, Optional.empty(), false));
    }

    /** What lies in somebody's mailbox, newest first, as it came. */
    public List<Stored> stored(String address) {
        Optional<GreenMailUser> user = known(address);
        if (user.isEmpty()) {
            return List.of();
        }
        ImapHostManager folders = server.getManagers().getImapHostManager();
        try {
            MailFolder inbox = folders.getInbox(user.get());
            List<Stored> found = new ArrayList<>();
            for (StoredMessage message : inbox.getMessages()) {
                found.add(new Stored(raw(message), message.getReceivedDate().toInstant()));
            }
            List<Stored> newest = found.reversed();
            return newest.size() > SHOWN_MAX ? List.copyOf(newest.subList(0, SHOWN_MAX)) : List.copyOf(newest);
        } catch (FolderException | MessagingException | IOException e) {
            throw new IllegalStateException("The trial server cannot read the mailbox of " + address, e);
        }
    }

    /** @param raw the whole message */
    public record Stored(byte[] raw, Instant at) {}

    /** So that answers find him. */
    public void user(String address) {
        if (known(address).isEmpty()) {
            server.setUser(address, address, password);
        }
    }

    private Optional<GreenMailUser> known(String address) {
        try {
            return Optional.ofNullable(server.getUserManager().getUserByEmail(address));
        } catch (RuntimeException e) {
            throw new IllegalStateException("The trial server does not know its users", e);
        }
    }

    private static byte[] raw(StoredMessage message) throws IOException, MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.getMimeMessage().writeTo(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop();
    }
}
