package io.ahoy.router.channel.email.send;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.mail.Delivery;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Outbox;
import io.ahoy.crm.store.DatabaseDown;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox holds of one mailbox. A server that does not take a mail now is asked again later and later for
 * {@link #GIVE_UP_AFTER}; what it refuses for good is told to whoever wrote it. Every try has the same Message-ID.
 */
final class SendingMailbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SendingMailbox.class);
    private static final int BATCH = 50;
    /** So many of {@link #PAUSES} for a server that is away: when it is back, nothing waits much longer. */
    private static final int AWAY_PAUSES = 3;

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

    private final String name;
    private final Optional<Mailbox.Sending> by;
    private final Outbox outbox;
    private final Sending.Ground ground;
    private final InstantSource clock;
    private final Semaphore news = new Semaphore(0);
    /** The server could not be reached: nothing is begun before. */
    private Instant awayUntil = Instant.MIN;

    private int timesAway;

    private volatile boolean closing;
    private final Thread thread;

    /** @param by empty: it is not configured any more, and what it still holds is refused */
    SendingMailbox(String name, Optional<Mailbox.Sending> by, Sending.Ground ground) {
        this.name = name;
        this.by = by;
        this.ground = ground;
        this.outbox = ground.outbox();
        this.clock = ground.clock();
        this.thread = Thread.ofVirtual().name("mail-outbox-" + name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** There is something to send, or earlier than before. Never blocks. */
    void wake() {
        news.release();
    }

    private void run() {
        boolean begun = false;
        try {
            while (!closing) {
                try {
                    if (!begun) {
                        goOn();
                        begun = true;
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
                    LOG.error("The outbox of mailbox {} could not be sent", name, bug);
                    Thread.sleep(RETRY);
                }
            }
        } catch (InterruptedException stop) {
            LOG.debug("the outbox is sent no more");
        }
    }

    /** Those that were under way when Ahoy ended: nobody knows how far they came. */
    private void goOn() {
        for (Delivery delivery : outbox.underWay(name)) {
            try {
                ground.mails()
                        .get(delivery.mail())
                        .ifPresent(mail -> cutOff(delivery, mail, clock.instant(), Outbox.CUT_BY_END));
            } catch (DatabaseDown away) {
                throw away;
            } catch (RuntimeException odd) {
                LOG.error("Mail {} stays under way: whoever wrote it cannot be told", delivery.mail(), odd);
            }
        }
    }

    private Duration untilNext() {
        return outbox.nextDue(name)
                .map(due -> due.isBefore(awayUntil) ? awayUntil : due)
                .map(due -> Duration.between(clock.instant(), due))
                .filter(wait -> wait.compareTo(LOOK_EVERY) < 0)
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .orElse(LOOK_EVERY);
    }

    private void sendDue() {
        Optional<Line> line = by.map(server -> new Line(ground.servers(), server));
        try {
            List<Delivery> due = due();
            while (!due.isEmpty()) {
                for (int i = 0; i < due.size(); i++) {
                    Delivery delivery = due.get(i);
                    if (closing || line.isPresent() && !isReached(line.get(), due.subList(i, due.size()))) {
                        return;
                    }
                    ground.mails().get(delivery.mail()).ifPresent(mail -> send(delivery, mail, line));
                }
                due = due();
            }
        } finally {
            line.ifPresent(Line::close);
        }
    }

    private List<Delivery> due() {
        Instant now = clock.instant();
        return now.isBefore(awayUntil) ? List.of() : outbox.due(name, now, BATCH);
    }

    /** Asked before a mail is begun: a server that is away is no mail's fault, and asked once for all that wait. */
    private boolean isReached(Line line, List<Delivery> due) {
        try {
            line.connect();
            timesAway = 0;
            return true;
        } catch (MessagingException away) {
            Instant now = clock.instant();
            awayUntil = now.plus(PAUSES.get(Math.min(timesAway++, AWAY_PAUSES - 1)));
            LOG.warn("Mailbox {}: its server for sending cannot be reached: {}", name, words(away));
            outbox.away(name, now, awayUntil, words(away));
            due.stream()
                    .flatMap(delivery -> ground.mails().get(delivery.mail()).stream())
                    .forEach(mail -> waits(mail, words(away)));
            return false;
        }
    }

    private void waits(Mail mail, String words) {
        if (isTooLate(mail)) {
            giveUp(mail, words);
        }
        ground.changed().accept(mail);
    }

    private void send(Delivery delivery, Mail mail, Optional<Line> line) {
        if (!outbox.begin(mail.id())) {
            return;
        }
        Optional<Path> raw = ground.blobs().find(mail.sha256());
        if (line.isEmpty()) {
            refused(mail, "Mailbox " + name + " is not configured any more.");
        } else if (raw.isEmpty()) {
            refused(mail, "Its content is missing in the store of files.");
        } else {
            attempt(delivery, mail, raw.get(), line.get());
        }
        ground.changed().accept(mail);
    }

    private void attempt(Delivery delivery, Mail mail, Path raw, Line line) {
        List<String> open = pending(delivery).toList();
        Optional<RawMail> message = Optional.empty();
        try {
            message = Optional.of(
                    new RawMail(raw, line.takesEmptySender() ? delivery.envelopeFrom() : sender(delivery, mail)));
            line.send(message.get(), addresses(open));
            outbox.sent(mail.id(), open, clock.instant());
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
        }
    }

    private static String sender(Delivery delivery, Mail mail) {
        return delivery.envelopeFrom().isEmpty() ? mail.from().address() : delivery.envelopeFrom();
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
        Map<String, String> refused = new LinkedHashMap<>();
        if (whole) {
            pending(mail).forEach(address -> refused.put(address, told(answer)));
        }
        for (Exception next = answer; next != null; next = next(next)) {
            if (next instanceof SMTPAddressFailedException one && isForGood(one.getReturnCode())) {
                refused.put(one.getAddress().getAddress(), words(one));
            }
        }
        refuse(mail, refused);
        if (pending(mail).findAny().isPresent()) {
            again(delivery, mail, told(answer));
        } else if (recipients(mail).anyMatch(one -> one.sentAt().isPresent())) {
            outbox.sent(mail.id(), List.of(), now);
        } else {
            outbox.failed(mail.id(), told(answer));
        }
    }

    /** Whoever wrote it is told first: a crash in between may tell him twice, but not never. */
    private void refuse(Mail mail, Map<String, String> refused) {
        if (refused.isEmpty()) {
            return;
        }
        if (mail.author().isPresent()) {
            tell(mail, () -> Undelivered.report(mail, refused, clock.instant()));
        }
        refused.forEach((address, words) -> outbox.refused(mail.id(), address, words));
    }

    /** For good, by us. */
    private void refused(Mail mail, String words) {
        refuse(mail, pending(mail).collect(Collectors.toMap(address -> address, address -> words)));
        outbox.failed(mail.id(), words);
    }

    private static Stream<String> pending(Delivery delivery) {
        return delivery.recipients().stream().filter(Delivery.Recipient::pends).map(Delivery.Recipient::address);
    }

    private Stream<String> pending(Mail mail) {
        return outbox.get(mail.id()).stream().flatMap(SendingMailbox::pending);
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
            cutOff(delivery, mail, clock.instant().plus(PAUSES.getFirst()), words);
        } else {
            again(delivery, mail, words);
        }
    }

    /** The second time nothing follows by itself: whoever wrote it is told, before that is written down. */
    private void cutOff(Delivery delivery, Mail mail, Instant dueAt, String words) {
        if (delivery.maybeTwice() && mail.author().isPresent()) {
            int attempts = outbox.get(mail.id()).map(Delivery::attempts).orElse(0);
            tell(mail, () -> Undelivered.uncertain(mail, attempts));
        }
        outbox.cutOff(mail.id(), dueAt, words);
    }

    @FunctionalInterface
    private interface Notice {
        byte[] bytes() throws IOException;
    }

    private void tell(Mail mail, Notice notice) {
        try {
            ground.notices().put(mail.mailbox(), notice.bytes());
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private void again(Delivery delivery, Mail mail, String words) {
        if (isTooLate(mail)) {
            giveUp(mail, words);
        } else {
            Duration pause = PAUSES.get(Math.min(delivery.attempts(), PAUSES.size() - 1));
            outbox.later(mail.id(), clock.instant().plus(pause), words);
        }
    }

    private void giveUp(Mail mail, String words) {
        refused(mail, "Given up after " + GIVE_UP_AFTER.toDays() + " days: " + words);
    }

    private boolean isTooLate(Mail mail) {
        return Duration.between(mail.at(), clock.instant()).compareTo(GIVE_UP_AFTER) > 0;
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

    /** Begins no other. */
    void stop() {
        closing = true;
        wake();
    }

    /** What is under way may come to its end: else it would go twice. */
    @Override
    public void close() throws InterruptedException {
        stop();
        if (!thread.join(END_LIMIT)) {
            LOG.warn(
                    "Mailbox {}: a mail that is being sent does not come to its end; it will be sent again and flagged",
                    name);
            thread.interrupt();
        }
    }
}
