package io.ahoy.router.channel.email.send;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.mail.Delivery;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Outbox;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.router.channel.email.MailServers;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox holds. A server that does not take a mail now is asked again later and later for {@link #GIVE_UP_AFTER};
 * what it refuses for good is told to the agent. Every try has the same Message-ID.
 */
public final class Sending implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private static final int BATCH = 50;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration END_LIMIT = Duration.ofSeconds(5);
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    private final Outbox outbox;
    private final Mails mails;
    private final Blobs blobs;
    private final MailServers servers;
    private final Map<String, Mailbox> mailboxes;
    private final InstantSource clock;
    private final Consumer<Mail> changed;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean closing;
    private final Thread thread = Thread.ofVirtual().name("mail-outbox").unstarted(this::run);

    /** @param changed told of each mail whose delivery has come on */
    public Sending(
            Outbox outbox,
            Mails mails,
            Blobs blobs,
            MailServers servers,
            Map<String, Mailbox> mailboxes,
            InstantSource clock,
            Consumer<Mail> changed) {
        this.outbox = outbox;
        this.mails = mails;
        this.blobs = blobs;
        this.servers = servers;
        this.mailboxes = Map.copyOf(mailboxes);
        this.clock = clock;
        this.changed = changed;
    }

    public void start() {
        thread.start();
    }

    /** There is something to send, or earlier than before. Never blocks. */
    public void wake() {
        news.release();
    }

    private void run() {
        boolean begun = false;
        try {
            while (!closing) {
                try {
                    if (!begun) {
                        int cut = outbox.cutOffByEnd(clock.instant());
                        begun = true;
                        LOG.debug("{} mails were under way when Ahoy ended", cut);
                    }
                    sendDue();
                    boolean woken = news.tryAcquire(untilNext().toMillis(), TimeUnit.MILLISECONDS);
                    LOG.trace("looking into the outbox, woken {}", woken);
                    news.drainPermits();
                } catch (DatabaseDown away) {
                    // What was under way has no outcome, as after an end of the whole program.
                    begun = false;
                    Thread.sleep(RETRY);
                } catch (RuntimeException bug) {
                    begun = false;
                    LOG.error("The outbox could not be sent", bug);
                    Thread.sleep(RETRY);
                }
            }
        } catch (InterruptedException stop) {
            LOG.debug("the outbox is sent no more");
        }
    }

    private Duration untilNext() {
        return outbox.nextDue()
                .map(due -> Duration.between(clock.instant(), due))
                .filter(wait -> wait.compareTo(LOOK_EVERY) < 0)
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .orElse(LOOK_EVERY);
    }

    private void sendDue() {
        List<Delivery> due = outbox.due(clock.instant(), BATCH);
        while (!due.isEmpty() && !closing) {
            for (Delivery delivery : due) {
                if (!closing) {
                    mails.get(delivery.mail()).ifPresent(mail -> send(delivery, mail));
                }
            }
            due = outbox.due(clock.instant(), BATCH);
        }
    }

    private void send(Delivery delivery, Mail mail) {
        if (!outbox.begin(mail.id())) {
            return;
        }
        Optional<Mailbox> mailbox = Optional.ofNullable(mailboxes.get(mail.mailbox()));
        Optional<Path> raw = blobs.find(mail.sha256());
        if (mailbox.isEmpty() || raw.isEmpty()) {
            outbox.failed(
                    mail.id(),
                    raw.isEmpty()
                            ? "Its content is missing in the store of files."
                            : "Mailbox " + mail.mailbox() + " is not configured any more.");
        } else {
            attempt(delivery, mail, mailbox.get().sending(), raw.get());
        }
        changed.accept(mail);
    }

    private void attempt(Delivery delivery, Mail mail, Mailbox.Sending by, Path raw) {
        List<String> open = recipients(mail)
                .filter(Delivery.Recipient::pends)
                .map(Delivery.Recipient::address)
                .toList();
        Optional<Transport> transport = Optional.empty();
        Optional<RawMail> message = Optional.empty();
        try {
            transport = Optional.of(servers.open(by));
            message = Optional.of(new RawMail(raw, sender(delivery, mail, by)));
            transport.get().sendMessage(message.get(), addresses(open));
            open.forEach(address -> outbox.sentTo(mail.id(), address, clock.instant()));
            outbox.sent(mail.id(), clock.instant());
        } catch (SMTPSendFailedException refused) {
            if (refused.getReturnCode() < 0) {
                // Its own form of a connection that ended instead of an answer.
                unanswered(
                        delivery, mail, refused, message.filter(RawMail::isGone).isPresent());
            } else {
                answered(delivery, mail, refused, isRefusedForGood(refused));
            }
        } catch (SendFailedException some) {
            answered(delivery, mail, some, false);
        } catch (MessagingException broken) {
            unanswered(delivery, mail, broken, message.filter(RawMail::isGone).isPresent());
        } finally {
            transport.ifPresent(Sending::leave);
        }
    }

    /** The server has answered, so that a connection which breaks now changes nothing. */
    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            LOG.debug("a mail server has gone before we took our leave", gone);
        }
    }

    private static String sender(Delivery delivery, Mail mail, Mailbox.Sending by) {
        boolean empty = delivery.envelopeFrom().isEmpty();
        return empty && !by.emptySender() ? mail.from().address() : delivery.envelopeFrom();
    }

    private static Address[] addresses(List<String> open) throws MessagingException {
        Address[] addresses = new Address[open.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = new InternetAddress(open.get(i), false);
        }
        return addresses;
    }

    /**
     * The server said what it did with whom.
     *
     * @param whole whether the mail as such is refused for good, whoever it is for
     */
    private void answered(Delivery delivery, Mail mail, SendFailedException answer, boolean whole) {
        Instant now = clock.instant();
        Arrays.stream(or(answer.getValidSentAddresses()))
                .forEach(address -> outbox.sentTo(mail.id(), address.toString(), now));
        for (Exception next = answer; next != null; next = next(next)) {
            if (next instanceof SMTPAddressFailedException one && isForGood(one.getReturnCode())) {
                outbox.refused(mail.id(), one.getAddress().getAddress(), words(one));
            }
        }
        if (whole) {
            recipients(mail)
                    .filter(Delivery.Recipient::pends)
                    .forEach(one -> outbox.refused(mail.id(), one.address(), told(answer)));
        }
        if (recipients(mail).anyMatch(Delivery.Recipient::pends)) {
            again(delivery, mail, told(answer));
        } else if (recipients(mail).anyMatch(one -> one.sentAt().isPresent())) {
            outbox.sent(mail.id(), now);
        } else {
            outbox.failed(mail.id(), told(answer));
        }
    }

    private Stream<Delivery.Recipient> recipients(Mail mail) {
        return outbox.get(mail.id()).stream().flatMap(found -> found.recipients().stream());
    }

    /** In the server's own words, which stand with its answer on a recipient when there is one. */
    private static String told(SendFailedException answer) {
        for (Exception next = answer; next != null; next = next(next)) {
            if (next instanceof SMTPAddressFailedException one) {
                return words(one);
            }
        }
        return words(answer);
    }

    /** What is said of one recipient, the last that was named, says nothing of the others. */
    private static boolean isRefusedForGood(SMTPSendFailedException answer) {
        boolean ofOne = String.valueOf(answer.getCommand()).regionMatches(true, 0, "RCPT", 0, 4);
        return !ofOne && isForGood(answer.getReturnCode());
    }

    /** No answer: refused before its text is like a server that is away; after its text nobody can say. */
    private void unanswered(Delivery delivery, Mail mail, MessagingException broken, boolean gone) {
        String words = words(broken);
        if (gone) {
            LOG.warn("Mail {} was cut off after its text: {}", mail.id(), words);
            outbox.cutOff(mail.id(), clock.instant().plus(PAUSES.getFirst()), words);
        } else {
            again(delivery, mail, words);
        }
    }

    private void again(Delivery delivery, Mail mail, String words) {
        Duration pause = PAUSES.get(Math.min(delivery.attempts(), PAUSES.size() - 1));
        if (Duration.between(mail.at(), clock.instant()).compareTo(GIVE_UP_AFTER) > 0) {
            outbox.failed(mail.id(), "Given up after " + GIVE_UP_AFTER.toDays() + " days: " + words);
        } else {
            outbox.later(mail.id(), clock.instant().plus(pause), words);
        }
    }

    private static Address[] or(Address @org.jspecify.annotations.Nullable [] some) {
        return some == null ? new Address[0] : some;
    }

    private static @org.jspecify.annotations.Nullable Exception next(Exception of) {
        return of instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    /** RFC 5321, 4.2.1: 5yz is for good, 4yz for now. */
    private static boolean isForGood(int code) {
        return code / 100 == 5;
    }

    private static String words(Exception failure) {
        return String.valueOf(failure.getMessage())
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }

    /** What is under way may come to its end: else it would go twice. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        wake();
        if (!thread.join(END_LIMIT)) {
            LOG.warn("A mail that is being sent does not come to its end; it will be sent again and flagged");
            thread.interrupt();
        }
    }
}
