package io.ahoy.router.sim;

import io.ahoy.router.acd.Input;
import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;

/** What is going to happen outside of the router, by its moment; what has the same moment happens in the order in which it was put down. */
final class Agenda {
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long written;

    /** Something that happens, and perhaps comes to the router's ears. */
    interface Event {
        Optional<Input> happen();
    }

    private record Entry(long at, long number, Event event) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(number, other.number);
        }
    }

    void submit(Instant at, Input input) {
        Optional<Input> told = Optional.of(input);
        put(at, () -> told);
    }

    void call(Instant at, Runnable doing) {
        put(at, () -> {
            doing.run();
            return Optional.empty();
        });
    }

    void put(Instant at, Event event) {
        entries.add(new Entry(at.toEpochMilli(), written++, event));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Of the next event; the far end of time without one. */
    long next() {
        Entry first = entries.peek();
        return first == null ? Long.MAX_VALUE : first.at();
    }

    Event take() {
        return entries.remove().event();
    }
}
