package io.ahoy.router.channel.email.send;

import static io.ahoy.router.channel.email.send.ScriptedSmtp.CUT;
import static io.ahoy.router.channel.email.send.ScriptedSmtp.DOT;
import static io.ahoy.router.channel.email.send.ScriptedSmtp.HANG_UP;
import static io.ahoy.router.channel.email.send.ScriptedSmtp.MIDDLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.crm.mail.Delivery;
import io.ahoy.crm.mail.Delivery.State;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.router.channel.email.meaning.Bounce;
import io.ahoy.router.channel.email.meaning.MailKind;
import io.ahoy.router.channel.email.meaning.Meaning;
import io.ahoy.router.channel.email.read.MailReader;
import io.ahoy.router.channel.email.read.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What goes out arrives once, or is told about, whatever the server does in between. */
class SendingFaultsTest extends SendingCase {
    @Test
    void whatIsNotTakenNowGoesLaterUnderTheSameMessageId() throws IOException {
        server.script(Map.of(DOT, "451 too busy"));
        UUID mail = put(Recipients.to(MailAddress.of(ANN)), "Hello");
        start();
        Delivery waits = becomes(mail, state(State.WAITING).and(tried(1)));
        assertThat(waits.error()).hasValueSatisfying(words -> assertThat(words).contains("451 too busy"));
        assertThat(waits.maybeTwice()).isFalse();
        later();
        Delivery sent = becomes(mail, state(State.SENT));
        assertThat(sent.attempts()).isEqualTo(2);
        assertThat(server.taken()).hasSize(2);
        assertThat(server.taken().get(0).header("Message-ID"))
                .isEqualTo(server.taken().get(1).header("Message-ID"))
                .hasSize(1);
    }

    @Test
    void whatIsRefusedForGoodIsNotTriedAgain() throws IOException {
        for (String command : List.of("MAIL", "RCPT", "DATA", DOT)) {
            server.script(Map.of(command, "550 never"));
            UUID mail = put(Recipients.to(MailAddress.of(ANN)), "Refused at " + command);
            start();
            Delivery failed = becomes(mail, state(State.FAILED));
            assertThat(failed.error())
                    .as(command)
                    .hasValueSatisfying(words -> assertThat(words).contains("550 never"));
            assertThat(failed.recipients())
                    .as(command)
                    .allMatch(one -> one.failure().isPresent());
            assertThat(failed.attempts()).isEqualTo(1);
        }
    }

    @Test
    void ofTwoRecipientsOnlyTheOneThatIsOpenIsTriedAgain() throws IOException {
        server.script(Map.of("RCPT TO:<" + ANN, "451 greylisted", "RCPT TO:<" + BEN, "550 no such user"));
        UUID mail = put(both(), "Hello both");
        start();
        Delivery waits = becomes(mail, state(State.WAITING).and(tried(1)));
        assertThat(recipient(waits, ANN).pends()).isTrue();
        assertThat(recipient(waits, BEN).failure())
                .hasValueSatisfying(words -> assertThat(words).contains("550"));
        later();
        Delivery sent = becomes(mail, state(State.SENT));
        assertThat(server.taken()).extracting(ScriptedSmtp.Taken::to).containsExactly(List.of(ANN));
        assertThat(recipient(sent, ANN).sentAt()).isPresent();
        assertThat(recipient(sent, BEN).failure()).isPresent();
    }

    @Test
    void whoHasItIsNotSentItAgainForTheOthersSake() throws IOException {
        server.script(Map.of("RCPT TO:<" + BEN, "452 mailbox full"));
        UUID mail = put(both(), "Hello both");
        start();
        Delivery waits = becomes(mail, state(State.WAITING).and(tried(1)));
        assertThat(recipient(waits, ANN).sentAt()).isPresent();
        server.script(Map.of(DOT, "554 refused after all"));
        later();
        // Ann has it, so it counts as sent; that Ben has not is said beside his name.
        Delivery sent = becomes(mail, state(State.SENT));
        assertThat(server.taken()).extracting(ScriptedSmtp.Taken::to).containsExactly(List.of(ANN), List.of(BEN));
        assertThat(recipient(sent, BEN).failure())
                .hasValueSatisfying(words -> assertThat(words).contains("554"));
    }

    @Test
    void aCutBeforeTheEndOfTheTextIsAPlainRetry() throws IOException {
        for (String at : List.of("MAIL", "RCPT", "DATA", MIDDLE)) {
            server.script(Map.of(at, CUT));
            String text = at.equals(MIDDLE) ? "x".repeat(70).concat("\n").repeat(LARGE / 71) : "Hello";
            UUID mail = put(Recipients.to(MailAddress.of(ANN)), text);
            start();
            Delivery waits = becomes(mail, state(State.WAITING).and(tried(1)));
            assertThat(waits.maybeTwice()).as(at).isFalse();
            later();
            Delivery sent = becomes(mail, state(State.SENT));
            assertThat(sent.maybeTwice()).as(at).isFalse();
        }
        assertThat(server.taken()).hasSize(4);
    }

