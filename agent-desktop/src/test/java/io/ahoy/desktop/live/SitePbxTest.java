package io.ahoy.desktop.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The callers and phones at a real Asterisk, with nobody to answer its AGI: even so there is music. */
class SitePbxTest {

    @Test
    void callersHearMusicAndPhonesRegister() throws Exception {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target", "sipp").toAbsolutePath()), "site");
        Path templates = Path.of(System.getProperty("ahoy.top", "..")).resolve("config/asterisk");
        try (SitePbx pbx = SitePbx.start(folder.resolve("p"), templates, FreePorts.tcp(), List.of("2001"));
                SippPhones phones = SippPhones.register(
                        folder.resolve("phones"),
                        pbx.sipPort(),
                        Map.of("2001", SitePbx.PHONE_SECRET),
                        PhoneManner.neverAnswers());
                SippCallers callers = SippCallers.call(
                        folder.resolve("callers"), pbx.sipPort(), "500", SippCallers.numbers("+49308110", 3), 5)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(callers.all())
                            .allSatisfy(
                                    caller -> assertThat(caller.ear().hears()).isEqualTo(Ear.MUSIC)));
            assertThat(phones.calls()).isEmpty();
            callers.get(0).ear().press('5');
            callers.hangUpAll();
            await().untilAsserted(() -> assertThat(callers.onTheLine()).isZero());
        }
    }
}
