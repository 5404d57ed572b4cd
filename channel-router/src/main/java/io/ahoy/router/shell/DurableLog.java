package io.ahoy.router.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal as the router uses it: every call is repeated until the journal answers. One thread calls at a time.
 */
final class DurableLog {
    private static final Logger LOG = LoggerFactory.getLogger(DurableLog.class);
    private static final Duration RETRY_FIRST = Duration.ofMillis(50);

    private final Journal journal;
    private final RouterSettings settings;
    private final InstantSource clock;
    private final LostTime lost;
    private volatile boolean down;
    private volatile boolean givingUp;

    DurableLog(Journal journal, RouterSettings settings, InstantSource clock, LostTime lost) {
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
        this.lost = lost;
    }

    interface Call<T> {
        T run() throws Fenced, JournalDown;
    }

    void append(RowText row) throws Fenced, InterruptedException {
        insist(() -> {
            journal.append(row);
            return row;
        });
    }

    void renew() throws Fenced, InterruptedException {
        insist(() -> {
            journal.renew();
            return true;
        });
    }

    Journal.Recovery read() throws Fenced, InterruptedException {
        return insist(journal::read);
    }

    boolean isDown() {
        return down;
    }

    /** From now on a failure is final; for stopping while the journal is away. */
    void giveUp() {
        givingUp = true;
    }

    private <T> T insist(Call<T> call) throws Fenced, InterruptedException {
        Instant began = clock.instant();
        long beganNanos = System.nanoTime();
        Duration pause = RETRY_FIRST;
        while (true) {
            try {
                T result = call.run();
                answered(began, beganNanos);
                return result;
            } catch (JournalDown away) {
                if (givingUp) {
                    throw new InterruptedException("stopped while the journal was away");
                }
                failed(began, away);
                LockSupport.parkNanos(pause.toNanos());
                if (Thread.interrupted()) {
                    throw new InterruptedException("stopped while the journal was away");
                }
                pause = min(pause.multipliedBy(2), settings.retryMax());
            }
        }
    }

    private void answered(Instant began, long beganNanos) {
        if (down) {
            // However short it was, and before anything more is decided.
            lost.note(beganNanos, System.nanoTime());
            down = false;
            LOG.info("The journal is back after {}", Duration.between(began, clock.instant()));
            settings.listener().journalUp();
        }
    }

    private void failed(Instant began, JournalDown away) {
        if (!down) {
            down = true;
            LOG.error("The journal is away; nothing is decided until it is back: {}", away.toString());
            settings.listener().journalDown(began, away.toString());
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
