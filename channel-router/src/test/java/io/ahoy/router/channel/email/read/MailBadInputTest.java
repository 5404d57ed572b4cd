package io.ahoy.router.channel.email.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers may send: nothing of it throws, and nothing exceeds the limits. */
class MailBadInputTest {
    private static final int MUTATIONS = 2_000;

    @TempDir
    private Path folder;

    private final MailReader reader = new MailReader(Trust.NONE);

    @Test
    void keepsAThousandOfManyHeaders() throws IOException {
        ReadMail read = read("X-Filler: y\r\n".repeat(100_000) + "Subject: last\r\n\r\nwords\r\n");
        assertThat(read.headers().fields()).hasSize(Fields.COUNT_MAX);
        assertThat(read.text()).isEqualTo("words");
        assertThat(kinds(read)).containsExactly(MailProblem.Kind.CUT);
    }

    @Test
    void cutsALongHeaderAndReadsOn() throws IOException {
        ReadMail read = read("Subject: " + "x".repeat(10_000_000) + "\r\nFrom: mira@example.com\r\n\r\nwords\r\n");
        assertThat(read.headers().first("Subject").orElseThrow().length()).isLessThanOrEqualTo(Fields.LENGTH_MAX);
        assertThat(read.headers().first("From")).contains("mira@example.com");
        assertThat(read.text()).isEqualTo("words");
        assertThat(kinds(read)).containsExactly(MailProblem.Kind.CUT);
    }

    @Test
    void cutsALongFoldedHeader() throws IOException {
        ReadMail read = read(
                "Subject: " + "folded words\r\n ".repeat(100_000) + "end\r\nFrom: mira@example.com\r\n\r\nwords\r\n");
        assertThat(read.headers().first("From")).contains("mira@example.com");
        assertThat(kinds(read)).containsExactly(MailProblem.Kind.CUT);
    }

    @Test
    void givesUpALineWithoutEnd() throws IOException {
        ReadMail read = read("From: mira@example.com\r\nSubject: " + "x".repeat(20_000_000));
        assertThat(kinds(read)).contains(MailProblem.Kind.UNREADABLE);
    }

    @Test
    void cutsDeepMultiparts() throws IOException {
        StringBuilder mail = new StringBuilder("Subject: Deep\r\n");
        for (int i = 0; i < 10_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("x\r\n\r\n--b")
                    .append(i)
                    .append("x\r\n");
        }
        ReadMail read = read(mail + "\r\ninnermost\r\n");
        assertThat(kinds(read)).contains(MailProblem.Kind.CUT);
        assertThat(read.parts()).hasSize(1);
        assertThat(read.parts().get(0).number().split("\\.")).hasSizeLessThanOrEqualTo(Walk.NESTING_MAX);
    }

    @Test
    void cutsDeepAttachedMails() throws IOException {
        ReadMail read =
                read("Content-Type: message/rfc822\r\n\r\n".repeat(1_000) + "Subject: innermost\r\n\r\nwords\r\n");
        assertThat(kinds(read)).contains(MailProblem.Kind.CUT);
        assertThat(read.parts()).hasSizeLessThanOrEqualTo(Walk.NESTING_MAX);
    }

    @Test
    void listsAThousandOfManyParts() throws IOException {
        ReadMail read = read("Subject: Many\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\n\r\nwords\r\n".repeat(5_000) + "--b--\r\n");
        assertThat(read.parts()).hasSize(MailReader.PARTS_MAX);
        assertThat(kinds(read)).contains(MailProblem.Kind.CUT);
    }

    @Test
    void readsTenThousandRecipients() throws IOException {
        String recipients =
                IntStream.range(0, 10_000).mapToObj(i -> "a" + i + "@x.example").collect(Collectors.joining(",\r\n "));
        ReadMail read = read("To: " + recipients + "\r\nSubject: To all\r\n\r\nwords\r\n");
        assertThat(read.headers().first("To").orElseThrow()).startsWith("a0@x.example, a1@x.example");
        assertThat(read.headers().first("Subject")).contains("To all");
    }

    @Test
    void cutsLongTexts() throws IOException {
        ReadMail read = read("Content-Type: text/plain; charset=utf-8\r\n\r\n" + "Grüße aus Köln\r\n".repeat(400_000));
        assertThat(read.text().length()).isBetween(MailReader.TEXT_MAX - 20, MailReader.TEXT_MAX);
        assertThat(kinds(read)).containsExactly(MailProblem.Kind.CUT);
    }

    @Test
    void readsDeepHtml() throws IOException {
        for (String tag : List.of("blockquote", "b", "table><tr><td", "a href=x")) {
            ReadMail read = read("Content-Type: text/html\r\n\r\n" + ("<" + tag + ">").repeat(100_000) + "words");
            assertThat(read.layout()).isPresent();
            assertThat(html()).isPresent();
            assertThat(kinds(read)).contains(MailProblem.Kind.CUT);
        }
    }

