package io.ahoy.desktop.wiring;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped in reverse. One part that cannot stop does not keep the others from it. */
final class Shutdown implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final Deque<Part> started = new ArrayDeque<>();

    private record Part(String name, AutoCloseable stop) {}

    synchronized void add(String name, AutoCloseable stop) {
        started.push(new Part(name, stop));
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            Part part = started.pop();
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
}
