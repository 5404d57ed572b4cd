package io.ahoy.router.sim;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.Output;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The real router in virtual time: jumps from event to deadline to event. Who listens acts by the agenda, never at once. */
final class Simulation {
    private final Acd acd;
    private final Agenda agenda = new Agenda();
    private final List<Listener> listeners = new ArrayList<>();
    private Instant now;
    private long steps;

    /** Hears everything that the router is told and says. */
    interface Listener {
        /** @param input absent when only time has passed */
        void heard(Optional<Input> input, List<Output> said, Instant now);
    }

    Simulation(Acd acd, Instant begin) {
        this.acd = acd;
        this.now = begin;
    }

    void add(Listener listener) {
        listeners.add(listener);
    }

    Agenda agenda() {
        return agenda;
    }

    Acd acd() {
        return acd;
    }

    Instant now() {
        return now;
    }

    /** Inputs and expiries so far. */
    long steps() {
        return steps;
    }

    /** Lets everything happen that happens before this moment. */
    void runUntil(Instant end) {
        long limit = end.toEpochMilli();
        while (true) {
            long deadline = acd.nextDeadline().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
            long event = agenda.next();
            if (Math.min(deadline, event) >= limit) {
                now = end;
                return;
            }
            if (deadline <= event) {
                // One who had waited elsewhere may already have waited too long.
                advance(deadline);
                tell(Optional.empty(), acd.tick(now));
            } else {
                advance(event);
                Optional<Input> input = agenda.take().happen();
                input.ifPresent(in -> tell(input, acd.apply(in, now)));
            }
        }
    }

    private void advance(long at) {
        if (at > now.toEpochMilli()) {
            now = Instant.ofEpochMilli(at);
        }
    }

    private void tell(Optional<Input> input, List<Output> said) {
        steps++;
        for (Listener listener : listeners) {
            listener.heard(input, said, now);
        }
    }
}
