package io.ahoy.router.channel.email;

import io.ahoy.config.Mailbox;
import io.ahoy.config.Mailbox.Account;
import io.ahoy.config.Mailbox.Security;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Connections to mail servers, with every wait bounded. */
public final class MailServers {
    /** For all connections: else the library makes a thread for each, which outlives a connection that is not closed. */
    private static final ScheduledExecutorService WRITE_LIMITS = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("mail-write-limit-", 1).factory());

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    /** Longer than a server is silent while it waits for news with us; see {@link #IDLE_LIMIT}. */
    private static final Duration READ_LIMIT = Duration.ofMinutes(5);
    /**
     * Servers end a silent connection after half an hour (RFC 2177), and some forget to tell of a message when others were removed in the
     * same moment: so often they are asked all the same.
     */
    public static final Duration IDLE_LIMIT = Duration.ofMinutes(1);

    /** Enough for most mails in one piece, and little beside what a message in work may take. */
    private static final int FETCH_BYTES = 256 * 1024;

    private final AccessTokens tokens;

    public MailServers(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** @return connected */
    public Store open(Mailbox.Receiving from) throws MessagingException {
        String protocol = from.protocol() == Mailbox.Protocol.IMAP ? "imap" : "pop3";
        Properties settings = settings(protocol, from.security(), from.account());
        trust(settings, protocol, from.certificate());
        settings.setProperty("mail.imap.partialfetch", "true");
        settings.setProperty("mail.imap.fetchsize", Integer.toString(FETCH_BYTES));
        settings.setProperty("mail.imap.peek", "true");
        // Large mails go to a file while they come.
        settings.setProperty("mail.pop3.filecache.enable", "true");
        Store store = Session.getInstance(settings).getStore(protocol);
        store.connect(from.host(), from.port(), from.account().user(), word(from.account()));
        return store;
    }

    /** @return connected */
    public Transport open(Mailbox.Sending to) throws MessagingException {
        Properties settings = to.account()
                .map(account -> settings("smtp", to.security(), account))
                .orElseGet(() -> settings("smtp", to.security()));
        trust(settings, "smtp", to.certificate());
        settings.setProperty("mail.smtp.auth", Boolean.toString(to.account().isPresent()));
        // Whoever of several recipients can be reached is; the others are told one by one.
        settings.setProperty("mail.smtp.sendpartial", "true");
        settings.setProperty("mail.smtp.localhost", "localhost");
        // Nobody waits for a farewell.
        settings.setProperty("mail.smtp.quitwait", "false");
        Transport transport = Session.getInstance(settings).getTransport("smtp");
        if (to.account().isPresent()) {
            Account account = to.account().get();
            transport.connect(to.host(), to.port(), account.user(), word(account));
        } else {
            transport.connect(to.host(), to.port(), null, null);
        }
        return transport;
    }

    private static void trust(Properties settings, String protocol, Optional<Path> certificate)
            throws MessagingException {
        if (certificate.isPresent()) {
            settings.put("mail." + protocol + ".ssl.socketFactory", OwnAuthority.trusting(certificate.get()));
        }
    }

    private String word(Account account) throws MessagingException {
        return switch (account) {
            case Account.Password given -> given.password().value();
            case Account.OAuth2 client -> tokens.of(client);
        };
    }

    private static Properties settings(String protocol, Security security, Account account) {
        Properties settings = settings(protocol, security);
        if (account instanceof Account.OAuth2) {
            settings.setProperty("mail." + protocol + ".auth.mechanisms", "XOAUTH2");
        }
        return settings;
    }

    private static Properties settings(String protocol, Security security) {
        String prefix = "mail." + protocol + ".";
        Properties settings = new Properties();
        settings.setProperty(prefix + "connectiontimeout", Long.toString(CONNECT_LIMIT.toMillis()));
        settings.setProperty(prefix + "timeout", Long.toString(READ_LIMIT.toMillis()));
        settings.setProperty(prefix + "writetimeout", Long.toString(READ_LIMIT.toMillis()));
        settings.put(prefix + "executor.writetimeout", WRITE_LIMITS);
        settings.setProperty(prefix + "ssl.enable", Boolean.toString(security == Security.TLS));
        settings.setProperty(prefix + "ssl.checkserveridentity", "true");
        settings.setProperty(prefix + "starttls.enable", Boolean.toString(security == Security.STARTTLS));
        settings.setProperty(prefix + "starttls.required", Boolean.toString(security == Security.STARTTLS));
        return settings;
    }
}
