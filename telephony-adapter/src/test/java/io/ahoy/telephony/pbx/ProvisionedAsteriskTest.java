package io.ahoy.telephony.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Against a real Asterisk. */
class ProvisionedAsteriskTest {
    private static final Phone ANNA = new Phone("1001", "secret-of-1001", "web-secret-of-1001");
    private static final Phone BO = new Phone("1002", "secret-of-1002", "web-secret-of-1002");

    private final List<ProvisionedAsterisk> started = new ArrayList<>();
    private PbxSettings settings;

    @BeforeEach
    void settings(TestInfo test) {
        settings = TestPbx.settings(
                TestPbx.folder(test.getTestMethod().orElseThrow().getName()));
    }

    @AfterEach
    void stopAll() {
        started.forEach(ProvisionedAsterisk::stop);
    }

    @Test
    void startsReadyForCallsAndStops() throws IOException {
        ProvisionedAsterisk asterisk = start(settings, ANNA);

        assertThat(asterisk.isUp()).isTrue();
        assertThat(greetingOf(asterisk)).startsWith("Asterisk Call Manager");
        assertThat(console("pjsip show endpoint 1001-web")).contains("webrtc", "ahoy-phones");
        assertThat(logged("ERROR")).isEmpty();

        asterisk.stop();
        assertThat(asterisk.isUp()).isFalse();
        assertThat(ProcessHandle.of(asterisk.pid()).filter(ProcessHandle::isAlive))
                .isEmpty();
        asterisk.stop();
    }

    @Test
    void keepsItsSecretsToItself() throws IOException {
        start(settings, ANNA);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void takesOverTheAsteriskOfAnAhoyThatDied() {
        ProvisionedAsterisk first = start(settings, ANNA);

        ProvisionedAsterisk second = start(settings, ANNA, BO);

        assertThat(second.pid()).isEqualTo(first.pid());
        assertThat(second.amiPort()).isEqualTo(first.amiPort());
        assertThat(second.sipPort()).isEqualTo(first.sipPort());
        assertThat(second.amiSecret()).isEqualTo(first.amiSecret());
        assertThat(console("pjsip show endpoint 1002")).contains("ahoy-phones");
    }

    @Test
    void startsAnewWhenTheSettingsHaveChanged() {
        ProvisionedAsterisk first = start(settings, ANNA);

        ProvisionedAsterisk second = start(settings.withBench(), ANNA);

        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(console("queue show bench")).contains("PJSIP/1001");
    }

    @Test
    void loadsNoQueueOfAsterisksOwnUnlessAsked() {
        start(settings, ANNA);

        assertThat(console("queue show bench")).contains("No such command");
    }

    @Test
    void reloadsThePhones() {
        ProvisionedAsterisk asterisk = start(settings, ANNA);

        asterisk.reloadPhones(List.of(BO));

        assertThat(console("pjsip show endpoint 1002-web")).contains("ahoy-phones");
        assertThat(console("dialplan show 1002@ahoy-phones")).contains("PJSIP/1002-web");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> console("pjsip show endpoint 1001").contains("Unable to find object"));
        assertThat(asterisk.isUp()).isTrue();
    }

    @Test
    void comesBackAfterAsteriskDied() throws IOException {
        ProvisionedAsterisk asterisk = start(settings, ANNA);
        long dead = asterisk.pid();
        ProcessHandle.of(dead).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !asterisk.isUp());

        asterisk.ensureUp();

        assertThat(asterisk.isUp()).isTrue();
        assertThat(asterisk.pid()).isNotEqualTo(dead);
        assertThat(greetingOf(asterisk)).startsWith("Asterisk Call Manager");
        long alive = asterisk.pid();
        asterisk.ensureUp();
        assertThat(asterisk.pid()).isEqualTo(alive);
    }

    @Test
    void staysDownOnceStopped() {
        ProvisionedAsterisk asterisk = start(settings, ANNA);
        asterisk.stop();

        asterisk.ensureUp();

        assertThat(asterisk.isUp()).isFalse();
    }

    @Test
    void namesTheTakenPortAndItsSetting() throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (DatagramSocket sip = new DatagramSocket(0, loopback);
                ServerSocket other = new ServerSocket(0, 1, loopback)) {
            assertThatThrownBy(() -> start(settings.withPorts(sip.getLocalPort(), 0, 0), ANNA))
                    .isInstanceOf(PbxUnusable.class)
                    .hasMessageContaining("UDP port " + sip.getLocalPort())
                    .hasMessageContaining("voice.sip.port");
            assertThatThrownBy(() -> start(settings.withPorts(0, other.getLocalPort(), 0), ANNA))
                    .isInstanceOf(PbxUnusable.class)
                    .hasMessageContaining("TCP port " + other.getLocalPort())
                    .hasMessageContaining("voice.sip.websocketPort");
            assertThatThrownBy(() -> start(settings.withPorts(0, 0, other.getLocalPort()), ANNA))
                    .isInstanceOf(PbxUnusable.class)
                    .hasMessageContaining("voice.ami.port");
        }
    }

    @Test
    void saysThatAPathIsTooLongForASocket() {
        Path deep = TestPbx.folder("a".repeat(100));

        assertThatThrownBy(() -> start(TestPbx.settings(deep), ANNA))
                .isInstanceOf(PbxUnusable.class)
                .hasMessageContaining("107 bytes");
    }

    @Test
    void saysWhereItLookedForAsterisk() {
        PbxSettings nowhere = PbxSettings.onLoopback(
                new AsteriskHome(TestPbx.folder("nowhere")), settings.folder(), TestPbx.TEMPLATES, 1);

        assertThatThrownBy(() -> start(nowhere, ANNA))
                .isInstanceOf(PbxUnusable.class)
                .hasMessageContaining(TestPbx.folder("nowhere").toString());
    }

    private ProvisionedAsterisk start(PbxSettings settings, Phone... phones) {
        ProvisionedAsterisk asterisk = ProvisionedAsterisk.start(settings, List.of(phones));
        started.add(asterisk);
        return asterisk;
    }

    private String console(String command) {
        return new AsteriskProcess(settings.home(), new RunFolder(settings.folder())).ask(command);
    }

    private List<String> logged(String level) throws IOException {
        try (var lines = Files.lines(settings.folder().resolve("log/messages.log"))) {
            return lines.filter(line -> line.contains(level)).toList();
        }
    }

    private static String greetingOf(ProvisionedAsterisk asterisk) throws IOException {
        try (Socket ami = new Socket(asterisk.amiHost(), asterisk.amiPort());
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(ami.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.readLine();
        }
    }
}