    @Test
    void aCutAfterTheTextSendsItOnceMoreFlaggedAndNeverAThirdTime() throws IOException {
        // Once it is torn off, once it ends in good order: neither says what became of the text.
        server.script(Map.of(DOT, CUT));
        server.script(Map.of(DOT, HANG_UP));
        UUID mail = put(Recipients.to(MailAddress.of(ANN)), "Hello");
        start();
        Delivery waits = becomes(mail, state(State.WAITING).and(tried(1)));
        assertThat(waits.maybeTwice()).isTrue();
        later();
        becomes(mail, state(State.UNCERTAIN));
        assertThat(notices)
                .singleElement()
                .satisfies(notice -> assertThat(new String(notice, StandardCharsets.UTF_8))
                        .contains("Auto-Submitted: auto-generated", "Not certain: Hello", mail + "@"));
        later();
        UUID next = put(Recipients.to(MailAddress.of(BEN)), "The next one");
        sending.orElseThrow().wake();
        becomes(next, state(State.SENT));
        assertThat(server.taken())
                .extracting(ScriptedSmtp.Taken::to)
                .containsExactly(List.of(ANN), List.of(ANN), List.of(BEN));
        assertThat(server.taken().get(0).text()).isEqualTo(server.taken().get(1).text());

        assertThat(outbox.again(mail, clock.instant())).isTrue();
        sending.orElseThrow().wake();
        assertThat(becomes(mail, state(State.SENT)).maybeTwice()).isTrue();
    }

    @Test
    void whatWasUnderWayWhenAhoyEndedGoesOnceMoreAndIsFlagged() throws Exception {
        UUID mail = put(Recipients.to(MailAddress.of(ANN)), "Hello");
        assertThat(outbox.begin(mail)).isTrue();
        start();
        assertThat(becomes(mail, state(State.SENT)).maybeTwice()).isTrue();

        sending.orElseThrow().close();
        sending = Optional.empty();
        UUID twice = put(Recipients.to(MailAddress.of(BEN)), "Hello");
        outbox.cutOff(twice, clock.instant(), "Ahoy ended, the first time");
        assertThat(outbox.begin(twice)).isTrue();
        start();
        becomes(twice, state(State.UNCERTAIN));
        assertThat(server.taken()).hasSize(1);
        assertThat(notices).hasSize(1);
    }

    @Test
    void whatIsTakenBackIsNotSentAndWhatIsSentIsNotTakenBack() throws Exception {
        AtomicInteger both = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            UUID mail = put(Recipients.to(MailAddress.of(ANN)), "Hello");
            Thread undo = Thread.startVirtualThread(() -> both.addAndGet(outbox.takeBack(mail) ? 1 : 0));
            boolean begun = outbox.begin(mail);
            undo.join();
            assertThat(both.getAndSet(0) + (begun ? 1 : 0)).isEqualTo(1);
        }
    }

    @Test
    void oneRefusedMailDoesNotHoldUpTheNext() throws IOException {
        server.script(Map.of("MAIL", "421 closing"));
        List<UUID> mails =
                IntStream.range(0, 3).mapToObj(i -> putQuietly("Number " + i)).toList();
        start();
        // Which of three mails of one moment goes first is open, so which one is refused is too.
        await().atMost(LIMIT)
                .until(
                        () -> mails.stream()
                                .map(mail -> outbox.get(mail).orElseThrow().state())
                                .sorted()
                                .toList(),
                        List.of(State.WAITING, State.SENT, State.SENT)::equals);
    }

    @Test
    void whoWroteItIsToldWhatIsRefusedForGoodAndOnlyThat() throws IOException {
        server.script(Map.of("RCPT TO:<" + ANN, "451 greylisted", "RCPT TO:<" + BEN, "550 5.1.1 no such user"));
        UUID mail = put(both(), "Hello both");
        start();
        becomes(mail, state(State.WAITING).and(tried(1)));
        assertThat(notices).hasSize(1);
        Path raw = Files.write(folder.resolve("notice.eml"), notices.getFirst());
        Meaning meaning = Meaning.of(new MailReader(Trust.NONE).read(raw));
        assertThat(meaning.kind()).isEqualTo(MailKind.BOUNCE);
        Bounce bounce = meaning.bounce().orElseThrow();
        assertThat(bounce.originalMessageId())
                .hasValueSatisfying(id -> assertThat(id).contains(mail.toString()));
        assertThat(bounce.recipients()).singleElement().satisfies(failed -> {
            assertThat(failed.address()).isEqualTo(BEN);
            assertThat(failed.gaveUp()).isTrue();
            assertThat(failed.status()).contains("5.1.1");
            assertThat(failed.diagnostic()).contains("no such user");
        });
        later();
        becomes(mail, state(State.SENT));
        assertThat(notices).hasSize(1);
    }
}
