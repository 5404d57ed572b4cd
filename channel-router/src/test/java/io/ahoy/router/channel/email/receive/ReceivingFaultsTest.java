package io.ahoy.router.channel.email.receive;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.ahoy.config.Mailbox;
import io.ahoy.config.Mailbox.Afterwards;
import io.ahoy.config.Mailbox.Protocol;
import io.ahoy.config.Secret;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Place;
import io.ahoy.router.channel.email.AccessTokens;
import io.ahoy.router.channel.email.MailGround;
import io.ahoy.router.channel.email.MailServers;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each message is stored once, whatever breaks between the server and us. */
class ReceivingFaultsTest {
    /** Looking costs those time who are looked at. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String USER = "support@shop.example";
    private static final String PASSWORD = "a-word";
    private static final String FOLDER = "Centre";

    @RegisterExtension
    static final MailGround GROUND = new MailGround();

    private final Mails mails = GROUND.mails();
    private volatile Duration ahead = Duration.ZERO;
    private final InstantSource clock = () -> Instant.now().plus(ahead);
    private final List<Receiving> running = new ArrayList<>();
    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP), new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_POP3)
    });
    private GreenMailUser user;

    @BeforeEach
    void serve() throws Exception {
        server.start();
        user = server.setUser(USER, USER, PASSWORD);
        server.getManagers().getImapHostManager().createMailbox(user, FOLDER);
    }

    @AfterEach
    void stop() throws Exception {
        for (Receiving receiving : running) {
            receiving.close();
        }
        server.stop();
    }

    @Test
    void whatComesIsStoredOnceInItsOrderAndMarked() throws Exception {
        start(imap(Afterwards.MARK));
        await().atMost(LIMIT).until(() -> mails.progress("support").isPresent());
        for (int i = 0; i < 120; i++) {
            append(folder(), mail(i));
        }
        assertThat(stored(120)).extracting(ReceivingFaultsTest::text).containsExactlyElementsOf(numbers(120));
        await().atMost(LIMIT).until(() -> seen() == 120);
        restart(imap(Afterwards.MARK));
        append(folder(), mail(120));
        assertThat(stored(121)).hasSize(121);
    }

    @Test
    void aMailboxOfAThousandMailsIsReadThrough() throws Exception {
        for (int i = 0; i < 1000; i++) {
            append(folder(), mail(i));
        }
        start(imap(Afterwards.MARK));
        assertThat(stored(1000)).extracting(ReceivingFaultsTest::text).containsExactlyElementsOf(numbers(1000));
    }

    @Test
    void ofWhatWasThereBeforeOnlyTheUnreadIsTaken() throws Exception {
        append(folder(), mail(0), Flags.Flag.SEEN);
        append(folder(), mail(1));
        append(folder(), mail(2), Flags.Flag.SEEN);
        start(imap(Afterwards.MARK));
        stored(1);
        append(folder(), mail(3), Flags.Flag.SEEN);
        assertThat(stored(2)).extracting(ReceivingFaultsTest::text).containsExactly("Number 1", "Number 3");
    }

    @ParameterizedTest
    @EnumSource(Afterwards.class)
    void whatWasStoredAndNotMarkedWhenAhoyEndedIsMarkedAtTheNextStart(Afterwards afterwards) throws Exception {
        start(imap(afterwards));
        await().atMost(LIMIT).until(() -> mails.progress("support").isPresent());
        append(folder(), mail(0));
        append(folder(), mail(1));
        stored(2);
        await().atMost(LIMIT).until(() -> marked() == 2);
        closeAll();
        // As if the last transaction had been the end: two rows, and nothing marked.
        for (long uid : folder().getMessageUids()) {
            folder().setFlags(new Flags(Flags.Flag.SEEN), false, uid, null, true);
        }
        if (afterwards == Afterwards.DELETE) {
            append(folder(), mail(0));
            append(folder(), mail(1));
        }
        Place.Progress before = mails.progress("support").orElseThrow();
        mails.begin(
                "support",
                new Place.Progress(
                        before.uidValidity(), 1, folder().getUIDNext() - 1, before.firstUid() - 1, before.since()));
        start(imap(afterwards));
        await().atMost(LIMIT)
                .until(() -> afterwards == Afterwards.MARK ? seen() == 2 : folder().getMessageCount() == 0);
        assertThat(mails.unread(100)).hasSize(2);
    }

    @Test
    void aFolderThatIsNumberedAnewIsReadAgainAndTheCopiesAreRecognised() throws Exception {
        append(folder(), mail(7), Flags.Flag.SEEN, Instant.parse("2020-01-05T08:00:00Z"));
        start(imap(Afterwards.MARK));
        await().atMost(LIMIT).until(() -> mails.progress("support").isPresent());
        append(folder(), mail(0));
        append(folder(), mail(1));
        stored(2);
        closeAll();
        long validity = folder().getUidValidity();
        // This server numbers its folders by the second.
        await().atMost(LIMIT).until(() -> {
            server.getManagers().getImapHostManager().deleteMailbox(user, FOLDER);
            server.getManagers().getImapHostManager().createMailbox(user, FOLDER);
            return folder().getUidValidity() != validity;
        });
        append(folder(), mail(7), Flags.Flag.SEEN, Instant.parse("2020-01-05T08:00:00Z"));
        append(folder(), mail(2));
        // In the same second, of which a server tells no more.
        Instant since = mails.progress("support").orElseThrow().since().truncatedTo(ChronoUnit.SECONDS);
        append(folder(), mail(1), Flags.Flag.SEEN, since);
        append(folder(), mail(0), Flags.Flag.SEEN, since);
        start(imap(Afterwards.MARK));
        List<Mail> all = stored(5);
        // What was read before Ahoy came stays where it is.
        assertThat(all).extracting(ReceivingFaultsTest::text).doesNotContain("Number 7");
        assertThat(all)
                .filteredOn(mail -> mails.copies(List.of(mail.id())).isEmpty())
                .extracting(ReceivingFaultsTest::text)
                .containsExactly("Number 0", "Number 1", "Number 2");
    }

    @Test
    void aFolderThatWasPutBackFromABackupUnderItsOldNumberIsReadAgain() throws Exception {
        append(folder(), mail(0));
        append(folder(), mail(1));
        mails.begin("support", new Place.Progress(folder().getUidValidity(), 1, 900, 900, Instant.EPOCH));
        start(imap(Afterwards.MARK));
        assertThat(stored(2)).extracting(ReceivingFaultsTest::text).containsExactlyElementsOf(numbers(2));
    }

    @Test
    void oneMessageIdWithOtherWordsIsAnotherMessage() throws Exception {
        append(folder(), mail("same@mail.example", "One"));
        append(folder(), mail("same@mail.example", "One").replace("Subject:", "X-Way: another\r\nSubject:"));
        append(folder(), mail("same@mail.example", "Two"));
        start(imap(Afterwards.MARK));
        List<Mail> all = stored(3);
        assertThat(mails.copies(all.stream().map(Mail::id).toList()))
                .containsExactly(all.get(1).id());
    }

    @Test
    void whatAnotherClientRemovesMeanwhileIsPassedOver() throws Exception {
        for (int i = 0; i < 20; i++) {
            append(folder(), mail(i));
        }
        start(imap(Afterwards.MARK));
        await().atMost(LIMIT).until(() -> !mails.unread(1).isEmpty());
        folder().deleteAllMessages();
        append(folder(), mail(20));
        await().atMost(LIMIT)
                .until(() -> mails.unread(100).stream()
                        .map(ReceivingFaultsTest::text)
                        .anyMatch("Number 20"::equals));
        assertThat(mails.unread(100)).extracting(ReceivingFaultsTest::text).doesNotHaveDuplicates();
    }

    @Test
    void aConnectionThatIsCutInTheMiddleOfAMessageLosesAndDoublesNothing() throws Exception {
        String large = mail("large@mail.example", "x".repeat(76).concat("\r\n").repeat(8_000) + "the end");
        append(folder(), mail(0));
        append(folder(), large);
        append(folder(), mail(1));
        try (CuttingProxy proxy = new CuttingProxy(server.getImap().getPort())) {
            // In the greeting, in the list, in the first part of the large one, and in a later part of it.
            for (int bytes : new int[] {10, 600, 100_000, 500_000}) {
                proxy.cutAfter(bytes);
            }
            // As if it had been read before: of what was there before Ahoy nothing is deleted that was left over.
            mails.begin("support", new Place.Progress(folder().getUidValidity(), 0, 0, 0, Instant.EPOCH));
            start(mailbox(Protocol.IMAP, proxy.port(), Afterwards.DELETE, PASSWORD));
            List<Mail> all = stored(3);
            assertThat(proxy.cuts()).isEqualTo(4);
            assertThat(all.get(1).size()).isEqualTo(large.length());
            await().atMost(LIMIT).until(() -> folder().getMessageCount() == 0);
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aMessageThatCanNeverBeFetchedIsLeftAndToldAndTheNextComes(Protocol protocol) throws Exception {
        MailFolder place = protocol == Protocol.IMAP
                ? folder()
                : server.getManagers().getImapHostManager().getInbox(user);
        append(place, mail(0));
        append(place, mail("large@mail.example", "x".repeat(76).concat("\r\n").repeat(8_000)));
        append(place, mail(1));
        int port = protocol == Protocol.IMAP
                ? server.getImap().getPort()
                : server.getPop3().getPort();
        try (CuttingProxy proxy = new CuttingProxy(port)) {
            proxy.cutAllAfter(100_000);
            mails.begin("support", new Place.Progress(folder().getUidValidity(), 0, 0, 0, Instant.EPOCH));
            start(mailbox(protocol, proxy.port(), Afterwards.DELETE, PASSWORD));
            await().atMost(LIMIT).until(() -> proxy.cuts() >= 3);
            ahead = Duration.ofMinutes(2);
            List<Mail> all = stored(3);
            assertThat(all)
                    .extracting(ReceivingFaultsTest::text)
                    .contains("Number 0", "Number 1")
                    .anySatisfy(text -> assertThat(text).contains("could not be fetched", "It is still there"));
            await().atMost(LIMIT).until(() -> place.getMessageCount() == 1);
        }
    }

    @Test
    void withDeletingNothingIsLeftAndNothingWaitsForTheNextNews() throws Exception {
        start(imap(Afterwards.DELETE));
        await().atMost(LIMIT).until(() -> mails.progress("support").isPresent());
        for (int i = 0; i < 60; i++) {
            append(folder(), mail(i));
        }
        assertThat(stored(60)).extracting(ReceivingFaultsTest::text).containsExactlyElementsOf(numbers(60));
        await().atMost(LIMIT).until(() -> folder().getMessageCount() == 0);
    }

    @ParameterizedTest
    @EnumSource(Afterwards.class)
    void popIsReadOnceToo(Afterwards afterwards) throws Exception {
        MailFolder inbox = server.getManagers().getImapHostManager().getInbox(user);
        for (int i = 0; i < 10; i++) {
            append(inbox, mail(i));
        }
        try (CuttingProxy proxy = new CuttingProxy(server.getPop3().getPort())) {
            proxy.cutAfter(900);
            start(mailbox(Protocol.POP3, proxy.port(), afterwards, PASSWORD));
            stored(10);
            append(inbox, mail(10));
            assertThat(stored(11)).extracting(ReceivingFaultsTest::text).containsExactlyElementsOf(numbers(11));
            assertThat(proxy.cuts()).isEqualTo(1);
            int left = afterwards == Afterwards.DELETE ? 0 : 11;
            await().atMost(LIMIT).until(() -> inbox.getMessageCount() == left);
        }
    }

    @Test
    void aWrongPasswordIsToldAndTriedAgain() throws Exception {
        append(folder(), mail(0));
        user.setPassword("another one");
        Receiving receiving = start(imap(Afterwards.MARK));
        Receiving.Health sick = await().atMost(LIMIT)
                .until(
                        () -> receiving.health().getFirst(),
                        health -> health.problem().isPresent());
        assertThat(sick.connected()).isFalse();
        assertThat(sick.problem())
                .hasValueSatisfying(words -> assertThat(words).startsWith("The server refuses the account"));
        user.setPassword(PASSWORD);
        stored(1);
        Receiving.Health well = receiving.health().getFirst();
        assertThat(well.connected()).isTrue();
        assertThat(well.problem()).isEmpty();
    }

    private Receiving start(Mailbox mailbox) {
        Receiving receiving = Receiving.start(
                List.of(mailbox),
                new MailServers(new AccessTokens(clock)),
                mails,
                new MailStore(GROUND.blobs(), mails, clock, () -> {}),
                clock);
        running.add(receiving);
        return receiving;
    }

    private void restart(Mailbox mailbox) throws InterruptedException {
        closeAll();
        start(mailbox);
    }

    private void closeAll() throws InterruptedException {
        for (Receiving receiving : running) {
            receiving.close();
        }
        running.clear();
    }

    private Mailbox imap(Afterwards afterwards) {
        return mailbox(Protocol.IMAP, server.getImap().getPort(), afterwards, PASSWORD);
    }

    private static Mailbox mailbox(Protocol protocol, int port, Afterwards afterwards, String password) {
        return new Mailbox(
                "support",
                USER,
                "",
                "mail",
                Optional.empty(),
                new Mailbox.Receiving(
                        protocol,
                        LOOPBACK,
                        port,
                        Mailbox.Security.NONE,
                        new Mailbox.Account.Password(USER, new Secret(password)),
                        FOLDER,
                        afterwards,
                        Duration.ofMillis(200)),
                new Mailbox.Sending(LOOPBACK, 1, Mailbox.Security.NONE, Optional.empty(), true));
    }

    /** The server's threads trip over connections that are cut; that is the matter of these tests. */
    private static ConditionFactory await() {
        return Awaitility.await().dontCatchUncaughtExceptions();
    }

