package io.ahoy.router.channel.email.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ahoy.config.Mailbox;
import io.ahoy.config.Secret;
import io.ahoy.crm.mail.Draft;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Blobs.Blob;
import io.ahoy.router.channel.email.Certificates;
import io.ahoy.router.channel.email.MadeKeys;
import io.ahoy.router.channel.email.SampleMailbox;
import io.ahoy.router.channel.email.read.MailReader;
import io.ahoy.router.channel.email.read.Protection;
import io.ahoy.router.channel.email.read.ReadMail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody adds a header of his own to what goes out. */
class ComposerTest {
    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");
    private static final MailAddress CENTRE = MailAddress.of("support@shop.example");
    private static final MailAddress ANN = new MailAddress("ann@mail.example", "Ann");

    @TempDir
    private Path folder;

    private Certificates certificates = Certificates.NONE;

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\r\n\r\n", "\u2028", "\u0085", "\0"})
    void noLineBreakReachesAHeader(String lineBreak) throws IOException {
        String evil = "Hello" + lineBreak + "Bcc: eve@evil.example";
        Blob file = new Blobs(folder).put(new ByteArrayInputStream(new byte[] {1, 2, 3}), 3);
        String raw = compose(new Letter(
                "id" + lineBreak + "Bcc: eve@evil.example",
                new MailAddress(CENTRE.address(), evil),
                Recipients.to(new MailAddress(ANN.address(), evil)),
                evil,
                "Text",
                Optional.empty(),
                List.of(new Draft.File(
                        evil + ".pdf", "application/pdf" + lineBreak + "Bcc: eve@evil.example", file.sha256(), 3)),
                Optional.of(evil),
                List.of(evil),
                Map.of("X-Kind", evil),
                NOW));
        assertThat(raw.lines()).noneMatch(line -> line.regionMatches(true, 0, "Bcc", 0, 3));
        assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@mail.example\r\nBcc: eve@evil.example",
                "ann@mail.example>\r\nRCPT TO:<eve@evil.example",
                "ann@mail.example, eve@evil.example",
                "ann",
                "ann@@mail.example",
                "<ann@mail.example>",
                ""
            })
    void whatIsNoAddressIsRefusedAndNamed(String address) {
        assertThatThrownBy(() -> compose(letter(Recipients.to(MailAddress.of(address)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no mail address");
    }

    @Test
    void aFileNameKeepsItsLettersAndLosesWhatTurnsItsEnding() throws IOException {
        Blob file = new Blobs(folder).put(new ByteArrayInputStream(new byte[] {1}), 1);
        String raw = compose(new Letter(
                "id@shop.example",
                CENTRE,
                Recipients.to(ANN),
                "Rechnung für März",
                "Grüße",
                Optional.of("<p>Grüße</p>"),
                List.of(new Draft.File("bill\u202Efdp.exe", "application/octet-stream", file.sha256(), 1)),
                Optional.empty(),
                List.of(),
                Map.of(),
                NOW));
        assertThat(raw).contains("billfdp.exe").doesNotContain("\u202E", "%E2%80%AE");
        assertThat(raw).contains("Subject: =?UTF-8?Q?Rechnung_f=C3=BCr_M=C3=A4rz?=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void whatIsSignedIsValidForWhoTrustsItsAuthority(String algorithm) throws Exception {
        MadeKeys authority = MadeKeys.authority();
        Path keys = authority.person("CN=Support", "Support@Shop.example", algorithm, 2035).write(folder.resolve("keys.p12"), "secret");
        Mailbox mailbox = signing(keys, "secret");
        certificates = Certificates.load(
                List.of(mailbox), Optional.of(authority.writeCertificate(folder.resolve("authorities.pem"))));
        Blob file = new Blobs(folder).put(new ByteArrayInputStream("Größe\n".getBytes(StandardCharsets.UTF_8)), 100);
        List<Draft.File> files = List.of(new Draft.File("größe.txt", "text/plain", file.sha256(), file.size()));
        for (List<Draft.File> attached : List.of(List.<Draft.File>of(), files)) {
            Path raw = Files.writeString(
                    folder.resolve("signed.eml"),
                    compose(new Letter(
                            "id@shop.example",
                            CENTRE,
                            Recipients.to(ANN),
                            "Hello",
                            "Grüße\n.\nFrom here",
                            Optional.of("<p>Grüße</p>"),
                            attached,
                            Optional.empty(),
                            List.of(),
                            Map.of(),
                            NOW)));
            ReadMail read = new MailReader(certificates.trust()).read(raw);
            assertThat(read.protection().state()).as(read.protection().detail()).isEqualTo(Protection.State.SIGNED_VALID);
            assertThat(read.text()).contains("Grüße", "From here");
        }
    }

    @Test
    void keysThatCannotBeOpenedAreNamed() throws Exception {
        Path keys = MadeKeys.authority()
                .person("CN=Support", "support@shop.example", "EC", 2035)
                .write(folder.resolve("keys.p12"), "secret");
        assertThatThrownBy(() -> Certificates.load(List.of(signing(keys, "wrong")), Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(keys.toString());
        assertThatThrownBy(() -> Certificates.load(List.of(), Optional.of(keys)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in PEM");
    }

    private static Mailbox signing(Path keys, String password) {
        Mailbox plain = SampleMailbox.named("support");
        return new Mailbox(
                plain.name(),
                CENTRE.address(),
                "",
                "mail",
                Optional.empty(),
                plain.receiving(),
                plain.sending(),
                Optional.empty(),
                Optional.of(new Mailbox.Signing(keys, new Secret(password))));
    }

    private static Letter letter(Recipients recipients) {
        return new Letter(
                "id@shop.example",
                CENTRE,
                recipients,
                "Hello",
                "Text",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Map.of(),
                NOW);
    }

    private String compose(Letter letter) throws IOException {
        Blobs blobs = new Blobs(folder);
        Blob blob = new Composer(blobs, certificates).compose(letter);
        return Files.readString(blobs.find(blob.sha256()).orElseThrow(), StandardCharsets.UTF_8);
    }
}
