package io.ahoy.router.channel.email.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ahoy.config.Mailbox;
import io.ahoy.config.Mailbox.Afterwards;
import io.ahoy.config.Mailbox.Protocol;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.router.channel.email.AccessTokens;
import io.ahoy.router.channel.email.Dovecot;
import io.ahoy.router.channel.email.MailGround;
import io.ahoy.router.channel.email.MailServers;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** At Debian's Dovecot, over TLS. */
class MailServersLiveTest {
    /** Looking costs those time who are looked at. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int QUOTA_MEGABYTES = 2;

    @RegisterExtension
    static final MailGround GROUND = new MailGround();

    private static Dovecot dovecot;

    private final Mails mails = GROUND.mails();
    private final MailServers servers = new MailServers(new AccessTokens(InstantSource.system()));
    private final List<Receiving> running = new ArrayList<>();

    @BeforeAll
    static void serve() throws Exception {
        dovecot = Dovecot.start(QUOTA_MEGABYTES);
    }

    @AfterAll
    static void stopServing() throws Exception {
        dovecot.close();
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Receiving receiving : running) {
            receiving.close();
        }
    }

    @Test
    void whatComesWhileWeIdleIsStoredAndMarked() throws Exception {
        Mailbox box = dovecot.imap("idle", Afterwards.MARK);
        Receiving receiving = start(box);
        await().atMost(LIMIT).until(() -> receiving.health().getFirst().connected());
        for (int i = 0; i < 5; i++) {
            append(box, mail(i));
            stored(i + 1);
        }
        await().atMost(LIMIT).until(() -> count(box, true) == 5);
    }

    @Test
    void twoThousandMailsAreStoredOnceAlthoughTheConnectionIsCutInBetween() throws Exception {
        Mailbox box = dovecot.imap("large", Afterwards.DELETE);
        Receiving first = start(box);
        await().atMost(LIMIT).until(() -> mails.progress("large").isPresent());
        first.close();
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            all.add(mail(i).getBytes(StandardCharsets.US_ASCII));
        }
        dovecot.deliver("large", all);
        try (CuttingProxy proxy = new CuttingProxy(dovecot.imapPort())) {
            proxy.cutAfter(250_000);
            proxy.cutAfter(200_000);
            start(dovecot.mailbox(
                    "large", Protocol.IMAP, proxy.port(), Afterwards.DELETE, Optional.of(dovecot.certificate())));
            assertThat(stored(2000)).extracting(Mail::messageId).doesNotHaveDuplicates();
            assertThat(proxy.cuts()).isEqualTo(2);
            await().atMost(LIMIT).until(() -> count(box, false) == 0);
        }
    }

    @Test
    void aFullMailboxTakesMailsAgainOnceAhoyHasEmptiedIt() throws Exception {
        Mailbox box = dovecot.imap("full", Afterwards.DELETE);
        String large = mail(0) + "x".repeat(76).concat("\r\n").repeat(20_000);
        append(box, large);
        assertThatThrownBy(() -> append(box, large))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("Quota");
        start(box);
        stored(1);
        await().atMost(LIMIT).until(() -> count(box, false) == 0);
        append(box, large.replace("<0@", "<1@"));
        stored(2);
    }

    @Test
    void popIsReadOverTlsToo() throws Exception {
        Mailbox imap = dovecot.imap("pop", Afterwards.DELETE);
        for (int i = 0; i < 10; i++) {
            append(imap, mail(i));
        }
        start(dovecot.pop("pop", Afterwards.DELETE));
        stored(10);
        await().atMost(LIMIT).until(() -> count(imap, false) == 0);
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
        Receiving receiving =
                start(dovecot.mailbox("idle", Protocol.IMAP, dovecot.imapPort(), Afterwards.MARK, Optional.empty()));
        await().atMost(LIMIT)
                .until(() -> receiving.health().getFirst().problem().isPresent());
        assertThat(receiving.health().getFirst().problem())
                .hasValueSatisfying(words -> assertThat(words).contains("PKIX"));
        assertThat(receiving.health().getFirst().connected()).isFalse();
    }

    private Receiving start(Mailbox mailbox) {
        Receiving receiving =
                Receiving.start(List.of(mailbox), servers, mails, new MailStore(GROUND.blobs(), mails, InstantSource.system(), () -> {}), InstantSource.system());
        running.add(receiving);
        return receiving;
    }

    private void append(Mailbox to, String raw) throws Exception {
        try (Store store = servers.open(to.receiving())) {
            store.getFolder("INBOX").appendMessages(new Message[] {
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII)))
            });
        }
    }

    /** How many lie there; of all of them, or of those that are marked as read. */
    private long count(Mailbox in, boolean seen) throws Exception {
        try (Store store = servers.open(in.receiving());
                Folder folder = store.getFolder("INBOX")) {
            folder.open(Folder.READ_ONLY);
            long unread = folder.search(new jakarta.mail.search.FlagTerm(new Flags(Flags.Flag.SEEN), false)).length;
            return seen ? folder.getMessageCount() - unread : folder.getMessageCount();
        }
    }

    private List<Mail> stored(int count) {
        List<Mail> found = await().atMost(LIMIT)
                .pollInterval(LOOK_EVERY)
                .until(() -> mails.unread(3000), all -> all.size() >= count);
        assertThat(found).hasSize(count);
        return found;
    }

    private static String mail(int number) {
        return """
                From: Ann <ann@mail.example>
                To: support@shop.example
                Date: Mon, 05 Jan 2026 08:00:00 +0000
                Message-ID: <%d@mail.example>
                Subject: Hello

                Number %d
                """.formatted(number, number).replace("\n", "\r\n");
    }
}
