package io.ahoy.router.channel.email;

import static org.awaitility.Awaitility.await;

import io.ahoy.config.Mailbox;
import io.ahoy.config.Mailbox.Afterwards;
import io.ahoy.config.Mailbox.Protocol;
import io.ahoy.config.Mailbox.Security;
import io.ahoy.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's Dovecot on loopback in a folder of its own: IMAP and POP3 over TLS, under a certificate that only this folder knows. As root
 * its mailboxes are nobody's, for Dovecot serves no mail as root.
 */
public final class Dovecot implements AutoCloseable {
    public static final String PASSWORD = "a-word";

    private static final Path PROGRAM = Path.of("/usr/sbin/dovecot");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    private final Path folder;
    private final int imapPort;
    private final int popPort;
    private final Process process;

    private Dovecot(Path folder, int imapPort, int popPort, Process process) {
        this.folder = folder;
        this.imapPort = imapPort;
        this.popPort = popPort;
        this.process = process;
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** @param quotaMegabytes of each mailbox */
    public static Dovecot start(int quotaMegabytes) throws IOException, InterruptedException {
        // Not below the project: its sockets' paths must be short, and nobody must be let in.
        Path folder = Files.createTempDirectory("ahoy-dovecot");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path mail = Files.createDirectory(folder.resolve("mail"));
        if (ROOT) {
            UserPrincipalLookupService users = folder.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(mail, users.lookupPrincipalByName("nobody"));
        }
        certify(folder);
        int imapPort = freePort();
        int popPort = freePort();
        Files.writeString(folder.resolve("dovecot.conf"), settings(folder, imapPort, popPort, quotaMegabytes));
        Process process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-F",
                        "-c",
                        folder.resolve("dovecot.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        Dovecot dovecot = new Dovecot(folder, imapPort, popPort, process);
        await().atMost(LIMIT).until(() -> isListening(imapPort) && isListening(popPort));
        return dovecot;
    }

    public int imapPort() {
        return imapPort;
    }

    /** Where its certificate, its key and its mailboxes lie. */
    Path folder() {
        return folder;
    }

    public Path certificate() {
        return folder.resolve("cert.pem");
    }

    /** Of the user of this name. */
    public Mailbox mailbox(
            String name, Protocol protocol, int port, Afterwards afterwards, Optional<Path> certificate) {
        Mailbox sample = SampleMailbox.named(name);
        return new Mailbox(
                name,
                sample.address(),
                "",
                "mail",
                Optional.empty(),
                new Mailbox.Receiving(
                        protocol,
                        "127.0.0.1",
                        port,
                        Security.TLS,
                        new Mailbox.Account.Password(name, new Secret(PASSWORD)),
                        "INBOX",
                        afterwards,
                        Duration.ofMillis(200),
                        certificate),
                sample.sending());
    }

    public Mailbox imap(String name, Afterwards afterwards) {
        return mailbox(name, Protocol.IMAP, imapPort, afterwards, Optional.of(certificate()));
    }

    public Mailbox pop(String name, Afterwards afterwards) {
        return mailbox(name, Protocol.POP3, popPort, afterwards, Optional.of(certificate()));
    }

    /** Puts mails into somebody's mailbox as a delivery does: whole, or not at all. The mailbox must have been opened once. */
    public void deliver(String name, List<byte[]> mails) throws IOException {
        Path box = folder.resolve("mail").resolve(name);
        for (int i = 0; i < mails.size(); i++) {
            String file = "%d.M%06dP%d.ahoy".formatted(System.currentTimeMillis() / 1000, i, System.nanoTime());
            Path coming = Files.write(box.resolve("tmp").resolve(file), mails.get(i));
            if (ROOT) {
                Files.setOwner(coming, Files.getOwner(box));
            }
            Files.move(coming, box.resolve("new").resolve(file));
        }
    }

    private static String settings(Path folder, int imapPort, int popPort, int quotaMegabytes) {
        String internal = ROOT ? "nobody" : System.getProperty("user.name");
        return """
                base_dir = %1$s/run
                state_dir = %1$s/state
                log_path = %1$s/dovecot.log
                protocols = imap pop3
                listen = 127.0.0.1
                ssl = required
                ssl_cert = <%1$s/cert.pem
                ssl_key = <%1$s/key.pem
                default_internal_user = %2$s
                default_internal_group = %4$s
                default_login_user = %2$s
                first_valid_uid = 1
                first_valid_gid = 1
                mail_location = maildir:%1$s/mail/%%u
                mail_max_userip_connections = 50
                passdb {
                  driver = static
                  args = password=%3$s
                }
                userdb {
                  driver = static
                  args = uid=%2$s gid=%4$s home=%1$s/mail/%%u
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = 0
                  }
                  inet_listener imaps {
                    port = %5$d
                    ssl = yes
                  }
                }
                service pop3-login {
                  chroot =
                  inet_listener pop3 {
                    port = 0
                  }
                  inet_listener pop3s {
                    port = %6$d
                    ssl = yes
                  }
                }
                service anvil {
                  chroot =
                }
                mail_plugins = quota
                plugin {
                  quota = maildir:all
                  quota_rule = *:storage=%7$dM
                }
                """.formatted(folder, internal, PASSWORD, group(internal), imapPort, popPort, quotaMegabytes);
    }

    private static String group(String user) {
        if (ROOT) {
            return "nogroup";
        }
        return output("id", "-gn", user);
    }

    private static void certify(Path folder) {
        output(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                folder.resolve("cert.pem").toString());
    }

    static String output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " fails: " + said);
            }
            return said;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static boolean isListening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
