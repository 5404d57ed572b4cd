package io.ahoy.router.shell;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One outlet, its bounded queue and its thread. */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int DELIVERIES_MAX = 4_096;

    private final BlockingQueue<Consumer<Outlet>> deliveries = new ArrayBlockingQueue<>(DELIVERIES_MAX);
    private final Outlet outlet;
    private final Thread thread;
    private volatile boolean finishing;

    Lane(Outlet outlet) {
        this.outlet = outlet;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("outlet-" + outlet.getClass().getSimpleName())
                .start(this::run);
    }

    void put(Consumer<Outlet> delivery) throws InterruptedException {
        deliveries.put(delivery);
    }

    /** Ends after what is queued. */
    void finish() throws InterruptedException {
        deliveries.put(ignored -> finishing = true);
    }

    boolean join(Duration limit) throws InterruptedException {
        if (thread.join(limit.isPositive() ? limit : Duration.ofMillis(1))) {
            return true;
        }
        LOG.warn("{} has not taken all outputs in time and is interrupted", thread.getName());
        thread.interrupt();
        return false;
    }

    boolean owes() {
        return outlet.owes();
    }

    void abandon() {
        if (thread.isAlive()) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (!finishing) {
                give(deliveries.take());
            }
        } catch (InterruptedException stop) {
            LOG.info("{} interrupted with {} deliveries to go", thread.getName(), deliveries.size());
        }
    }

    private void give(Consumer<Outlet> delivery) {
        try {
            delivery.accept(outlet);
        } catch (RuntimeException | Error bug) {
            // An outlet that fails once must not go deaf: the next delivery may be a hang-up.
            LOG.error("{} failed on a delivery", thread.getName(), bug);
        }
    }
}
