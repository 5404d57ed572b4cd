package io.ahoy.router.channel.email.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Reads raw mails. It streams: a mail of any size takes at most 64 MB of memory. Whatever a mail holds, it is read as far as it can be,
 * and what was wrong with it is told in {@link ReadMail#problems}.
 */
public final class MailReader {
    public static final int TEXT_MAX = 1_000_000;
    public static final int PARTS_MAX = 1_000;

    private final Trust trust;

    public MailReader(Trust trust) {
        this.trust = trust;
    }

    /** @throws IOException the file cannot be read; never for what is in it */
    public ReadMail read(Path raw) throws IOException {
        try (Envelope envelope = Envelope.open(raw, trust)) {
            return assembled(raw, collected(envelope), envelope);
        }
    }

    /**
     * The HTML of a mail, sanitised and with remote images held back. It is made whenever it is to be shown, and kept nowhere.
     *
     * @return empty: it has none
     * @throws IOException the file cannot be read, or its HTML is such that it can't be made harmless
     */
    public Optional<String> html(Path raw) throws IOException {
        try (Envelope envelope = Envelope.open(raw, trust)) {
            return collected(envelope).body().harmless();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError untrusted) {
            throw new IOException("its HTML is broken and can't be shown", untrusted);
        }
    }

    /**
     * The decoded bytes of one part; nothing when there is none of this number.
     *
     * @throws IOException the file cannot be read, or {@code to} not written
     */
    public void write(Path raw, String partNumber, OutputStream to) throws IOException {
        try (Envelope envelope = Envelope.open(raw, trust);
                InputStream in = envelope.content()) {
            new Walk(new Written(partNumber, to), new Budget()).through(in);
        } catch (RuntimeException | StackOverflowError untrusted) {
            throw new IOException("part " + partNumber + " is broken and can't be written", untrusted);
        }
    }

    private static Collected collected(Envelope envelope) throws IOException {
        Budget budget = new Budget();
        Collected collected = new Collected(budget);
        try (InputStream in = envelope.content()) {
            new Walk(collected, budget).through(in);
        } catch (Disk.Failed failed) {
            throw failed;
        } catch (IOException | RuntimeException | StackOverflowError untrusted) {
            broken(collected, untrusted);
        }
        return collected;
    }

    private static void broken(Collected collected, Throwable untrusted) {
        collected.broken("The mail can be read only in part: " + Shown.brief(String.valueOf(untrusted.getMessage())));
    }

    private static ReadMail assembled(Path raw, Collected collected, Envelope envelope) throws IOException {
        String text = "";
        Set<String> pictures = Set.of();
        try {
            text = collected.body().text();
            pictures = collected.pictures();
        } catch (RuntimeException | StackOverflowError untrusted) {
            broken(collected, untrusted);
        }
        MailHeaders headers = envelope.outerHeaders().orElse(collected.headers());
        if (headers.fields().isEmpty()) {
            collected.broken("It has no header that could be read, so it is no mail; its raw content is shown.");
            text = text.isBlank() ? source(raw) : text;
        }
        return new ReadMail(
                headers,
                text,
                collected.body().layout(),
                collected.parts(pictures),
                envelope.protection(),
                collected.problems());
    }

    private static String source(Path raw) throws IOException {
        try (InputStream in = Files.newInputStream(raw)) {
            byte[] bytes = in.readNBytes(TEXT_MAX);
            return new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
        }
    }
}
