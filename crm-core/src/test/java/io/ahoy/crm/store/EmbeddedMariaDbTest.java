package io.ahoy.crm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One daemon goes through its life, from the first unpacking to the last stop, in the order of the methods. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedMariaDbTest {
    private static final Path FOLDER = Path.of("target", "mariadb life with spaces");

    private static EmbeddedMariaDb server;

    @BeforeAll
    static void startsInAnEmptyFolder() throws IOException {
        if (Files.exists(FOLDER)) {
            try (var files = Files.walk(FOLDER)) {
                files.sorted(Comparator.reverseOrder())
                        .map(Path::toFile)
                        .forEach(file -> assertThat(file.delete()).isTrue());
            }
        }
        // What killed starts leave half done is in nobody's way.
        Files.createDirectories(FOLDER.resolve("data.new").resolve("mysql"));
        Files.createDirectories(FOLDER.resolve("program.new").resolve("bin"));
        server = EmbeddedMariaDb.start(FOLDER, 0);
    }

    @AfterAll
    static void stops() {
        server.stop();
    }

    @Test
    @Order(1)
    void isSetUpAsAhoyNeedsIt() throws SQLException {
        assertThat(ask("SELECT CONCAT_WS(' ', @@time_zone, @@character_set_server, @@innodb_flush_log_at_trx_commit)"))
                .isEqualTo("+00:00 utf8mb4 1");
        assertThat(ask("SELECT @@bind_address")).isEqualTo("127.0.0.1");
        assertThat(ask("SELECT CURRENT_USER()")).isEqualTo("ahoy@127.0.0.1");
    }

    @Test
    @Order(2)
    void letsNobodyElseIn() throws IOException {
        assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "root", ""))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(server.url(), server.user(), "wrong"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> ask("SELECT COUNT(*) FROM mysql.global_priv")).isInstanceOf(SQLException.class);
        assertThat(Files.getPosixFilePermissions(FOLDER.resolve("access.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(FOLDER.resolve("account.sql")).doesNotExist();
        assertThat(Files.readString(FOLDER.resolve("mariadb.log"))).doesNotContain(server.password());
    }

    @Test
    @Order(3)
    void runsInASessionOfItsOwnSoThatCtrlCDoesNotReachIt() throws IOException {
        // Fields of proc(5) stat after the name in parentheses: state, parent, process group, session.
        String stat = Files.readString(Path.of("/proc", Long.toString(server.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        assertThat(fields[3]).isEqualTo(Long.toString(server.pid()));
    }

    @Test
    @Order(4)
    void takesOverTheDaemonOfAJvmThatDied() throws SQLException {
        EmbeddedMariaDb second = EmbeddedMariaDb.start(FOLDER, 0);
        assertThat(second.pid()).isEqualTo(server.pid());
        assertThat(second.port()).isEqualTo(server.port());
        assertThat(second.password()).isEqualTo(server.password());
        assertThat(second.ensureUp()).isFalse();
    }

    @Test
    @Order(5)
    void restartsADaemonThatWasKilledWithWhatItHeld() throws SQLException {
        run("CREATE TABLE kept (n INT)");
        run("INSERT INTO kept VALUES (7)");
        int port = server.port();
        long killed = server.pid();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(20)).until(server::ensureUp);
        assertThat(server.pid()).isNotEqualTo(killed);
        assertThat(server.port()).isEqualTo(port);
        assertThat(ask("SELECT n FROM kept")).isEqualTo("7");
    }

    @Test
    @Order(6)
    void staysStoppedAndStartsAgainOnTheSamePort() throws SQLException {
        int port = server.port();
        server.stop();
        assertThat(server.ensureUp()).isFalse();
        assertThat(ProcessHandle.of(server.pid())).isEmpty();
        server = EmbeddedMariaDb.start(FOLDER, 0);
        assertThat(server.port()).isEqualTo(port);
        assertThat(ask("SELECT n FROM kept")).isEqualTo("7");
    }

    @Test
    @Order(7)
    void takesAnotherPortWhenTheOldOneIsTakenAndAnyWillDo() throws IOException {
        int before = server.port();
        server.stop();
        try (ServerSocket other = new ServerSocket(before, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(other.isBound()).isTrue();
            server = EmbeddedMariaDb.start(FOLDER, 0);
            assertThat(server.port()).isNotEqualTo(before);
        }
    }

    @Test
    @Order(8)
    void saysWhenTheWantedPortIsTaken() throws IOException {
        server.stop();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedMariaDb.start(FOLDER, other.getLocalPort()))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("Port " + other.getLocalPort())
                    .hasMessageContaining("taken by another program");
        }
        server = EmbeddedMariaDb.start(FOLDER, 0);
    }

    @Test
    @Order(9)
    void ignoresAStalePidFile() throws IOException {
        server.stop();
        Files.writeString(
                FOLDER.resolve("mariadb.pid"),
                Long.toString(ProcessHandle.current().pid()));
        server = EmbeddedMariaDb.start(FOLDER, 0);
        assertThat(server.pid()).isNotEqualTo(ProcessHandle.current().pid());
    }

    @Test
    @Order(10)
    void tellsWhatTheLogSaysWhenTheDaemonEndsWhileStarting() throws IOException {
        server.stop();
        Path system = FOLDER.resolve("data").resolve("ibdata1");
        Path aside = FOLDER.resolve("ibdata1.aside");
        Files.move(system, aside);
        Files.createDirectory(system);

        assertThatThrownBy(() -> EmbeddedMariaDb.start(FOLDER, 0))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("ended while starting")
                .hasMessageContaining("InnoDB");
        Files.delete(system);
        Files.move(aside, system);
        server = EmbeddedMariaDb.start(FOLDER, 0);
    }

    @Test
    @Order(11)
    void startsANewOneWhenTheOldOneIsJustEnding() {
        ProcessHandle.of(server.pid()).orElseThrow().destroy();
        server = EmbeddedMariaDb.start(FOLDER, 0);
        // It may have answered a last time before it went; then it is for the watchdog.
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            server.ensureUp();
            return ask("SELECT n FROM kept").equals("7");
        });
    }

    @Test
    void saysWhenTheFolderCannotBeUsed() throws IOException {
        Path file = Files.writeString(Path.of("target", "a file"), "");
        assertThatThrownBy(() -> EmbeddedMariaDb.start(file.resolve("db"), 0))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("a file")
                .hasMessageContaining("data folder");
    }

    @Test
    void namesTheDebianPackagesOfMissingLibraries() {
        assertThat(MariaDbProgram.packagesMissing("""
                        \tlinux-vdso.so.1 (0x00007f19861c6000)
                        \tlibcrypt.so.1 => /lib/x86_64-linux-gnu/libcrypt.so.1 (0x00007f1986177000)
                        \tlibsystemd.so.0 => not found
                        \tlibzstd.so.1 => not found
                        \tlibodd.so.7 => not found
                        """)).containsExactly("libodd.so.7", "libsystemd0", "libzstd1");
    }

    @Test
    void makesOnlySchemasThatAreAhoys() {
        assertThatThrownBy(() -> server.url("ahoy`; DROP DATABASE ahoy")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> server.url("mysql")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesNothingHalfDoneBehind() {
        assertThat(FOLDER.resolve("data.new")).doesNotExist();
        assertThat(FOLDER.resolve("program.new")).doesNotExist();
    }

    private static String ask(String question) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void run(String command) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
