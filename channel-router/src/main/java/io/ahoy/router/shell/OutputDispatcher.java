package io.ahoy.router.shell;

import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Carries durable outputs to the outlets, to each on a thread of its own, in order. A slow outlet holds up nobody but, once its
 * bounded queue is full, the router itself: better late than lost.
 */
final class OutputDispatcher {
    private final List<Lane> lanes;

    OutputDispatcher(List<Outlet> outlets) {
        lanes = outlets.stream().map(Lane::new).toList();
    }

    void replay(List<Output> outputs, Instant at) throws InterruptedException {
        for (Lane lane : lanes) {
            lane.put(outlet -> outlet.replay(outputs, at));
        }
    }

    void start(Image image, Instant now) throws InterruptedException {
        for (Lane lane : lanes) {
            lane.put(outlet -> outlet.start(image, now));
        }
    }

    void deliver(List<Output> outputs, Instant at) throws InterruptedException {
        for (Lane lane : lanes) {
            lane.put(outlet -> outlet.deliver(outputs, at));
        }
    }

    /** Whether an outlet has taken something that it has not carried out. */
    boolean owes() {
        return lanes.stream().anyMatch(Lane::owes);
    }

    /** Runs the action once every outlet has taken all that was given before. */
    void whenTaken(Runnable action) throws InterruptedException {
        if (lanes.isEmpty()) {
            action.run();
            return;
        }
        AtomicInteger behind = new AtomicInteger(lanes.size());
        for (Lane lane : lanes) {
            lane.put(outlet -> {
                if (behind.decrementAndGet() == 0) {
                    action.run();
                }
            });
        }
    }

    /** Returns whether every outlet has taken everything within this time; those that have not are interrupted */
    boolean close(Duration limit) throws InterruptedException {
        Instant deadline = Instant.now().plus(limit);
        boolean all = true;
        for (Lane lane : lanes) {
            lane.finish();
        }
        for (Lane lane : lanes) {
            all &= lane.join(Duration.between(Instant.now(), deadline));
        }
        return all;
    }

    /** Interrupts whoever is still at work. */
    void abandon() {
        lanes.forEach(Lane::abandon);
    }
}
