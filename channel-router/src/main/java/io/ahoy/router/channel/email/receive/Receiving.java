package io.ahoy.router.channel.email.receive;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.router.channel.email.MailServers;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches from every mailbox, each on a thread of its own, and connects again after every failure. */
public final class Receiving implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final Duration RETRY_FIRST = Duration.ofSeconds(1);
    private static final Duration RETRY_MAX = Duration.ofMinutes(2);
    private static final Duration END_LIMIT = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Map<String, Health> health = new ConcurrentSkipListMap<>();
    private final List<Thread> threads = new ArrayList<>();

    private Receiving(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param since when it became so
     * @param problem why there is no connection, in words
     */
    public record Health(String mailbox, String address, boolean connected, Instant since, Optional<String> problem) {}

    public static Receiving start(
            List<Mailbox> mailboxes, MailServers servers, Mails mails, MailStore store, InstantSource clock) {
        Receiving receiving = new Receiving(clock);
        for (Mailbox mailbox : mailboxes) {
            Receiver receiver = switch (mailbox.receiving().protocol()) {
                case IMAP -> new ImapReceiver(mailbox, servers, mails, store);
                case POP3 -> new PopReceiver(mailbox, servers, mails, store);
            };
            receiving.tell(mailbox, false, Optional.empty());
            receiving.threads.add(
                    Thread.ofVirtual().name("mailbox-" + mailbox.name()).start(() -> receiving.run(mailbox, receiver)));
        }
        return receiving;
    }

    /** Of each mailbox, by name. */
    public List<Health> health() {
        return List.copyOf(health.values());
    }

    private void run(Mailbox mailbox, Receiver receiver) {
        Duration pause = RETRY_FIRST;
        try {
            while (true) {
                try {
                    receiver.receive(() -> tell(mailbox, true, Optional.empty()));
                    pause = RETRY_FIRST;
                    Thread.sleep(mailbox.receiving().pollEvery());
                } catch (MessagingException | IOException | DatabaseDown away) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    pause = isConnected(mailbox) ? RETRY_FIRST : longer(pause);
                    fail(mailbox, away);
                    Thread.sleep(withChance(pause));
                } catch (RuntimeException | Error bug) {
                    // Errors too: the library reads what foreign servers send.
                    pause = longer(pause);
                    tell(mailbox, false, Optional.of("Internal error: " + bug.getMessage()));
                    LOG.error("Mailbox {} could not be read", mailbox.name(), bug);
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException stop) {
            LOG.debug("mailbox {} is read no more", mailbox.name());
        }
    }

    private boolean isConnected(Mailbox mailbox) {
        return Optional.ofNullable(health.get(mailbox.name()))
                .filter(Health::connected)
                .isPresent();
    }

    /** Told once in the log, and again when it changes. */
    private void fail(Mailbox mailbox, Exception away) {
        String words = (away instanceof AuthenticationFailedException ? "The server refuses the account: " : "")
                + away.getMessage();
        boolean known = Optional.ofNullable(health.get(mailbox.name()))
                .flatMap(Health::problem)
                .filter(words::equals)
                .isPresent();
        if (!known) {
            LOG.warn(
                    "Mailbox {} at {} cannot be read: {}",
                    mailbox.name(),
                    mailbox.receiving().host(),
                    words);
        }
        tell(mailbox, false, Optional.of(words));
    }

    private void tell(Mailbox mailbox, boolean connected, Optional<String> problem) {
        health.merge(
                mailbox.name(),
                new Health(mailbox.name(), mailbox.address(), connected, clock.instant(), problem),
                (before, now) -> before.connected() == now.connected()
                                && before.problem().equals(now.problem())
                        ? before
                        : now);
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(RETRY_MAX) < 0 ? twice : RETRY_MAX;
    }

    /** So that many mailboxes of one server that was away do not knock in the same moment. */
    private static Duration withChance(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2 + 1));
    }

    @Override
    public void close() throws InterruptedException {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            if (!thread.join(END_LIMIT)) {
                LOG.warn("{} does not end in time", thread.getName());
            }
        }
    }
}
