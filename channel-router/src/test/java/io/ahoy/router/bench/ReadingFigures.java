package io.ahoy.router.bench;

import io.ahoy.router.channel.email.read.MailReader;
import io.ahoy.router.channel.email.read.Trust;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jsoup.Jsoup;

/**
 * How many mails one core reads, in processor time of the thread that reads; beside it what only takes them apart: Mime4J's tokens with
 * decoded bodies, and of HTML jsoup's tree. And in which heap the largest ones are read.
 */
final class ReadingFigures {
    private static final Duration TIME = Duration.ofSeconds(4);
    private static final int ROUNDS = 3;
    private static final int SMALL_HEAP_MEGABYTES = 64;
    private static final long ATTACHMENT_BYTES = 200_000_000;
    private static final long TEXT_BYTES = 50_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Function<Boolean, String> mails;

    /** @param mails one that is HTML or not */
    ReadingFigures(Function<Boolean, String> mails) {
        this.mails = mails;
    }

    private interface Work {
        void once() throws Exception;
    }

    void report(BenchReport report) throws Exception {
        MailReader reader = new MailReader(Trust.NONE);
        Path plain = file(mails.apply(false));
        Path html = file(mails.apply(true));
        String tree = mails.apply(true);
        try {
            double plainRead = perSecond(() -> reader.read(plain));
            double htmlRead = perSecond(() -> reader.read(html));
            // As the mails of this bench are mixed: each third is HTML.
            double read = 3 / (2 / plainRead + 1 / htmlRead);
            double plainBare = perSecond(() -> tokens(plain));
            double htmlBare = perSecond(() -> {
                tokens(html);
                Jsoup.parse(tree);
            });
            double bare = 3 / (2 / plainBare + 1 / htmlBare);
            report.figure("read_per_s_core", read, "mails/s", bare, read / bare);
            report.figure("read_text_per_s_core", plainRead, "mails/s", plainBare, plainRead / plainBare);
            report.figure("read_html_per_s_core", htmlRead, "mails/s", htmlBare, htmlRead / htmlBare);
        } finally {
            Files.delete(plain);
            Files.delete(html);
        }
        requireLargestInSmallHeap();
        report.figure("largest_read_in_heap_mb", SMALL_HEAP_MEGABYTES, "MB");
    }

    private static Path file(String mail) throws IOException {
        return Files.writeString(Files.createTempFile("ahoy-bench", ".eml"), mail);
    }

    private static double perSecond(Work work) throws Exception {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Instant end = Instant.now().plus(TIME);
            long before = THREADS.getCurrentThreadCpuTime();
            long done = 0;
            while (Instant.now().isBefore(end)) {
                work.once();
                done++;
            }
            best = Math.max(best, done / ((THREADS.getCurrentThreadCpuTime() - before) / 1e9));
        }
        return best;
    }

    private static void tokens(Path mail) throws IOException, MimeException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(mail))) {
            MimeTokenStream stream = new MimeTokenStream();
            stream.parse(raw);
            for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
                if (state == EntityState.T_BODY) {
                    stream.getDecodedInputStream().transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    /** A program of its own reads one with a large attachment and one with a large text. */
    private static void requireLargestInSmallHeap() throws IOException, InterruptedException {
        Path attachment = large("application/octet-stream", "base64", "QUJD".repeat(19), ATTACHMENT_BYTES);
        Path text = large("text/plain; charset=utf-8", "8bit", "Where is my parcel? It should have come.", TEXT_BYTES);
        try {
            Process small = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + SMALL_HEAP_MEGABYTES + "m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            OneByOne.class.getName(),
                            attachment.toString(),
                            text.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (small.waitFor() != 0) {
                throw new IllegalStateException(
                        "the largest mails are not read in a heap of " + SMALL_HEAP_MEGABYTES + " MB");
            }
        } finally {
            Files.delete(attachment);
            Files.delete(text);
        }
    }

    private static Path large(String type, String encoding, String line, long size) throws IOException {
        Path file = Files.createTempFile("ahoy-bench", ".eml");
        try (BufferedWriter mail = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            mail.write("From: a@mail.example\r\nTo: b@shop.example\r\nMIME-Version: 1.0\r\nContent-Type: " + type
                    + "\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n");
            for (long written = 0; written < size; written += line.length() + 2) {
                mail.write(line + "\r\n");
            }
        }
        return file;
    }

    /** Reads the files that it is given. */
    static final class OneByOne {
        private OneByOne() {}

        public static void main(String[] files) throws IOException {
            MailReader reader = new MailReader(Trust.NONE);
            for (String file : List.of(files)) {
                reader.read(Path.of(file));
            }
        }
    }
}
