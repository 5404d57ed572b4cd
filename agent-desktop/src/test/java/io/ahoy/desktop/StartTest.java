package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.crm.store.EmbeddedMariaDb;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process: what it says, how it ends. */
class StartTest {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final List<Process> processes = new ArrayList<>();
    private final Path folder = Path.of("target", "start").toAbsolutePath();
    private final Path file = folder.resolve("ahoy.yaml");
    private Path data = folder.resolve("data");

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(folder);
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process process : processes) {
            process.destroy();
            process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void misspeltKeysAndWrongTypesAreAllToldAtOnce() throws Exception {
        Ended ended = fails("""
                web:
                  prot: 8080
                  secureCookies: perhaps
                """);
        assertThat(ended.said())
                .contains("ahoy.yaml:2")
                .contains("web.port")
                .contains("ahoy.yaml:3")
                .contains("web.secureCookies");
    }

    @Test
    void aTakenPortIsNamedWithItsKeyAndLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ended ended = fails("web:\n  port: " + taken.getLocalPort() + "\n");
            assertThat(ended.said())
                    .contains("web.port " + taken.getLocalPort())
                    .contains("ahoy.yaml:2")
                    .contains("AHOY_WEB_PORT")
                    .contains("another program uses it");
        }
    }

    @Test
    void anUnreachableDatabaseIsNamedWithItsKeyAndLine() throws Exception {
        Ended ended = fails("""
                web: {port: 0}
                database:
                  url: jdbc:mariadb://127.0.0.1:1/ahoy
                  password: very-secret
                """);
        assertThat(ended.said())
                .contains("database.url jdbc:mariadb://127.0.0.1:1/ahoy")
                .contains("ahoy.yaml:3")
                .contains("Connection refused")
                .containsOnlyOnce("127.0.0.1:1")
                .doesNotContain("very-secret");
    }

    @Test
    void contradictionsAreToldTogetherWithWrongValues() throws Exception {
        Ended ended = fails("""
                web: {port: many}
                database:
                  password: very-secret
                voice:
                  pbx: external
                """);
        assertThat(ended.said())
                .contains("ahoy.yaml:1: web.port")
                .contains("ahoy.yaml:3: database.password")
                .contains("ahoy.yaml:5: voice.pbx external")
                .doesNotContain("very-secret");
    }

    @Test
    void takenPortsAreAllToldBeforeAnythingIsStarted(@TempDir Path parent) throws Exception {
        data = parent.resolve("ahoy");
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (ServerSocket agi = new ServerSocket(0, 1, loopback);
                ServerSocket ami = new ServerSocket(0, 1, loopback);
                ServerSocket websocket = new ServerSocket(0, 1, loopback);
                DatagramSocket sip = new DatagramSocket(0, loopback)) {
            Ended ended = fails("""
                    web: {port: 0}
                    voice:
                      agi: {port: %d}
                      ami: {port: %d}
                      sip:
                        port: %d
                        websocketPort: %d
                    """.formatted(
                            agi.getLocalPort(), ami.getLocalPort(), sip.getLocalPort(), websocket.getLocalPort()));
            assertThat(ended.said())
                    .contains("voice.agi.port " + agi.getLocalPort() + " (" + file + ":3)")
                    .contains("voice.ami.port " + ami.getLocalPort() + " (" + file + ":4)")
                    .contains("voice.sip.port " + sip.getLocalPort() + " (" + file + ":6)")
                    .contains("voice.sip.websocketPort " + websocket.getLocalPort() + " (" + file + ":7)")
                    .contains("AHOY_VOICE_SIP_PORT");
        }
        assertThat(data.resolve("mariadb")).doesNotExist();
    }

    @Test
    void whatItKeepsIsItsOwnersOnly(@TempDir Path parent) throws Exception {
        data = parent.resolve("ahoy");
        fails("web: {port: 0}\ndatabase: {url: jdbc:mariadb://127.0.0.1:1/ahoy}\n");
        for (String kept : List.of("", "log", "run")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(kept))))
                    .as(kept)
                    .isEqualTo("rwx------");
        }
        assertThat(data.resolve("log/ahoy.log")).exists();
    }

    @Test
    void aDemoTeamKeptOnTheSitesOwnDatabaseIsNotIntroduced() throws Exception {
        EmbeddedMariaDb site = EmbeddedMariaDb.start(data.resolve("mariadb"), 0);
        try {
            Path out = folder.resolve("site.out");
            Process ahoy = start(
                    "web: {port: 0}\nvoice: {pbx: none}\ncentre: {demo: true}\ndatabase: {url: \""
                            + site.emptyUrl("ahoy_site") + "\", user: " + site.user() + ", password: " + site.password()
                            + "}\n",
                    out);
            await().atMost(LIMIT)
                    .until(() -> !ahoy.isAlive() || Files.readString(out).contains("Ctrl-C"));
            assertThat(Files.readString(out)).contains("Agent desktop").doesNotContain("password");
            ahoy.destroy();
            assertThat(ahoy.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            site.stop();
        }
    }

    @Test
    void anUnreachableAsteriskIsNamedWithItsKeyAndLine() throws Exception {
        Ended ended = fails("""
                web: {port: 0}
                voice:
                  pbx: external
                  websocketUrl: wss://pbx.example/ws
                  ami:
                    port: 1
                    secret: very-secret
                """);
        assertThat(ended.said())
                .contains("voice.ami.port 1")
                .contains("ahoy.yaml:6")
                .doesNotContain("very-secret");
    }

    @Test
    void runsWithoutVoice_tellsWhere_refusesASecondOne_andStops() throws Exception {
        // A port that both want: that it is taken is not the point.
        int port = freePort();
        String settings = "web: {port: " + port + "}\nvoice: {pbx: none}\n";
        Path out = folder.resolve("first.out");
        Process first = start(settings, out);
        await().atMost(LIMIT)
                .until(() -> !first.isAlive() || Files.readString(out).contains("Ctrl-C"));
        assertThat(Files.readString(out))
                .contains("Agent desktop     http://127.0.0.1:")
                .contains("anna")
                .contains("WITHOUT VOICE")
                .contains("voice.pbx none (" + file + ":2)");
        Path instance = data.resolve("run/instance.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(instance)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(instance)).contains("\"pid\" : " + first.pid());

        Ended second = fails(settings);
        assertThat(second.said())
                .contains("Another Ahoy is already running here (pid " + first.pid() + ", address http://127.0.0.1:");
        assertThat(first.isAlive()).isTrue();

        ProcessHandle mariaDb = ProcessHandle.of(Long.parseLong(
                        Files.readString(data.resolve("mariadb/mariadb.pid")).strip()))
                .orElseThrow();
        first.destroy();
        assertThat(first.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        await().until(() -> !mariaDb.isAlive());
        assertThat(instance).doesNotExist();
        assertThat(Files.readString(out))
                .containsSubsequence("Stopping ...\n", "Stopped.\n")
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private record Ended(int code, String said) {}

    private Ended fails(String settings) throws IOException, InterruptedException {
        Path out = folder.resolve("failing.out");
        Process process = start(settings, out);
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        Ended ended = new Ended(process.exitValue(), Files.readString(out));
        assertThat(ended.code()).as(ended.said()).isEqualTo(1);
        assertThat(ended.said())
                .contains("Ahoy does not start")
                .doesNotContain("Stopp")
                .doesNotContain("Exception:")
                .doesNotContain("\tat ");
        return ended;
    }

    private Process start(String settings, Path out) throws IOException {
        Files.writeString(file, settings);
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "")));
        command.addAll(List.of("io.ahoy.desktop.Main", "run", "--config", file.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        Map<String, String> environment = new TreeMap<>();
        environment.put("AHOY_DATA", data.toString());
        environment.put(
                "AHOY_HOME",
                System.getProperty("ahoy.top", Path.of("..").toAbsolutePath().toString()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("AHOY_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        processes.add(process);
        return process;
    }
}
