package io.ahoy.desktop.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The callers and phones of the other tests, tried on each other. */
class SippFixtureTest {
    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws Exception {
        folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "sipp").toAbsolutePath()), "fixture");
    }

    @Test
    void whoTalksIsHeardByName() {
        try (SippPhones phones = phones(PhoneManner.answersAfter(Duration.ofMillis(50)), "1001");
                SippCallers callers = callers(phones, "+4930111", 1)) {
            await().untilAsserted(() -> assertThat(phones.talking()).isEqualTo(1));
            SippCallers.Caller caller = callers.get(0);
            caller.ear().speakTo(phones.ear("1001").port());

            await().untilAsserted(() -> assertThat(phones.ear("1001").hears()).isEqualTo("+493011100"));
            await().untilAsserted(() -> assertThat(caller.ear().hears()).isEqualTo("1001"));
            PhoneCall call = phones.calls("1001").getFirst();
            assertThat(call.from()).isEqualTo("+493011100");
            assertThat(call.answeredAt())
                    .hasValueSatisfying(at -> assertThat(at).isAfter(call.invitedAt()));
        }
    }

    @Test
    void callersComeInOrderAndHangUpWhenTold() {
        try (SippPhones phones = phones(PhoneManner.answersAfter(Duration.ZERO), "1001");
                SippCallers callers = callers(phones, "+4930222", 12)) {
            await().untilAsserted(() -> assertThat(callers.onTheLine()).isEqualTo(12));
            assertThat(phones.calls()).extracting(PhoneCall::from).containsExactlyElementsOf(numbersOf(callers));

            callers.get(11).hangUp();
            await().until(() -> callers.get(11).endedAt().isPresent());
            assertThat(callers.onTheLine()).isEqualTo(11);
            assertThat(callers.get(11).wasHungUpOn()).isFalse();

            callers.hangUpAll();
            await().untilAsserted(() -> assertThat(callers.onTheLine()).isZero());
        }
    }

    @Test
    void phonesHangUpWhenToldOrAfterTheirTalk() {
        try (SippPhones told = phones(PhoneManner.answersAfter(Duration.ZERO), "1001");
                SippCallers callers = callers(told, "+4930333", 1)) {
            await().until(() -> callers.get(0).isOnTheLine());
            await().until(() -> told.talking("1001").isPresent());
            told.hangUp("1001");
            await().until(() -> callers.get(0).wasHungUpOn());
        }
        PhoneManner brief = PhoneManner.answersAndTalks(Duration.ZERO, Duration.ofMillis(300));
        try (SippPhones phones = phones(brief, "1001");
                SippCallers callers = callers(phones, "+4930666", 1)) {
            await().until(() -> callers.get(0).wasHungUpOn());
        }
    }

    @Test
    void phonesRefuse() {
        try (SippPhones busy = phones(PhoneManner.busy(), "1001");
                SippPhones unwilling = phones(PhoneManner.declines(), "1001");
                SippCallers first = callers(busy, "+4930444", 1);
                SippCallers second = callers(unwilling, "+4930555", 1)) {
            await().untilAsserted(() -> assertThat(first.get(0).refusedWith()).hasValue(486));
            await().untilAsserted(() -> assertThat(second.get(0).refusedWith()).hasValue(603));
            await().until(() -> busy.calls().getFirst().endedAt().isPresent());
        }
    }

    private SippPhones phones(PhoneManner manner, String extension) {
        Path own = folder.resolve(manner.toString().replaceAll("\\W+", "-"));
        return SippPhones.register(own, SippPhones.NO_REGISTRAR, Map.of(extension, "secret"), manner);
    }

    private SippCallers callers(SippPhones phones, String prefix, int count) {
        List<String> numbers = SippCallers.numbers(prefix, count);
        return SippCallers.call(folder.resolve("callers" + prefix), phones.port(), "1001", numbers, 20);
    }

    private static List<String> numbersOf(SippCallers callers) {
        return callers.all().stream().map(SippCallers.Caller::number).toList();
    }
}
