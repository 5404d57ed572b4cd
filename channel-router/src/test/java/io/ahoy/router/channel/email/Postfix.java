package io.ahoy.router.channel.email;

import static org.awaitility.Awaitility.await;

import io.ahoy.config.Mailbox;
import io.ahoy.config.Mailbox.Afterwards;
import io.ahoy.config.Mailbox.Security;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Debian's Postfix on loopback in a folder of its own, with STARTTLS; what it delivers lies in the mailboxes of a {@link Dovecot}. It
 * delivers to shop.example and mail.example; of everything else it says only later that it cannot. It runs as root alone.
 */
public final class Postfix implements AutoCloseable {
    /** Larger mails it refuses. */
    public static final int SIZE_MAX = 1 << 20;

    /** Refused at once and for good. */
    public static final String UNKNOWN = "nobody@shop.example";

    /** Refused for now. */
    public static final String LATER = "later@shop.example";

    /** Taken, and reported back. */
    public static final String GONE = "gone@elsewhere.example";

    private static final Path PROGRAM = Path.of("/usr/sbin/postfix");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path folder;
    private final int port;
    private final Dovecot dovecot;

    private Postfix(Path folder, int port, Dovecot dovecot) {
        this.folder = folder;
        this.port = port;
        this.dovecot = dovecot;
    }

    public static boolean isUsable() {
        return Files.isExecutable(PROGRAM) && System.getProperty("user.name").equals("root");
    }

    /** @param boxes by the names of the users of Dovecot, at both domains */
    public static Postfix start(Dovecot dovecot, List<String> boxes) throws IOException {
        Path folder = Files.createTempDirectory("ahoy-postfix");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path etc = Files.createDirectory(folder.resolve("etc"));
        Files.createDirectory(folder.resolve("queue"));
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setOwner(data, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix"));
        int port = Dovecot.freePort();
        Files.writeString(etc.resolve("main.cf"), settings(folder, dovecot.folder()));
        Files.writeString(etc.resolve("master.cf"), services(folder, port));
        StringBuilder map = new StringBuilder("later@shop.example later/\n");
        boxes.forEach(box -> map.append("%1$s@shop.example %1$s/\n%1$s@mail.example %1$s/\n".formatted(box)));
        Files.writeString(etc.resolve("boxes"), map.toString());
        Files.writeString(etc.resolve("recipients"), LATER + " 450 4.2.1 try again later\n");
        Files.writeString(etc.resolve("transport"), "elsewhere.example refuse:\n");
        // 67: there is no such user (sysexits.h).
        Files.writeString(etc.resolve("refuse"), "echo 5.1.1 there is nobody of this name\nexit 67\n");
        Dovecot.output(PROGRAM.toString(), "-c", etc.toString(), "start");
        await().atMost(LIMIT).until(() -> Dovecot.isListening(port));
        return new Postfix(folder, port, dovecot);
    }

    /** Received from Dovecot, sent by Postfix. */
    public Mailbox mailbox(String name) {
        Mailbox receiving = dovecot.imap(name, Afterwards.MARK);
        return new Mailbox(
                name,
                name + "@shop.example",
                "",
                "mail",
                Optional.empty(),
                receiving.receiving(),
                new Mailbox.Sending(
                        "127.0.0.1",
                        port,
                        Security.STARTTLS,
                        Optional.empty(),
                        true,
                        Optional.of(dovecot.certificate())));
    }

    private static String settings(Path folder, Path dovecot) {
        return """
                compatibility_level = 3.6
                queue_directory = %1$s/queue
                data_directory = %1$s/data
                maillog_file = %1$s/mail.log
                maillog_file_prefixes = /tmp
                command_directory = /usr/sbin
                daemon_directory = /usr/lib/postfix/sbin
                mail_owner = postfix
                setgid_group = postdrop
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                mynetworks = 127.0.0.0/8
                myhostname = mx.shop.example
                mydestination =
                alias_maps =
                smtp_dns_support_level = disabled
                virtual_mailbox_domains = shop.example, mail.example
                virtual_mailbox_maps = texthash:%1$s/etc/boxes
                virtual_mailbox_base = %2$s/mail
                virtual_uid_maps = static:65534
                virtual_gid_maps = static:65534
                virtual_minimum_uid = 1
                transport_maps = texthash:%1$s/etc/transport
                smtpd_recipient_restrictions = check_recipient_access texthash:%1$s/etc/recipients, permit_mynetworks, reject
                smtpd_tls_cert_file = %2$s/cert.pem
                smtpd_tls_key_file = %2$s/key.pem
                smtpd_tls_security_level = encrypt
                message_size_limit = %3$d
                virtual_mailbox_limit = 0
                """.formatted(folder, dovecot, SIZE_MAX);
    }

    private static String services(Path folder, int port) {
        return """
                %d inet n - n - - smtpd
                pickup unix n - n 60 1 pickup
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                tlsmgr unix - - n 1000? 1 tlsmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                flush unix n - n 1000? 0 flush
                proxymap unix - - n - - proxymap
                error unix - - n - - error
                retry unix - - n - - error
                virtual unix - n n - - virtual
                anvil unix - - n - 1 anvil
                refuse unix - n n - - pipe
                  flags=q user=nobody argv=/bin/sh %s/etc/refuse
                postlog unix-dgram n - n - 1 postlogd
                """.formatted(port, folder);
    }

    /** As its log tells it. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("mail.log"));
    }

    @Override
    public void close() throws IOException {
        Dovecot.output(PROGRAM.toString(), "-c", folder.resolve("etc").toString(), "stop");
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
