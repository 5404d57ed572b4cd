package io.ahoy.router.channel.email.arrive;

import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.store.Blobs;
import io.ahoy.router.channel.email.arrive.Sorting.Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads stored mails, some at the same time. Whatever becomes of one is told of that one alone. */
final class Readers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    /** Begun so often without an end, it is the mail that is at fault. */
    static final int READINGS_MAX = 2;

    private static final int AHEAD = Math.max(2, Runtime.getRuntime().availableProcessors());
    /** Mails that are read do not wait longer for the next one. */
    private static final Duration SOON = Duration.ofMillis(500);

    private final Blobs blobs;
    private final Reader reader;
    private final Duration limit;
    /** Platform threads: a mail may take much stack, and one that never ends must not hold up others. */
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("mail-reader-", 1).factory());

    /** @param limit how long the reading of one may take */
    Readers(Blobs blobs, Reader reader, Duration limit) {
        this.blobs = blobs;
        this.reader = reader;
        this.limit = limit;
    }

    /** Takes mails that are read. */
    @FunctionalInterface
    interface Taker {
        void take(List<Understood> read) throws InterruptedException;
    }

    /** In their order: all together, or before one that takes long those that came before it. */
    void read(List<Mail> mails, Taker taker) throws InterruptedException {
        Deque<Future<Understood>> ahead = new ArrayDeque<>();
        List<Understood> read = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            while (ahead.size() < AHEAD && i + ahead.size() < mails.size()) {
                ahead.add(begin(mails.get(i + ahead.size())));
            }
            Future<Understood> next = ahead.remove();
            if (!read.isEmpty() && !isReadSoon(next)) {
                taker.take(List.copyOf(read));
                read.clear();
            }
            read.add(end(mails.get(i), next));
        }
        taker.take(read);
    }

    private static boolean isReadSoon(Future<Understood> reading) throws InterruptedException {
        try {
            reading.get(SOON.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException slow) {
            return false;
        } catch (ExecutionException fails) {
            return true;
        }
    }

    private Future<Understood> begin(Mail mail) {
        if (mail.readings() >= READINGS_MAX) {
            return CompletableFuture.completedFuture(
                    Understood.unreadable(mail, "Reading it did not come to an end twice; it is shown as it came."));
        }
        return blobs.find(mail.sha256())
                .map(raw -> threads.submit(() -> read(mail, raw)))
                .orElseGet(() -> CompletableFuture.completedFuture(
                        Understood.unreadable(mail, "Its content is missing in the store of files.")));
    }

    private Understood end(Mail mail, Future<Understood> reading) throws InterruptedException {
        try {
            return reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Without an interrupt: it ends no loop, and a class that is made ready in that moment would never be.
            reading.cancel(false);
            LOG.warn("Mail {} cannot be read", mail.id(), e);
            String why = e instanceof TimeoutException
                    ? "Reading it took longer than " + limit.toSeconds() + " s; it is shown as it came."
                    : "It could not be read; it is shown as it came.";
            return Understood.unreadable(mail, why);
        }
    }

    /** The edge of an untrusted parser: whatever it throws is told of this mail alone. */
    private Understood read(Mail mail, Path raw) throws IOException {
        try {
            return Understood.of(mail, reader.read(raw));
        } catch (Error tooMuch) {
            throw new IOException(tooMuch.toString(), tooMuch);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
