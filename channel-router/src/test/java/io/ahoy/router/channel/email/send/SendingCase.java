package io.ahoy.router.channel.email.send;

import static org.awaitility.Awaitility.await;

import io.ahoy.config.Mailbox;
import io.ahoy.config.Secret;
import io.ahoy.crm.mail.Delivery;
import io.ahoy.crm.mail.Delivery.State;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.MailContent;
import io.ahoy.crm.mail.Outbox;
import io.ahoy.crm.mail.Outgoing;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.crm.store.Blobs.Blob;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.router.channel.email.AccessTokens;
import io.ahoy.router.channel.email.Certificates;
import io.ahoy.router.channel.email.MailGround;
import io.ahoy.router.channel.email.MailServers;
import io.ahoy.router.channel.email.SetClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Mails that go out to a server that fails as it is told. */
abstract class SendingCase {
    static final Duration LIMIT = Duration.ofSeconds(30);
    /** Longer than the longest pause between two tries. */
    static final Duration NEXT_TRY = Duration.ofHours(5);
    /** More than the sockets in between take without anybody reading. */
    static final int LARGE = 8 << 20;

    static final String ANN = "ann@mail.example";
    static final String BEN = "ben@mail.example";

    static final UUID AUTHOR = UUID.randomUUID();

    @RegisterExtension
    static final MailGround GROUND = new MailGround();

    @TempDir
    Path folder;

    final SetClock clock = new SetClock();
    ScriptedSmtp server;
    Outbox outbox;
    Optional<Sending> sending = Optional.empty();
    final List<byte[]> notices = new CopyOnWriteArrayList<>();
    int slowPort = 1;

    @BeforeEach
    void listen() throws IOException {
        server = new ScriptedSmtp();
        outbox = GROUND.outbox();
    }

    @AfterEach
    void stop() throws Exception {
        if (sending.isPresent()) {
            sending.get().close();
        }
        server.close();
    }

    UUID putQuietly(String text) {
        return putQuietly("support", text);
    }

    UUID putQuietly(String mailbox, String text) {
        try {
            return put(mailbox, Recipients.to(MailAddress.of(ANN)), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Recipients both() {
        return new Recipients(List.of(MailAddress.of(ANN)), List.of(MailAddress.of(BEN)), List.of());
    }

    UUID put(Recipients recipients, String text) throws IOException {
        return put("support", recipients, text);
    }

    UUID put(String mailbox, Recipients recipients, String text) throws IOException {
        Instant now = clock.instant();
        UUID id = UuidV7.next(now);
        MailAddress from = MailAddress.of("support@shop.example");
        String messageId = id + "@shop.example";
        Blob blob = new Composer(GROUND.blobs(), Certificates.NONE)
                .compose(new Letter(
                        messageId,
                        from,
                        recipients,
                        "Hello",
                        text,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        now));
        outbox.put(new Outgoing(
                id,
                mailbox,
                blob.sha256(),
                blob.size(),
                messageId,
                Optional.empty(),
                Optional.empty(),
                Optional.of(AUTHOR),
                "NEW",
                from,
                recipients,
                "Hello",
                MailContent.text("Hello"),
                from.address(),
                false,
                now,
                now));
        return id;
    }

    /** Or wakes who is started. */
    void start() {
        if (sending.isPresent()) {
            sending.get().wake();
            return;
        }
        Sending fresh = new Sending(
                Map.of("support", mailbox("support", server.port()), "slow", mailbox("slow", slowPort)),
                new Sending.Ground(
                        outbox,
                        GROUND.mails(),
                        GROUND.blobs(),
                        new MailServers(new AccessTokens(clock)),
                        (mailbox, message) -> notices.add(message),
                        clock,
                        mail -> {}));
        sending = Optional.of(fresh);
        fresh.start();
    }

    static Mailbox mailbox(String name, int port) {
        return new Mailbox(
                name,
                name + "@shop.example",
                "",
                "mail",
                Optional.empty(),
                new Mailbox.Receiving(
                        Mailbox.Protocol.IMAP,
                        "127.0.0.1",
                        1,
                        Mailbox.Security.NONE,
                        new Mailbox.Account.Password("support", new Secret("-")),
                        "INBOX",
                        Mailbox.Afterwards.MARK,
                        Duration.ofMinutes(1)),
                new Mailbox.Sending("127.0.0.1", port, Mailbox.Security.NONE, Optional.empty(), true));
    }

    void later() {
        clock.goOn(NEXT_TRY);
        sending.orElseThrow().wake();
    }

    Delivery becomes(UUID mail, Predicate<Delivery> so) {
        return await().atMost(LIMIT)
                .until(() -> outbox.get(mail), found -> found.filter(so).isPresent())
                .orElseThrow();
    }

    static Predicate<Delivery> state(State state) {
        return delivery -> delivery.state() == state;
    }

    static Predicate<Delivery> tried(int times) {
        return delivery -> delivery.attempts() == times;
    }

    static Delivery.Recipient recipient(Delivery delivery, String address) {
        return delivery.recipients().stream()
                .filter(one -> one.address().equals(address))
                .findFirst()
                .orElseThrow();
    }
}