    @Test
    void readsNothing() throws IOException {
        assertThat(kinds(read(""))).containsExactly(MailProblem.Kind.UNREADABLE);
        assertThat(kinds(read("\0".repeat(100_000)))).contains(MailProblem.Kind.UNREADABLE);
        byte[] chance = new byte[300_000];
        new Random(7).nextBytes(chance);
        ReadMail read = read(chance);
        withinLimits(read);
        assertThat(read.problems()).isNotEmpty();
    }

    @Test
    void namesOfFilesAreOnlyNames() {
        for (String name : List.of(
                "../../etc/passwd",
                "C:\\windows\\a.exe",
                "a\r\nb.txt",
                "a\0b.txt",
                "x\u202Efdp.exe",
                "\u2066a",
                "..",
                "/",
                "n".repeat(5_000) + ".pdf",
                "\uD800.txt",
                "😀".repeat(500))) {
            assertThat(Shown.fileName(name))
                    .doesNotContainPattern("[/\\\\\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]")
                    .isNotEqualTo("..")
                    .hasSizeLessThanOrEqualTo(200);
        }
    }

    @Test
    void changedMailsNeverThrow() throws IOException {
        List<Path> mails = MailCorpusTest.mails();
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Random random = new Random(seed);
            Path original = mails.get(random.nextInt(mails.size()));
            byte[] changed = changed(Files.readAllBytes(original), random);
            int shown = seed;
            assertThatCode(() -> withinLimits(read(changed)))
                    .as("seed %d of %s", shown, original)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void streamsALargeAttachment() throws IOException {
        int lines = 2_750_000;
        String line = Base64.getEncoder().encodeToString(new byte[57]);
        Path mail = folder.resolve("large.eml");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mail), 1 << 20)) {
            out.write(("Subject: Large\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nwords\r\n--b\r\n"
                            + "Content-Type: application/x-thing; name=large.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = (line + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < lines; i++) {
                out.write(bytes);
            }
            out.write("--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(Files.size(mail)).isGreaterThan(200_000_000);
        ReadMail read = reader.read(mail);
        assertThat(read.text()).isEqualTo("words");
        assertThat(read.parts()).hasSize(2);
        assertThat(read.parts().get(1).size()).isEqualTo(57L * lines);
        assertThat(read.problems()).isEmpty();
    }

    private void withinLimits(ReadMail read) throws IOException {
        assertThat(read.parts()).hasSizeLessThanOrEqualTo(MailReader.PARTS_MAX);
        assertThat(read.headers().fields()).hasSizeLessThanOrEqualTo(Fields.COUNT_MAX);
        assertThat(read.text().length()).isLessThanOrEqualTo(2 * MailReader.TEXT_MAX);
        read.parts()
                .forEach(part -> part.name()
                        .ifPresent(name -> assertThat(name)
                                .hasSizeLessThanOrEqualTo(200)
                                .doesNotContainPattern("[/\\\\\\p{Cc}]")));
        assertThat(html().orElse(""))
                .doesNotContainPattern("(?i)<(script|iframe|form|object)|\\son[a-z]+=\"|href=\"javascript");
    }

    /** Bytes changed, ranges doubled, dropped, or moved. */
    private static byte[] changed(byte[] mail, Random random) {
        byte[] bytes = mail;
        for (int i = 0; i < 1 + random.nextInt(8) && bytes.length > 2; i++) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + 1 + random.nextInt(60));
            byte[] before = Arrays.copyOf(bytes, from);
            byte[] range = Arrays.copyOfRange(bytes, from, to);
            byte[] after = Arrays.copyOfRange(bytes, to, bytes.length);
            bytes = switch (random.nextInt(4)) {
                case 0 -> joined(before, after);
                case 1 -> joined(before, range, range, after);
                case 2 -> joined(after, range, before);
                default -> {
                    random.nextBytes(range);
                    yield joined(before, range, after);
                }
            };
        }
        return bytes;
    }

    private static byte[] joined(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private static List<MailProblem.Kind> kinds(ReadMail read) {
        return read.problems().stream().map(MailProblem::kind).distinct().toList();
    }

    private ReadMail read(String mail) throws IOException {
        return read(mail.getBytes(StandardCharsets.UTF_8));
    }

    private ReadMail read(byte[] mail) throws IOException {
        return reader.read(Files.write(folder.resolve("mail.eml"), mail));
    }

    /** Of the mail that was read last. */
    private Optional<String> html() throws IOException {
        return reader.html(folder.resolve("mail.eml"));
    }
}
