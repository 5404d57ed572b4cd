package io.ahoy.router.channel.email.arrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.casework.Case;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One bad mail is shown with its raw source; the others go on, each once. */
class SortingFaultsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration READ_LIMIT = Duration.ofSeconds(5);
    private static final Arrived NOTHING_MORE = new Arrived() {
        @Override
        public void routed(Understood mail, Mailbox mailbox, Route route, boolean followUp, Optional<Case> service) {}

        @Override
        public void allRouted() {}

        @Override
        public void joined(Understood mail, UUID interaction) {}
    };

    @RegisterExtension
    static final MailGround GROUND = new MailGround();

    private final SetClock clock = new SetClock();
    private final FakeRouter router = new FakeRouter();
    private final Mails mails = GROUND.mails();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Sorting> running = new ArrayList<>();

    /** The first mail of all takes long: what knows media types is made ready with it. */
    @BeforeAll
    static void readOne(@TempDir Path folder) throws IOException {
        Path one = Files.writeString(folder.resolve("one.eml"), "Subject: Hello\r\n\r\nText\r\n");
        new MailReader(Trust.NONE).read(one);
    }

    @AfterEach
    void stop() throws InterruptedException {
        over.countDown();
        for (Sorting sorting : running) {
            sorting.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"throws", "overflows", "fails", "never returns"})
    void whatItsReaderCannotReadIsShownAsItCame(String how) {
        UUID before = put("before");
        UUID bad = put(how);
        UUID after = put("after");
        start();
        assertThat(settled(after).content().text()).contains("after");
        assertThat(settled(before).content().text()).contains("before");
        Mail shown = settled(bad);
        assertThat(shown.state()).isEqualTo(Mail.State.ROUTED);
        String sentence = how.equals("never returns") ? "Reading it took longer than 5 s" : "It could not be read";
        assertThat(shown.content().problems()).singleElement().asString().startsWith(sentence);
        // Nobody knows who sent the bad one, so it goes beside Ann's.
        assertThat(router.arrived())
                .containsExactlyInAnyOrder(before, bad, after)
                .containsSubsequence(before, after);
    }

    @Test
    void whatTookTheProgramDownTwiceIsNotReadAgainAndItsNeighboursAre() {
        List<UUID> all = IntStream.range(0, 5).mapToObj(i -> put("Number " + i)).toList();
        // Both ends hit the third: all were begun together, then each alone.
        mails.readingBegins(all);
        mails.readingBegins(all.subList(2, 3));
        start();
        for (UUID mail : all) {
            boolean bad = mail.equals(all.get(2));
            assertThat(settled(mail).content().problems()).hasSize(bad ? 1 : 0);
        }
        assertThat(settled(all.get(2)).content().problems())
                .singleElement()
                .asString()
                .contains("did not come to an end twice");
        assertThat(router.arrived()).containsExactlyElementsOf(all);
    }

    @Test
    void whileTheRouterIsAwayMailsWaitAndAreReadWellAfterwards() {
        List<UUID> all = IntStream.range(0, 3).mapToObj(i -> put("Number " + i)).toList();
        router.goAway();
        start();
        // More often than a mail may be begun without an end.
        await().atMost(LIMIT).until(() -> router.refused() >= 4);
        router.comeBack();
        for (int i = 0; i < all.size(); i++) {
            Mail mail = settled(all.get(i));
            assertThat(mail.content().problems()).isEmpty();
            assertThat(mail.content().text()).contains("Number " + i);
        }
        assertThat(router.arrived()).containsExactlyElementsOf(all);
    }

    @Test
    void anEndInTheMiddleOfReadingIsNoReasonToGiveAMailUp() throws InterruptedException {
        UUID mail = put("never returns");
        for (int i = 0; i < 3; i++) {
            Sorting sorting = start();
            await().atMost(LIMIT).until(() -> mails.get(mail).orElseThrow().readings() == 1);
            sorting.close();
            await().atMost(LIMIT).until(() -> mails.get(mail).orElseThrow().readings() == 0);
        }
        assertThat(mails.get(mail).map(Mail::state)).contains(Mail.State.STORED);
    }

    private Sorting start() {
        Sorting sorting = new Sorting(
                GROUND.stores(),
                this::read,
                READ_LIMIT,
                new Sorting.Ways(Rules.NONE, (customer, now) -> Wish.NONE, NOTHING_MORE, router),
                Map.of("support", SampleMailbox.named("support")),
                clock);
        running.add(sorting);
        sorting.start();
        return sorting;
    }

    private ReadMail read(Path raw) throws IOException {
        String text = Files.readString(raw);
        if (text.contains("throws")) {
            throw new IllegalStateException("a reader's bug");
        }
        if (text.contains("fails")) {
            throw new IOException("the disk");
        }
        if (text.contains("overflows")) {
            return deeper(raw, 0);
        }
        if (text.contains("never returns")) {
            await().forever().until(() -> over.getCount() == 0);
        }
        return new MailReader(Trust.NONE).read(raw);
    }

    private ReadMail deeper(Path raw, int depth) throws IOException {
        return depth < 0 ? read(raw) : deeper(raw, depth + 1);
    }

    private UUID put(String text) {
        return GROUND.store("support", """
                From: Ann <ann@mail.example>
                To: support@shop.example
                Message-ID: <%s@mail.example>
                Subject: Hello

                %s
                """.formatted(UUID.randomUUID(), text), clock.instant());
    }

    private Mail settled(UUID mail) {
        return await().atMost(LIMIT)
                .until(() -> mails.get(mail).orElseThrow(), found -> found.state() != Mail.State.STORED);
    }
}
