package io.ahoy.router.channel.email.arrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.PointKind;
import io.ahoy.crm.history.History;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.router.acd.Wish;
import io.ahoy.router.channel.email.FakeRouter;
import io.ahoy.router.channel.email.MailGround;
import io.ahoy.router.channel.email.SampleMailbox;
import io.ahoy.router.channel.email.SetClock;
import io.ahoy.router.channel.email.read.MailReader;
import io.ahoy.router.channel.email.read.ReadMail;
import io.ahoy.router.channel.email.read.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What mails that come together have to do with each other, although they are asked about together. */
class SortingTogetherTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @RegisterExtension
    static final MailGround GROUND = new MailGround();

    private final SetClock clock = new SetClock();
    private final FakeRouter router = new FakeRouter();
    private final Mails mails = GROUND.mails();
    private final Customers customers = new Customers(GROUND.db());
    private final Map<UUID, Optional<Customer>> knownToRules = new ConcurrentHashMap<>();
    private final CountDownLatch slowIsRead = new CountDownLatch(1);
    private final String sender = "ann-" + UUID.randomUUID() + "@mail.example";
    private final Sorting sorting = new Sorting(
            GROUND.stores(),
            this::read,
            new Sorting.Ways(this::route, (customer, now) -> Wish.NONE, NOTHING_MORE, router),
            Map.of("support", SampleMailbox.named("support")),
            clock);

    private static final Arrived NOTHING_MORE = new Arrived() {
        @Override
        public void routed(Understood mail, Mailbox mailbox, Route route, boolean followUp, Optional<Case> service) {}

        @Override
        public void allRouted() {}

        @Override
        public void joined(Understood mail, UUID interaction) {}
    };

    @AfterEach
    void stop() throws InterruptedException {
        slowIsRead.countDown();
        sorting.close();
    }

    @Test
    void whoWritesSeveralAtOnceIsOneCustomerFromHisSecondOn() {
        List<UUID> all = List.of(put("one"), put("two"), put("three"));
        sorting.start();
        await().atMost(LIMIT).until(() -> router.count() == all.size());
        List<Customer> found = customers.candidates(PointKind.EMAIL, sender);
        assertThat(found).hasSize(1);
        assertThat(knownToRules.get(all.get(0))).isEmpty();
        assertThat(knownToRules.get(all.get(1)))
                .map(Customer::id)
                .contains(found.getFirst().id());
        assertThat(knownToRules.get(all.get(2)))
                .map(Customer::id)
                .contains(found.getFirst().id());
    }

    @Test
    void aCopyThatComesTogetherWithItsOriginalIsACopy() {
        String message = message("twice");
        UUID original = GROUND.store("support", message, clock.instant());
        UUID copy = GROUND.store("support", message, clock.instant());
        sorting.start();
        assertThat(settled(copy).state()).isEqualTo(Mail.State.DUPLICATE);
        assertThat(settled(original).state()).isEqualTo(Mail.State.ROUTED);
        assertThat(router.arrived()).containsExactly(original);
    }

    @Test
    void whatIsReadDoesNotWaitForOneThatTakesLong() {
        UUID before = put("before");
        UUID slow = put("slow");
        sorting.start();
        await().atMost(LIMIT).until(() -> router.arrived().equals(List.of(before)));
        slowIsRead.countDown();
        await().atMost(LIMIT).until(() -> router.arrived().equals(List.of(before, slow)));
    }

    @Test
    void anAnswerThatTheRouterDidNotTakeIsNotTakenForOneThatSomebodyHas() {
        UUID first = put("first");
        sorting.start();
        await().atMost(LIMIT).until(() -> router.count() == 1);
        settled(first);
        String id = mails.get(first).flatMap(Mail::messageId).orElseThrow();
        new History(GROUND.db())
                .saveState(first, "CLOSED", Optional.of(clock.instant()), Optional.of("ENDED_BY_AGENT"));
        router.goAway();
        UUID answer = GROUND.store(
                "support",
                message("answer").replace("Subject:", "In-Reply-To: <" + id + ">\nSubject:"),
                clock.instant());
        sorting.wake();
        await().atMost(LIMIT).until(() -> router.refused() >= 2);
        router.comeBack();
        await().atMost(LIMIT).until(() -> router.arrived().equals(List.of(first, answer)));
        assertThat(settled(answer).thread()).isEqualTo(first);
    }

    private Route route(Understood mail, Mailbox mailbox, Optional<Customer> customer, boolean followUp) {
        knownToRules.put(mail.mail().id(), customer);
        return Rules.NONE.route(mail, mailbox, customer, followUp);
    }

    private ReadMail read(Path raw) throws IOException {
        if (Files.readString(raw).contains("slow")) {
            await().forever().until(() -> slowIsRead.getCount() == 0);
        }
        return new MailReader(Trust.NONE).read(raw);
    }

    private UUID put(String text) {
        return GROUND.store("support", message(text), clock.instant());
    }

    private String message(String text) {
        return """
                From: Ann <%s>
                To: support@shop.example
                Message-ID: <%s@mail.example>
                Subject: Hello

                %s
                """.formatted(sender, UUID.randomUUID(), text);
    }

    private Mail settled(UUID mail) {
        return await().atMost(LIMIT)
                .until(() -> mails.get(mail).orElseThrow(), found -> found.state() != Mail.State.STORED);
    }
}
