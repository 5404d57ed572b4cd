package io.ahoy.desktop.wiring;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after one process that Ahoy started: when it died it is started again, with growing pauses between failures. */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(30);

    private final String what;
    private final Check check;
    private final Thread thread;

    /** Does nothing while the process lives, starts it again otherwise; fails by throwing. */
    interface Check {
        void ensureUp() throws Exception;
    }

    Watchdog(String what, Check check) {
        this.what = what;
        this.check = check;
        this.thread = Thread.ofVirtual().name("watchdog " + what).start(this::watch);
    }

    private void watch() {
        Duration pause = LOOK;
        try {
            while (true) {
                Thread.sleep(pause);
                pause = isUp() ? LOOK : longer(pause);
            }
        } catch (InterruptedException stopping) {
            LOG.debug("Nobody watches {} any more", what);
        }
    }

    private boolean isUp() throws InterruptedException {
        try {
            check.ensureUp();
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.error("{} is down and does not start: {}", what, e.getMessage());
            LOG.debug("{} does not start", what, e);
            return false;
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : doubled;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
