package io.ahoy.router.channel.email.send;

import static io.ahoy.router.channel.email.send.ScriptedSmtp.AFTERWARDS;
import static io.ahoy.router.channel.email.send.ScriptedSmtp.CUT;
import static io.ahoy.router.channel.email.send.ScriptedSmtp.HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.mail.Delivery;
import io.ahoy.crm.mail.Delivery.State;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.Recipients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The connection over which mails go, and servers that are slow or away. */
class SendingLineTest extends SendingCase {
    @Test
    void mailsThatAreDueTogetherGoOverOneConnection() {
        List<UUID> mails =
                IntStream.range(0, 3).mapToObj(i -> putQuietly("Number " + i)).toList();
        start();
        mails.forEach(mail -> becomes(mail, state(State.SENT)));
        assertThat(server.commands().stream().filter(command -> command.startsWith("EHLO")))
                .hasSize(1);
        assertThat(server.taken())
                .extracting(ScriptedSmtp.Taken::to)
                .containsExactly(List.of(ANN), List.of(ANN), List.of(ANN));
    }

    @Test
    void aConnectionThatEndsBetweenTwoMailsIsNoFaultOfTheSecond() {
        server.script(Map.of(AFTERWARDS, CUT));
        server.script(Map.of(AFTERWARDS, HANG_UP));
        List<UUID> mails =
                IntStream.range(0, 3).mapToObj(i -> putQuietly("Number " + i)).toList();
        start();
        for (UUID mail : mails) {
            Delivery sent = becomes(mail, state(State.SENT));
            assertThat(sent.attempts()).isEqualTo(1);
            assertThat(sent.maybeTwice()).isFalse();
        }
        assertThat(server.taken()).hasSize(3);
    }

    @Test
    void aServerThatIsAwayIsAskedOnceForAllThatWait() throws IOException {
        slowPort = closedPort();
        List<UUID> mails = IntStream.range(0, 3)
                .mapToObj(i -> putQuietly("slow", "Number " + i))
                .toList();
        start();
        for (UUID mail : mails) {
            Delivery waits = becomes(mail, delivery -> delivery.error().isPresent());
            assertThat(waits.state()).isEqualTo(State.WAITING);
            assertThat(waits.dueAt()).isEqualTo(clock.instant().plusSeconds(15));
            assertThat(waits.attempts()).isZero();
        }
        UUID next = putQuietly("slow", "The next one");
        start();
        clock.goOn(Duration.ofDays(3).plusHours(1));
        start();
        mails.forEach(mail -> assertThat(becomes(mail, state(State.FAILED)).error())
                .hasValueSatisfying(words -> assertThat(words).startsWith("Given up after 3 days")));
        assertThat(becomes(next, state(State.FAILED)).attempts()).isZero();
        assertThat(notices).hasSize(4);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return nobody.getLocalPort();
        }
    }

    @Test
    void oneSlowServerHoldsUpOnlyItsOwnMailbox() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            slowPort = silent.getLocalPort();
            UUID stuck = put("slow", Recipients.to(MailAddress.of(ANN)), "Hello");
            start();
            Socket held = silent.accept();
            UUID other = put(Recipients.to(MailAddress.of(ANN)), "Hello");
            start();
            becomes(other, state(State.SENT));
            assertThat(outbox.get(stuck)).map(Delivery::attempts).contains(0);
            held.close();
        }
    }

    @Test
    void aCutAfterTheAnswerChangesNothing() throws IOException {
        server.script(Map.of(AFTERWARDS, CUT));
        UUID mail = put(Recipients.to(MailAddress.of(ANN)), "Hello");
        start();
        Predicate<Delivery> over = state(State.SENDING).or(tried(0)).negate();
        assertThat(becomes(mail, over).state()).isEqualTo(State.SENT);
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void whatAMailboxHoldsThatIsNotConfiguredAnyMoreIsRefused() throws IOException {
        UUID mail = put("former", Recipients.to(MailAddress.of(ANN)), "Hello");
        start();
        assertThat(becomes(mail, state(State.FAILED)).error()).contains("Mailbox former is not configured any more.");
        assertThat(notices).hasSize(1);
    }
}
