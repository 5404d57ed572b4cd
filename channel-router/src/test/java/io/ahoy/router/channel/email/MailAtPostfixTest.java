package io.ahoy.router.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.mail.Delivery;
import io.ahoy.crm.mail.Delivery.State;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.MailContent;
import io.ahoy.crm.mail.Outgoing;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.crm.store.Blobs.Blob;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.Configuration;
import io.ahoy.router.channel.Grants;
import io.ahoy.router.channel.email.arrive.Rules;
import io.ahoy.router.channel.email.reply.ReplyTexts;
import io.ahoy.router.channel.email.send.Composer;
import io.ahoy.router.channel.email.send.Letter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole way at Debian's Postfix and Dovecot, over TLS: out through one, back through the other. */
class MailAtPostfixTest {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final UUID AGENT = UUID.randomUUID();

    @RegisterExtension
    static final MailGround GROUND = new MailGround();

    private static Optional<Dovecot> dovecot = Optional.empty();
    private static Optional<Postfix> postfix = Optional.empty();

    private final FakeRouter router = new FakeRouter();
    private EmailChannel channel;

    @BeforeAll
    static void serve() throws Exception {
        assumeTrue(Postfix.isUsable(), "Postfix runs as root alone");
        Dovecot started = Dovecot.start(100);
        dovecot = Optional.of(started);
        postfix = Optional.of(Postfix.start(started, List.of("support", "ann")));
    }

    @AfterAll
    static void stopServing() throws Exception {
        if (postfix.isPresent()) {
            postfix.get().close();
        }
        if (dovecot.isPresent()) {
            dovecot.get().close();
        }
    }

    @BeforeEach
    void start() {
        Postfix server = postfix.orElseThrow();
        channel = new EmailChannel(new EmailChannel.Ground(
                GROUND.db(),
                GROUND.blobs(),
                List.of(server.mailbox("support"), server.mailbox("ann")),
                Certificates.NONE,
                Rules.NONE,
                Grants.NONE,
                new ReplyTexts("The shop", ZoneOffset.UTC, new Configuration(Map.of())),
                ZoneOffset.UTC,
                20,
                Duration.ZERO,
                InstantSource.system(),
                mail -> {}));
        channel.start(router);
    }

    @AfterEach
    void stop() throws InterruptedException {
        channel.close();
    }

    @Test
    void whatIsSentByOneComesBackByTheOther() throws IOException {
        UUID sent = put("Where is my parcel?", "ann@shop.example");
        becomes(sent, state(State.SENT));
        Mail came = await().atMost(LIMIT)
                .until(() -> arrived("ann"), Optional::isPresent)
                .orElseThrow();
        assertThat(came.subject()).isEqualTo("Where is my parcel?");
        assertThat(came.from().address()).isEqualTo("support@shop.example");
        assertThat(router.arrived()).contains(came.id());
    }

    @Test
    void whatItRefusesForGoodComesBackToWhoWroteIt() throws IOException {
        UUID mail = put("Hello", Postfix.UNKNOWN);
        Delivery failed = becomes(mail, state(State.FAILED));
        assertThat(failed.error()).hasValueSatisfying(words -> assertThat(words).contains("550 5.1.1"));
        assertThat(toldOf(mail).kind()).isEqualTo("BOUNCE");
        assertThat(router.arrived()).hasSize(1);
    }

    @Test
    void whatItDoesNotTakeNowWaits() throws IOException {
        UUID mail = put("Hello", Postfix.LATER);
        Delivery waits = becomes(mail, state(State.WAITING).and(delivery -> delivery.attempts() == 1));
        assertThat(waits.error()).hasValueSatisfying(words -> assertThat(words).contains("450 4.2.1"));
        assertThat(waits.recipients()).allMatch(Delivery.Recipient::pends);
    }

    @Test
    void whatItTakesAndCannotDeliverComesBackAsItsReport() throws IOException {
        UUID mail = put("Hello", Postfix.GONE);
        becomes(mail, state(State.SENT));
        Delivery told = becomes(
                mail,
                delivery -> delivery.recipients().stream()
                        .anyMatch(one -> one.failure().isPresent()));
        assertThat(told.recipients().getFirst().failure())
                .hasValueSatisfying(words -> assertThat(words).contains("5.1.1", "there is nobody of this name"));
        assertThat(toldOf(mail).from().address()).containsIgnoringCase("mailer-daemon");
        await().atMost(LIMIT).until(() -> router.arrived().size() == 1);
    }

    @Test
    void whatIsLargerThanItTakesIsRefused() throws IOException {
        UUID mail = put("x".repeat(70).concat("\n").repeat(Postfix.SIZE_MAX / 60), "ann@shop.example");
        Delivery failed = becomes(mail, state(State.FAILED));
        assertThat(failed.error()).hasValueSatisfying(words -> assertThat(words).contains("552 5.3.4"));
    }

    /** The notice in the conversation of the mail. */
    private static Mail toldOf(UUID mail) {
        return await().atMost(LIMIT)
                .until(
                        () -> GROUND.mails().thread(mail).stream()
                                .filter(Mail::isIncoming)
                                .filter(one -> one.state() == Mail.State.ROUTED)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<Mail> arrived(String mailbox) {
        return GROUND.mails().lastJudged(10, 0).stream()
                .filter(mail -> mail.mailbox().equals(mailbox))
                .findFirst();
    }

    private UUID put(String text, String to) throws IOException {
        Instant now = Instant.now();
        UUID id = UuidV7.next(now);
        Mailbox from = Objects.requireNonNull(channel.mailboxes().get("support"));
        MailAddress address = MailAddress.of(from.address());
        Recipients recipients = Recipients.to(MailAddress.of(to));
        String subject = text.length() < 50 ? text : "Long";
        Blob blob = new Composer(GROUND.blobs(), Certificates.NONE)
                .compose(new Letter(
                        id + "@shop.example",
                        address,
                        recipients,
                        subject,
                        text,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        now));
        GROUND.outbox()
                .put(new Outgoing(
                        id,
                        from.name(),
                        blob.sha256(),
                        blob.size(),
                        id + "@shop.example",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(AGENT),
                        "NEW",
                        address,
                        recipients,
                        subject,
                        MailContent.text(subject),
                        from.address(),
                        false,
                        now,
                        now));
        channel.wakeOutbox();
        return id;
    }

    private static Delivery becomes(UUID mail, Predicate<Delivery> so) {
        return await().atMost(LIMIT)
                .until(
                        () -> GROUND.outbox().get(mail),
                        found -> found.filter(so).isPresent())
                .orElseThrow();
    }

    private static Predicate<Delivery> state(State state) {
        return delivery -> delivery.state() == state;
    }
}
