package io.ahoy.router.channel.email.reply;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Replies;
import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.router.channel.email.arrive.Sorting;
import io.ahoy.router.channel.email.arrive.Understood;
import io.ahoy.router.channel.email.read.MailReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the mails that an overflow of their queue closes. It is done beside the router; what an end of Ahoy came between is done at the
 * next start.
 */
public final class OverflowAnswers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OverflowAnswers.class);
    private static final Duration CAUGHT_UP = Duration.ofDays(7);
    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final Duration END_LIMIT = Duration.ofSeconds(5);

    private final Sorting.Stores stores;
    private final Replies replies;
    private final MailReader reader;
    private final Map<String, Mailbox> mailboxes;
    private final AutomaticReplies automatic;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mail-overflow-", 1).factory());

    public OverflowAnswers(
            Sorting.Stores stores,
            MailReader reader,
            Map<String, Mailbox> mailboxes,
            AutomaticReplies automatic,
            InstantSource clock) {
        this.stores = stores;
        this.replies = new Replies(stores.db());
        this.reader = reader;
        this.mailboxes = Map.copyOf(mailboxes);
        this.automatic = automatic;
        this.clock = clock;
    }

    /** Does what was left over. */
    public void start() {
        soon(() -> replies.unanswered(clock.instant().minus(CAUGHT_UP))
                .forEach(closed -> answer(closed.interaction(), closed.queue(), Optional.empty())));
    }

    /** Returns at once. */
    public void closed(UUID interaction, String queue, String template) {
        soon(() -> answer(interaction, queue, Optional.of(template)));
    }

    private void soon(Runnable work) {
        try {
            thread.execute(() -> untilDone(work));
        } catch (RejectedExecutionException ending) {
            LOG.debug("left for the next start", ending);
        }
    }

    private void untilDone(Runnable work) {
        try {
            work.run();
        } catch (DatabaseDown away) {
            LOG.warn("A mail that an overflow has closed is answered later: {}", away.getMessage());
            thread.schedule(() -> untilDone(work), RETRY.toSeconds(), TimeUnit.SECONDS);
        } catch (RuntimeException bug) {
            LOG.error("A mail that an overflow has closed could not be answered", bug);
        }
    }

    private void answer(UUID interaction, String queue, Optional<String> template) {
        Optional<Mail> mail = stores.mails().lastReceived(interaction);
        Optional<Mailbox> mailbox = mail.map(Mail::mailbox).flatMap(name -> Optional.ofNullable(mailboxes.get(name)));
        if (mailbox.isEmpty()) {
            LOG.warn(
                    "Mail {} was closed by an overflow of queue {} and has no mailbox to answer from",
                    interaction,
                    queue);
            return;
        }
        Optional<Case> service = stores.continuation()
                .follow(interaction, interaction, clock.instant())
                .flatMap(stores.cases()::known);
        automatic.overflowed(read(mail.orElseThrow()).in(mailbox.get()), mailbox.get(), queue, template, service);
    }

    /** Once more: what decides on a reply stands in its headers. What cannot be read names no sender, and gets no answer. */
    private Understood read(Mail mail) {
        Optional<Path> raw = stores.blobs().find(mail.sha256());
        try {
            return raw.isPresent()
                    ? Understood.of(mail, reader.read(raw.get()))
                    : Understood.unreadable(mail, "Its content is missing in the store of files.");
        } catch (IOException | Error tooMuch) {
            LOG.warn("Mail {} cannot be read again", mail.id(), tooMuch);
            return Understood.unreadable(mail, "It could not be read.");
        }
    }

    @Override
    public void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            LOG.debug("an answer to a closed mail is left for the next start");
        }
    }
}
