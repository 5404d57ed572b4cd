package io.ahoy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxesFileTest {
    private static final Map<String, String> VARIABLES =
            Map.of("SUPPORT_MAIL_PASSWORD", "one", "SUPPORT_SIGNING_PASSWORD", "two");

    @TempDir
    private Path folder;

    /** What people copy must work once they have taken the signs of comments away. */
    @Test
    void theExampleOfTheReferenceFileIsRead() throws Exception {
        Path pem = Files.writeString(folder.resolve("some.pem"), "");
        String reference = Files.readString(Path.of("mailboxes.yaml"))
                .replace("mailboxes: []", "mailboxes:")
                .replaceAll("(?m)^#(  |authorities)", "$1")
                .replaceAll("(?m)^( +)#(port: )", "$1$2")
                .replaceAll("/etc/ahoy/[a-z-]+\\.(pem|p12)", pem.toString());
        MailboxesFile.Content read = MailboxesFile.read(write(reference), VARIABLES);
        assertThat(read.authorities()).contains(pem);
        Mailbox support = read.mailboxes().getFirst();
        assertThat(support.address()).isEqualTo("support@shop.example");
        assertThat(support.authenticatedBy()).contains("mx.shop.example");
        assertThat(support.signing()).contains(new Mailbox.Signing(pem, new Secret("two")));
        assertThat(support.receiving().account())
                .isEqualTo(new Mailbox.Account.Password("support@shop.example", new Secret("one")));
        assertThat(support.receiving().certificate()).contains(pem);
        assertThat(support.sending().security()).isEqualTo(Mailbox.Security.STARTTLS);
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithItsLine() throws IOException {
        Path file = write("""
                mailboxes:
                  - name: Support
                    address: support
                    queue: mail
                    receive: {host: imap.shop.example, user: me, passwordFrom: NOBODY_SET_IT}
                    sign: {keys: nowhere.p12}
                authorities: nowhere.pem
                """);
        ConfigProblems problems = catchThrowableOfType(ConfigProblems.class, () -> MailboxesFile.read(file, Map.of()));
        assertThat(problems.lines())
                .anySatisfy(line -> assertThat(line).contains(":2:", "name", "small letters"))
                .anySatisfy(line -> assertThat(line).contains(":3:", "address"))
                .anySatisfy(line -> assertThat(line).contains("NOBODY_SET_IT", "is not set"))
                .anySatisfy(line -> assertThat(line).contains("send", "is missing"))
                .anySatisfy(line -> assertThat(line).contains("nowhere.p12", "PKCS #12"))
                .anySatisfy(line -> assertThat(line).contains("password", "passwordFrom"))
                .anySatisfy(line -> assertThat(line).contains("nowhere.pem"));
    }

    @Test
    void withoutAnythingThereIsNothing() throws Exception {
        MailboxesFile.Content read = MailboxesFile.read(write("mailboxes: []\n"), Map.of());
        assertThat(read).isEqualTo(new MailboxesFile.Content(java.util.List.of(), Optional.empty()));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("mailboxes.yaml"), text);
    }
}
