package io.ahoy.telephony.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.Overflow;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.QueueRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ways out of a queue that lead to no agent, with the real Asterisk. */
class OverflowLiveTest {
    private static final Path PROMPTS = LiveCentre.TEMPLATES.resolve("sounds/en/ahoy");
    private static final Path BOXES = Path.of("target", "pbx-overflow", "data", "spool", "ahoy-voicemail");
    private static final int WAV_HEADER = 44;
    private static final int TWO_SECONDS = 2 * 16_000;

    private static LiveCentre centre;

    @BeforeAll
    static void start() throws Exception {
        centre = new LiveCentre("overflow");
        eventually(() -> centre.voice.control().isUp());
        centre.router
                .submit(new Input.QueuesChanged(List.of(
                        waitedOver(LiveCentre.SALES, new Overflow.SendAway("closed")),
                        waitedOver(LiveCentre.SUPPORT, new Overflow.Voicemail("support")))))
                .join();
    }

    @AfterAll
    static void stop() {
        centre.close();
    }

    @Test
    void hearsTheMessageAndIsHungUp() throws Exception {
        try (SipPeer caller = centre.caller("+493012345678", 0x11)) {
            caller.call("501", "Ann");
            eventually(() -> caller.leg().isUp());
            eventually(() -> caller.leg().isOver());
            assertThat(caller.leg().sound.heardOf(prompt("closed"))).isTrue();
            assertThat(causes()).contains(EndCause.SENT_AWAY).doesNotContain(EndCause.ABANDONED);
        }
    }

    @Test
    void leavesAMessageThatIsKept() throws Exception {
        try (SipPeer caller = centre.caller("+493012345679", 0x11)) {
            caller.call("500", "Ann");
            eventually(() -> causes().contains(EndCause.VOICEMAIL));
            Path message = BOXES.resolve("support").resolve(lastClosed() + ".wav");
            eventually(() -> Files.exists(message) && Files.size(message) > TWO_SECONDS);
            assertThat(caller.leg().sound.heardOf(prompt("voicemail"))).isTrue();
            caller.hangUp(caller.leg());
            byte[] kept = Files.readAllBytes(message);
            long loud = IntStream.range(WAV_HEADER, kept.length)
                    .filter(i -> kept[i] != 0)
                    .count();
            assertThat(loud).isGreaterThan(TWO_SECONDS / 2);
        }
    }

    private static byte[] prompt(String name) throws Exception {
        return Files.readAllBytes(PROMPTS.resolve(name + ".ulaw"));
    }

    private static List<EndCause> causes() {
        return centre.heard.all(Output.InteractionChanged.class).stream()
                .flatMap(changed -> changed.interaction().cause().stream())
                .toList();
    }

    private static InteractionId lastClosed() {
        return centre.heard.all(Output.InteractionChanged.class).stream()
                .map(Output.InteractionChanged::interaction)
                .filter(view -> view.cause().filter(EndCause.VOICEMAIL::equals).isPresent())
                .reduce((first, second) -> second)
                .orElseThrow()
                .id();
    }

    private static QueueRule waitedOver(QueueId queue, Overflow.Action action) {
        return LiveCentre.rule(queue).with(List.of(new Overflow(new Overflow.Waited(Duration.ofSeconds(1)), action)));
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
