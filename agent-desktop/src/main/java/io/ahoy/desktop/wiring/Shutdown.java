package io.ahoy.desktop.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped in reverse. One part that cannot stop does not keep the others from it. */
final class Shutdown implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final Deque<Part> started = new ArrayDeque<>();
    private boolean stopping;

    private record Part(String name, AutoCloseable stop) {}

    /** A part that was just being started when all was stopped is stopped as well. */
    void add(String name, AutoCloseable stop) {
        Part part = new Part(name, stop);
        if (!keep(part)) {
            stop(part);
        }
    }

    private synchronized boolean keep(Part part) {
        if (!stopping) {
            started.push(part);
        }
        return !stopping;
    }

    private synchronized Optional<Part> next() {
        stopping = true;
        return Optional.ofNullable(started.poll());
    }

    @Override
    public void close() {
        for (Optional<Part> part = next(); part.isPresent(); part = next()) {
            stop(part.get());
        }
    }

    private static void stop(Part part) {
        long begun = System.nanoTime();
        try {
            part.stop().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("{} could not be stopped", part.name(), e);
        }
        LOG.info("{} stopped in {} ms", part.name(), (System.nanoTime() - begun) / 1_000_000);
    }
}
