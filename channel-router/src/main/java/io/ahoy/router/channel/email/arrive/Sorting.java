package io.ahoy.router.channel.email.arrive;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.casework.Continuation;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.history.History;
import io.ahoy.crm.mail.Decisions;
import io.ahoy.crm.mail.FollowUps;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Outbox;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.crm.store.Db;
import io.ahoy.router.channel.email.read.ReadMail;
import io.ahoy.router.shell.Intake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes stored mails to where they belong: those of one sender or conversation one after the other in the order in which they came,
 * others side by side. One that cannot be read, takes too long or brings the program down is shown to an agent with its raw source, and
 * the next one goes on.
 */
public final class Sorting implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sorting.class);
    private static final int BATCH = 100;
    private static final long BATCH_BYTES = 8L << 20;
    private static final Duration READ_LIMIT = Duration.ofSeconds(60);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    /** Each waits for the database most of the time, and has one of its connections. */
    private static final int PLACED_AT_ONCE = 4;

    private final Stores stores;
    private final Mails mails;
    private final Readers readers;
    private final Arrived then;
    private final Arriving arriving;
    private final Map<String, Mailbox> mailboxes;
    /** Those that the router has, and that are not yet marked so: all at once, for each mark costs a write to the disk. */
    private final Queue<UUID> given = new ConcurrentLinkedQueue<>();

    private final Semaphore news = new Semaphore(0);
    private final ExecutorService placers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("mail-placer-", 1).factory());

    private final Thread thread;

    /** What is written to. */
    public record Stores(
            Db db,
            Mails mails,
            Decisions decisions,
            Outbox outbox,
            FollowUps followUps,
            History history,
            Customers customers,
            Cases cases,
            Continuation continuation,
            Blobs blobs) {}

    /** Where mails go. */
    public record Ways(Rules rules, Wishes wishes, Arrived then, Intake router) {}

    /** Reads a raw mail; whatever it throws, and if it never returns, is told of that mail alone. */
    @FunctionalInterface
    public interface Reader {
        ReadMail read(Path raw) throws IOException;
    }

    public Sorting(Stores stores, Reader reader, Ways ways, Map<String, Mailbox> mailboxes, InstantSource clock) {
        this(stores, reader, READ_LIMIT, ways, mailboxes, clock);
    }

    Sorting(
            Stores stores,
            Reader reader,
            Duration readLimit,
            Ways ways,
            Map<String, Mailbox> mailboxes,
            InstantSource clock) {
        this.stores = stores;
        this.mails = stores.mails();
        this.readers = new Readers(stores.blobs(), reader, readLimit);
        this.then = ways.then();
        this.arriving = new Arriving(stores, ways, given::add, clock);
        this.mailboxes = Map.copyOf(mailboxes);
        this.thread = Thread.ofVirtual().name("mail-sorting").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** There is something to read. Never blocks. */
    public void wake() {
        news.release();
    }

    private void run() {
        try {
            while (true) {
                if (!tryOnce()) {
                    Thread.sleep(RETRY);
                } else {
                    boolean woken = news.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                    LOG.trace("looking for mails, woken {}", woken);
                    news.drainPermits();
                }
            }
        } catch (InterruptedException stop) {
            LOG.debug("mails are sorted no more");
        }
    }

    /** @return whether all that is there could be sorted */
    private boolean tryOnce() throws InterruptedException {
        try {
            boolean well = true;
            List<Mail> unread = unread();
            while (well && !unread.isEmpty()) {
                well = sortAll(unread);
                unread = unread();
            }
            return well;
        } catch (DatabaseDown | RouterAway away) {
            LOG.warn("Mails wait: {}", away.getMessage());
            return false;
        } catch (RuntimeException bug) {
            LOG.error("Mails could not be sorted", bug);
            return false;
        }
    }

    /** So many that they are in memory together without harm; a large one is alone. */
    private List<Mail> unread() {
        List<Mail> all = mails.unread(BATCH);
        long bytes = 0;
        int count = 0;
        while (count < all.size() && (bytes == 0 || bytes + inMemory(all.get(count)) <= BATCH_BYTES)) {
            bytes += inMemory(all.get(count++));
        }
        return all.subList(0, count);
    }

    /** What is not read again, and may never come to its place, must not keep a large one behind it waiting. */
    private static long inMemory(Mail mail) {
        return mail.readings() >= Readers.READINGS_MAX ? 0 : mail.size();
    }

    /** @return whether each came to its place */
    private boolean sortAll(List<Mail> unread) throws RouterAway, InterruptedException {
        List<Mail> fresh = unread.stream().filter(mail -> !isSuspect(mail)).toList();
        mails.readingBegins(ids(fresh.stream()));
        Map<UUID, Mail> left = new ConcurrentHashMap<>();
        unread.forEach(mail -> left.put(mail.id(), mail));
        try {
            boolean well = sortTogether(fresh, left);
            for (Mail suspect : unread.stream().filter(Sorting::isSuspect).toList()) {
                mails.readingBegins(List.of(suspect.id()));
                well &= sortTogether(List.of(suspect), left);
            }
            return well;
        } finally {
            markGiven();
            putOff(left.values());
        }
    }

    /** Whatever is not marked because the database was away is given to the router again, which knows it. */
    private void markGiven() {
        List<UUID> all = new ArrayList<>();
        for (UUID next = given.poll(); next != null; next = given.poll()) {
            all.add(next);
        }
        try {
            then.allRouted();
            mails.routed(all);
        } catch (DatabaseDown away) {
            LOG.debug("mails stay unmarked", away);
        } catch (RuntimeException bug) {
            LOG.error("{} mails could not be marked, and are looked at again", all.size(), bug);
        }
    }

    private boolean sortTogether(List<Mail> fresh, Map<UUID, Mail> left) throws RouterAway, InterruptedException {
        AtomicBoolean well = new AtomicBoolean(true);
        SideBySide<String, Boolean> placing = new SideBySide<>(placers, PLACED_AT_ONCE);
        Set<String> senders = new HashSet<>();
        Optional<Throwable> failure;
        try {
            readers.read(fresh, read -> {
                Looked looked = look(read, senders);
                for (Understood understood : read) {
                    placing.begin(ties(understood), () -> {
                        boolean placed = place(understood, looked);
                        left.remove(understood.mail().id());
                        if (!placed) {
                            well.set(false);
                        }
                        return placed;
                    });
                }
            });
        } finally {
            // Whatever stops the others, what is under way is not to be begun again beside it.
            failure = placing.end();
        }
        if (failure.isPresent()) {
            throwAgain(failure.get());
        }
        return well.get();
    }

    /** One that cannot be asked about must not hold up the others. */
    private Looked look(List<Understood> read, Set<String> senders) {
        try {
            return Looked.at(read, senders, stores);
        } catch (DatabaseDown away) {
            throw away;
        } catch (RuntimeException odd) {
            LOG.warn("{} mails are looked at one by one", read.size(), odd);
            return Looked.NOTHING;
        }
    }

    private static void throwAgain(Throwable failure) throws RouterAway, InterruptedException {
        switch (failure) {
            case RouterAway away -> throw away;
            case RuntimeException unchecked -> throw unchecked;
            case InterruptedException stop -> throw new InterruptedException(stop.getMessage());
            default -> throw new IllegalStateException(failure);
        }
    }

    /** What two mails have in common that must not overtake each other: their sender, or that one answers the other. */
    private static Set<String> ties(Understood mail) {
        Set<String> ties = new HashSet<>(Conversations.named(mail));
        mail.mail().messageId().ifPresent(ties::add);
        ties.add("from " + mail.from().address().toLowerCase(Locale.ROOT));
        return ties;
    }

    /** Begun with others without an end, when one of them may have taken the program down: from now on it is begun alone. */
    private static boolean isSuspect(Mail mail) {
        return mail.readings() > 0;
    }

    /** Not their fault: a router or a database that was away is no reason to give a mail up. */
    private void putOff(Collection<Mail> left) {
        if (!left.isEmpty()) {
            try {
                mails.readingEnds(ids(left.stream().filter(mail -> mail.readings() < Readers.READINGS_MAX)));
            } catch (DatabaseDown away) {
                LOG.debug("mails stay under suspicion", away);
            }
        }
    }

    private static List<UUID> ids(Stream<Mail> mails) {
        return mails.map(Mail::id).toList();
    }

    /** @return whether it came to its place; one that does not is left behind, and tried again after the others */
    private boolean place(Understood understood, Looked looked) throws RouterAway, InterruptedException {
        Mail mail = understood.mail();
        try {
            arriving.take(understood, mailbox(mail), looked);
            return true;
        } catch (DatabaseDown away) {
            throw away;
        } catch (RuntimeException bug) {
            LOG.error("Mail {} could not be sorted", mail.id(), bug);
            return false;
        }
    }

    private Mailbox mailbox(Mail mail) {
        return Optional.ofNullable(mailboxes.get(mail.mailbox())).orElseGet(() -> {
            LOG.warn("Mail {} came to mailbox {}, which is not configured any more", mail.id(), mail.mailbox());
            return mailboxes.values().iterator().next();
        });
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        placers.shutdownNow();
        thread.join(RETRY);
        readers.close();
    }
}