    private MailFolder folder() {
        return server.getManagers().getImapHostManager().getFolder(user, FOLDER);
    }

    private long seen() {
        return folder().getMessages().stream()
                .filter(message -> message.isSet(Flags.Flag.SEEN))
                .count();
    }

    private long marked() {
        return mails.progress("support").orElseThrow().markedUid();
    }

    /** So many, in the order in which they are read. */
    private List<Mail> stored(int count) {
        List<Mail> found = await().atMost(LIMIT)
                .pollInterval(LOOK_EVERY)
                .until(() -> mails.unread(2000), all -> all.size() >= count);
        assertThat(found).hasSize(count);
        return found;
    }

    private static String text(Mail mail) {
        try {
            String raw = Files.readString(GROUND.blobs().find(mail.sha256()).orElseThrow());
            return raw.substring(raw.indexOf("\r\n\r\n") + 4).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "Number " + i).toList();
    }

    private static String mail(int number) {
        return mail(number + "@mail.example", "Number " + number);
    }

    private static String mail(String id, String text) {
        return """
                From: Ann <ann@mail.example>
                To: support@shop.example
                Date: Mon, 05 Jan 2026 08:00:00 +0000
                Message-ID: <%s>
                Subject: Hello

                %s
                """.formatted(id, text).replace("\r\n", "\n").replace("\n", "\r\n");
    }

    private static void append(MailFolder to, String raw, Flags.Flag... flags) throws Exception {
        append(to, raw, new Flags(), Instant.now(), flags);
    }

    private static void append(MailFolder to, String raw, Flags.Flag flag, Instant at) throws Exception {
        append(to, raw, new Flags(), at, flag);
    }

    private static void append(MailFolder to, String raw, Flags flags, Instant at, Flags.Flag... each)
            throws Exception {
        for (Flags.Flag flag : each) {
            flags.add(flag);
        }
        to.appendMessage(
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII))),
                flags,
                Date.from(at));
    }
}
