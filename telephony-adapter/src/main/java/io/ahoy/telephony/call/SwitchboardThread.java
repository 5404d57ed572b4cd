package io.ahoy.telephony.call;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which calls are known. Tasks from within are taken always; events of the exchange only up to {@link #EVENTS_MAX},
 * then their sender waits.
 */
final class SwitchboardThread implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SwitchboardThread.class);
    private static final int EVENTS_MAX = 10_000;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("switchboard").daemon().factory());
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("switchboard-alarm").daemon().factory());
    private final Semaphore events = new Semaphore(EVENTS_MAX);

    void post(Runnable task) {
        try {
            thread.execute(() -> run(task));
        } catch (RejectedExecutionException e) {
            log.debug("closed; dropped a task");
        }
    }

    void postEvent(Runnable task) {
        events.acquireUninterruptibly();
        post(() -> {
            try {
                task.run();
            } finally {
                events.release();
            }
        });
    }

    void after(Duration delay, Runnable task) {
        try {
            // Never cancelled: an alarm looks at what is true when it rings.
            var unused = alarms.schedule(() -> post(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("closed; dropped an alarm");
        }
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        thread.shutdown();
        events.release(EVENTS_MAX);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            // One call's trouble must not end the telephones of all others.
            log.error("a task of the switchboard failed", e);
        }
    }
}
