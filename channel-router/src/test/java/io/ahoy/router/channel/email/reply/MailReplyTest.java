package io.ahoy.router.channel.email.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.SegmentRow;
import io.ahoy.crm.mail.Delivery;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.crm.mail.Replies;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.Configuration;
import io.ahoy.crm.team.Kind;
import io.ahoy.crm.team.MailTemplate;
import io.ahoy.crm.team.Titles;
import io.ahoy.crm.team.Versioned;
import io.ahoy.router.acd.Wish;
import io.ahoy.router.channel.Grants;
import io.ahoy.router.channel.email.Certificates;
import io.ahoy.router.channel.email.EmailChannel;
import io.ahoy.router.channel.email.FakeRouter;
import io.ahoy.router.channel.email.MailGround;
import io.ahoy.router.channel.email.MessageIds;
import io.ahoy.router.channel.email.SampleMailbox;
import io.ahoy.router.channel.email.SetClock;
import io.ahoy.router.channel.email.arrive.Rules;
import io.ahoy.router.channel.email.arrive.Sorting;
import io.ahoy.router.channel.email.read.MailReader;
import io.ahoy.router.channel.email.read.Trust;
import io.ahoy.router.channel.email.send.Composer;
import io.ahoy.router.channel.email.trial.TrialMail;
import io.ahoy.router.channel.email.trial.TrialServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Automatic replies go once to people, and every one that does not go has its reason. */
class MailReplyTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int HOURLY_MAX = 3;

    @RegisterExtension
    static final MailGround GROUND = new MailGround();

    private final SetClock clock = new SetClock();
    private final FakeRouter router = new FakeRouter();
    private final MessageIds ids = new MessageIds(new byte[32]);
    private final ReplyTexts texts = new ReplyTexts("The shop", ZoneOffset.UTC, new Configuration(Map.of()));
    private Replies replies;
    private AutomaticReplies automatic;
    private Sorting sorting;

    @BeforeEach
    void sort() {
        replies = new Replies(GROUND.db());
        automatic = new AutomaticReplies(
                Set.of("support@shop.example", "sales@shop.example"),
                HOURLY_MAX,
                replies,
                new Composer(GROUND.blobs(), Certificates.NONE),
                ids,
                texts,
                clock,
                () -> {});
        sorting = new Sorting(
                GROUND.stores(),
                new MailReader(Trust.NONE)::read,
                new Sorting.Ways(Rules.NONE, (customer, now) -> Wish.NONE, automatic, router),
                Map.of("support", SampleMailbox.named("support"), "sales", trusting(SampleMailbox.named("sales"))),
                clock);
        sorting.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        sorting.close();
    }

    @Test
    void aPersonIsAskedWhetherTheArticleHelped_andARobotIsNot() {
        UUID article = new UUID(7, 7);
        texts.suggestFrom((subject, language, now) ->
                Optional.of(new HelpfulArticles.Article(article, "Parcels", "Look behind the door.")));
        texts.askAt((mail, about, now) -> Optional.of("https://desk.example/helped/" + mail));
        UUID person = from("Dora <dora@mail.example>");
        assertThat(reasonOf(person)).isEqualTo("SENT");
        UUID reply = replies.of(person).getFirst().reply().orElseThrow();
        assertThat(GROUND.mails().get(reply).orElseThrow().content().text())
                .contains("https://desk.example/helped/" + person);
        UUID robot = from("Robot <robot@mail.example>", "Auto-Submitted: auto-generated");
        assertThat(reasonOf(robot)).isEqualTo("NOT_A_PERSON");
        assertThat(replies.of(robot))
                .allSatisfy(thought -> assertThat(thought.reply()).isEmpty());
    }

    @Test
    void aPersonIsAnsweredOnceADay() {
        assertThat(reasonOf(from("Ann <ann@mail.example>"))).isEqualTo("SENT");
        assertThat(reasonOf(from("Ann <ANN@mail.example>"))).isEqualTo("SENT_LATELY");
        assertThat(reasonOf(from("Ben <ben@mail.example>"))).isEqualTo("SENT");
        clock.goOn(ReplyPolicy.PERIOD.plusSeconds(1));
        assertThat(reasonOf(from("Ann <ann@mail.example>"))).isEqualTo("SENT");
    }

    @Test
    void whatAPersonWasSentWithinTheHourIsItsBudgetWhoeverWroteIt() {
        UUID first = from("Cleo <cleo@mail.example>");
        assertThat(reasonOf(first)).isEqualTo("SENT");
        clock.goOn(ReplyPolicy.PERIOD.plusSeconds(1));
        for (int i = 0; i < HOURLY_MAX; i++) {
            byAgent("cleo@mail.example");
        }
        assertThat(reasonOf(from("Cleo <cleo@mail.example>"))).isEqualTo("BUDGET");
        clock.goOn(Duration.ofHours(1).plusSeconds(1));
        assertThat(reasonOf(from("Cleo <cleo@mail.example>"))).isEqualTo("SENT");
    }

    @Test
    void whoIsNoPersonOrWantsNoAnswerGetsNoneForAReason() {
        assertThat(reasonOf(mail("Subject: From nobody"))).isEqualTo("NO_SENDER");
        assertThat(reasonOf(from("Dan <dan@mail.example>", "Auto-Submitted: auto-generated")))
                .isEqualTo("NOT_A_PERSON");
        assertThat(reasonOf(from("List <list@mail.example>", "List-Id: <all.mail.example>")))
                .isEqualTo("NOT_A_PERSON");
        assertThat(reasonOf(from("Sales <sales@shop.example>"))).isEqualTo("OWN_ADDRESS");
        assertThat(reasonOf(mail("sales", """
                        From: Ann <ann@mail.example>
                        To: sales@shop.example
                        Authentication-Results: mx.shop.example; dmarc=fail
                        Subject: Hello"""))).isEqualTo("DOUBTED_SENDER");
        UUID hidden = mail("From: Eve <eve@mail.example>\nTo: friends@mail.example\nSubject: Look");
        assertThat(reasonOf(hidden)).isEqualTo("NOT_ADDRESSED");
    }

    @Test
    void anAddressToWhichNothingCanBeWrittenKeepsNobodyElseWaiting() {
        UUID odd = from("Odd <" + "a".repeat(70) + "@mail.example>");
        UUID plain = from("Gus <gus@mail.example>");
        assertThat(reasonOf(odd)).isEqualTo("FAILED");
        assertThat(reasonOf(plain)).isEqualTo("SENT");
        assertThat(GROUND.mails().get(odd).map(Mail::state)).contains(Mail.State.ROUTED);
    }

    @Test
    void whoAnswersUsIsNotGreetedAgainNotEvenFromAnotherAddress() {
        UUID mail = from("Fay <fay@mail.example>");
        assertThat(reasonOf(mail)).isEqualTo("SENT");
        UUID reply = thoughts(mail).getFirst().reply().orElseThrow();
        String ours = GROUND.mails().get(reply).flatMap(Mail::messageId).orElseThrow();
        assertThat(reasonOf(from("Robot 1 <ticket-1@mail.example>", "In-Reply-To: <" + ours + ">")))
                .isEqualTo("FOLLOW_UP");
        assertThat(reasonOf(from("Robot 2 <ticket-2@mail.example>", "References: <x@y> <" + ours + ">")))
                .isEqualTo("FOLLOW_UP");
    }

    @Test
    void whatAnOverflowClosesIsAnsweredByItsTextOnceAndAlsoAfterACrash() throws Exception {
        overflowTexts();
        UUID mail = from("Hal <hal@mail.example>");
        assertThat(reasonOf(mail)).isEqualTo("SENT");
        UUID robot = from("Robot <robot@mail.example>", "Auto-Submitted: auto-generated");
        assertThat(reasonOf(robot)).isEqualTo("NOT_A_PERSON");
        // As the router and the history leave them.
        close(mail);
        close(robot);
        try (OverflowAnswers answers = overflowAnswers()) {
            answers.closed(mail, "mail", "sorry");
            answers.closed(mail, "mail", "sorry");
            assertThat(overflowOf(mail).reason()).isEqualTo("SENT");
        }
        // What the first one did not come to, as if Ahoy had ended.
        try (OverflowAnswers answers = overflowAnswers()) {
            answers.start();
            assertThat(overflowOf(robot).reason()).isEqualTo("NOT_A_PERSON");
        }
        List<Replies.Thought> all = thoughts(mail);
        assertThat(all).extracting(Replies.Thought::kind).containsExactlyInAnyOrder("ACKNOWLEDGEMENT", "OVERFLOW");
        Mail sent = GROUND.mails().get(overflowOf(mail).reply().orElseThrow()).orElseThrow();
        assertThat(sent.subject()).isEqualTo("About: Hello");
        assertThat(sent.content().text()).contains("Hal, nobody is there");
        assertThat(replies.unanswered(Instant.EPOCH)).isEmpty();
    }

    private void overflowTexts() {
        MailTemplate sorry = new MailTemplate(
                "sorry",
                new Titles("Sorry", "抱歉"),
                MailTemplate.Purpose.OVERFLOW,
                Optional.empty(),
                new TreeMap<>(Map.of(
                        "en", new MailTemplate.Text("About: {subject}", "{name}, nobody is there for the moment."))));
        texts.follow(new Configuration(Map.of(Kind.MAIL_TEMPLATES, List.of(new Versioned(sorry, 1)))));
    }

    private OverflowAnswers overflowAnswers() {
        return new OverflowAnswers(
                GROUND.stores(),
                new MailReader(Trust.NONE),
                Map.of("support", SampleMailbox.named("support")),
                automatic,
                clock);
    }

    private void close(UUID interaction) {
        new History(GROUND.db())
                .saveState(interaction, "CLOSED", Optional.of(clock.instant()), Optional.of("ANSWERED_AUTOMATICALLY"));
        new History(GROUND.db())
                .saveSegment(new SegmentRow(
                        interaction,
                        1,
                        "mail",
                        Optional.empty(),
                        clock.instant(),
                        Optional.empty(),
                        Optional.of(clock.instant()),
                        Optional.empty(),
                        "FLOWED_OUT",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Replies.Thought overflowOf(UUID mail) {
        return await().atMost(LIMIT)
                .until(
                        () -> thoughts(mail).stream()
                                .filter(one -> one.kind().equals("OVERFLOW"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void anAutomaticReplySaysThatItIsOneAndAsksForNoMoreMail() throws IOException {
        UUID mail = from("Gil <gil@mail.example>");
        assertThat(reasonOf(mail)).isEqualTo("SENT");
        UUID reply = thoughts(mail).getFirst().reply().orElseThrow();
        Delivery delivery = GROUND.outbox().get(reply).orElseThrow();
        assertThat(delivery.envelopeFrom()).isEmpty();
        assertThat(delivery.automatic()).isTrue();
        String raw = java.nio.file.Files.readString(GROUND.blobs()
                .find(GROUND.mails().get(reply).orElseThrow().sha256())
                .orElseThrow());
        assertThat(raw.lines()).contains("Auto-Submitted: auto-replied");
    }

    /** An own centre on a real server, and beside it a robot that answers everything and says of nothing that it is automatic. */
    @Test
    void twoRobotsFacingEachOtherStopAfterTwoMails() throws Exception {
        try (TrialServer server = TrialServer.start(0, 0)) {
            String robot = "robot-" + UUID.randomUUID() + "@mail.example";
            server.user(robot);
            Mailbox support = server.mailbox("trial-support", "support@shop.example", "", "mail", Optional.empty());
            Mailbox sales = server.mailbox("trial-sales", "sales@shop.example", "", "mail", Optional.empty());
            EmailChannel channel = new EmailChannel(ground(GROUND.db(), List.of(support, sales)));
            try (channel) {
                channel.start(router);
                echo(server, robot, "Hello", Optional.empty());
                TrialMail greeting = received(server, robot);
                // It begins a new conversation with every mail, as those do that loop.
                echo(server, robot, "Auto: " + greeting.subject(), Optional.empty());
                echo(server, robot, "Auto: " + greeting.subject(), greeting.messageId());
                // A mail of one of our mailboxes to the other is such a robot too.
                echo(server, "support@shop.example", "Hello, sales", Optional.empty());
                await().atMost(LIMIT)
                        .until(() ->
                                GROUND.db().call(session -> router.arrived().size()) >= 3);
                await().atMost(LIMIT).until(() -> GROUND.mails().unread(10).isEmpty());
            }
            assertThat(server.stored(robot)).hasSize(1);
            assertThat(GROUND.outbox().mailboxes()).isEmpty();
        }
    }

    private EmailChannel.Ground ground(Db db, List<Mailbox> mailboxes) {
        return new EmailChannel.Ground(
                db,
                GROUND.blobs(),
                mailboxes,
                Certificates.NONE,
                Rules.NONE,
                Grants.NONE,
                new ReplyTexts("The shop", ZoneOffset.UTC, new Configuration(Map.of())),
                ZoneOffset.UTC,
                HOURLY_MAX,
                Duration.ZERO,
                InstantSource.system(),
                mail -> {});
    }

    private static void echo(TrialServer server, String from, String subject, Optional<String> answered)
            throws IOException {
        String to = from.startsWith("support") ? "sales@shop.example" : "support@shop.example";
        TrialMail.send(server, MailAddress.of(from), Recipients.to(MailAddress.of(to)), subject, "Beep.", answered);
    }

    private static TrialMail received(TrialServer server, String address) {
        return TrialMail.of(await().atMost(LIMIT)
                .until(() -> server.stored(address), stored -> !stored.isEmpty())
                .getFirst());
    }

    private void byAgent(String to) {
        UUID id = UUID.randomUUID();
        GROUND.outbox()
                .put(new io.ahoy.crm.mail.Outgoing(
                        id,
                        "support",
                        "0".repeat(64),
                        1,
                        id + "@shop.example",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(UUID.randomUUID()),
                        "NEW",
                        MailAddress.of("support@shop.example"),
                        Recipients.to(MailAddress.of(to)),
                        "News",
                        io.ahoy.crm.mail.MailContent.text("News"),
                        "support@shop.example",
                        false,
                        clock.instant(),
                        clock.instant()));
    }

    private UUID from(String from, String... headers) {
        String more = headers.length == 0 ? "" : "\n" + String.join("\n", headers);
        return mail("From: " + from + "\nTo: support@shop.example\nSubject: Hello" + more);
    }

    private UUID mail(String head) {
        return mail("support", head);
    }

    private static Mailbox trusting(Mailbox plain) {
        return new Mailbox(
                plain.name(),
                plain.address(),
                plain.shownAs(),
                plain.queue(),
                plain.caseType(),
                plain.receiving(),
                plain.sending(),
                Optional.of("mx.shop.example"),
                Optional.empty());
    }

    private UUID mail(String mailbox, String head) {
        UUID mail = GROUND.store(
                mailbox,
                head + "\nMessage-ID: <" + UUID.randomUUID() + "@mail.example>\n\nA question.\n",
                clock.instant());
        sorting.wake();
        return mail;
    }

    private String reasonOf(UUID mail) {
        return await().atMost(LIMIT)
                .until(() -> thoughts(mail), thoughts -> !thoughts.isEmpty())
                .getFirst()
                .reason();
    }

    private List<Replies.Thought> thoughts(UUID mail) {
        return replies.of(mail);
    }
}
