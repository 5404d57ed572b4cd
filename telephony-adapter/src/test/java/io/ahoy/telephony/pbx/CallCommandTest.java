package io.ahoy.telephony.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./ahoy call} into a real Asterisk without an Ahoy: callers wait in the line all the same. */
class CallCommandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final PbxSettings SETTINGS = TestPbx.settings(TestPbx.folder("callCommand"));
    private static ProvisionedAsterisk asterisk;

    @BeforeAll
    static void start() {
        asterisk = ProvisionedAsterisk.start(SETTINGS, List.of());
    }

    @AfterAll
    static void stop() {
        asterisk.stop();
    }

    @Test
    void callersWaitWithMusicAndHangUpWhenTheirTimeIsOver() throws Exception {
        Process call = call("--number", "+493012345671", "--times", "2", "--rate", "2", "--seconds", "4");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(channels())
                        .contains("+493012345671", "+493012345672")
                        .containsPattern("ahoy-wait.*WaitExten"));

        assertThat(outputOf(call)).contains("2 of 2 calls went through, 0 failed");
        assertThat(call.exitValue()).isZero();
        await().atMost(PATIENCE).until(() -> !channels().contains("PJSIP"));
    }

    @Test
    void callersHangUpWhenTheCommandIsInterrupted() throws Exception {
        Process call = call("--number", "+493012345680");
        await().atMost(PATIENCE).until(() -> channels().contains("ahoy-wait"));

        // Not Process.destroy(), which closes the output as well.
        call.toHandle().destroy();

        assertThat(outputOf(call)).contains("Hung up.");
        await().atMost(PATIENCE).until(() -> !channels().contains("PJSIP"));
    }

    @ParameterizedTest
    @CsvSource({
        "--number,12;34",
        "--number,'+49\"><script>'",
        "--name,'a<b'",
        "--to,'500@elsewhere'",
        "--times,0",
        "--rate,'1; id'",
        "--keys,1a",
        "--sip,'127.0.0.1:5060 -trace_msg'",
        "--numbr,1"
    })
    void refusesWhatIsNotAnOption(String option, String value) throws Exception {
        Process call = call(option, value);

        assertThat(outputOf(call)).contains(option, "usage: ./ahoy call");
        assertThat(call.exitValue()).isEqualTo(2);
    }

    private static Process call(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(TestPbx.TOP.resolve("ahoy").toString(), "call"));
        if (!List.of(arguments).contains("--sip")) {
            command.addAll(List.of("--sip", "127.0.0.1:" + asterisk.sipPort()));
        }
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String outputOf(Process call) throws IOException, InterruptedException {
        String output = new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(call.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static String channels() {
        return new AsteriskProcess(SETTINGS.home(), new RunFolder(SETTINGS.folder())).ask("core show channels concise");
    }
}
