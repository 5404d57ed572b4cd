package io.ahoy.router.channel.email.follow;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.mail.FollowUp;
import io.ahoy.crm.mail.FollowUps;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.Team;
import io.ahoy.router.channel.email.Notices;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets conversations come back when their time has come. */
public final class Returning implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Returning.class);
    private static final int BATCH = 50;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(2);
    private static final Duration END_LIMIT = Duration.ofSeconds(2);

    private final FollowUps followUps;
    private final Mails mails;
    private final Team team;
    private final Map<String, Mailbox> mailboxes;
    private final Notices notices;
    private final InstantSource clock;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("mail-follow-ups").unstarted(this::run);

    public Returning(
            FollowUps followUps,
            Mails mails,
            Team team,
            Map<String, Mailbox> mailboxes,
            Notices notices,
            InstantSource clock) {
        this.followUps = followUps;
        this.mails = mails;
        this.team = team;
        this.mailboxes = Map.copyOf(mailboxes);
        this.notices = notices;
        this.clock = clock;
    }

    public void start() {
        thread.start();
    }

    /** One has another time. Never blocks. */
    public void wake() {
        news.release();
    }

    private void run() {
        try {
            while (true) {
                try {
                    for (FollowUp due : followUps.due(clock.instant(), BATCH)) {
                        comeBack(due);
                    }
                    boolean woken = news.tryAcquire(untilNext().toMillis(), TimeUnit.MILLISECONDS);
                    LOG.trace("looking for follow-ups, woken {}", woken);
                    news.drainPermits();
                } catch (DatabaseDown | IOException away) {
                    LOG.warn("Follow-ups wait: {}", away.getMessage());
                    Thread.sleep(RETRY);
                } catch (RuntimeException bug) {
                    LOG.error("Follow-ups could not come back", bug);
                    Thread.sleep(LOOK_EVERY);
                }
            }
        } catch (InterruptedException stop) {
            LOG.debug("no follow-up comes back any more");
        }
    }

    private Duration untilNext() {
        Instant now = clock.instant();
        return followUps
                .nextDue()
                .map(due -> Duration.between(now, due))
                .filter(wait -> wait.compareTo(LOOK_EVERY) < 0)
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .orElse(LOOK_EVERY);
    }

    /** First it is safe that it comes, then that it has come: after a crash in between it comes again, and is known. */
    private void comeBack(FollowUp due) throws IOException {
        List<Mail> conversation = mails.thread(due.thread());
        Optional<Mailbox> mailbox = conversation.reversed().stream()
                .flatMap(mail -> Optional.ofNullable(mailboxes.get(mail.mailbox())).stream())
                .findFirst();
        if (mailbox.isPresent()) {
            String agent = team.agent(due.agent()).map(Agent::name).orElse("somebody who is not here any more");
            notices.put(
                    mailbox.get().name(),
                    Reminder.message(due, conversation.getLast(), mailbox.get().address(), agent));
        } else {
            LOG.warn("The follow-up of conversation {} has no mailbox to come back to", due.thread());
        }
        followUps.returned(due);
    }

    /** Also where it was never started, because there is no mailbox. */
    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        if (thread.isAlive() && !thread.join(END_LIMIT)) {
            LOG.warn("{} does not end in time", thread.getName());
        }
    }
}
