package io.ahoy.router.acd;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** What happens by itself, in order: a binary heap in which everybody knows his place, so that a deadline can be moved. */
final class Deadlines {
    private Timed[] heap = new Timed[64];
    private int size;

    /** From now on this and no other moment; {@link Instant#MAX} is none. */
    void set(Timed timed, Instant at) {
        set(timed, at.equals(Instant.MAX) ? Timed.NEVER : at.toEpochMilli());
    }

    void set(Timed timed, long at) {
        if (timed.place == Timed.NOWHERE) {
            if (at == Timed.NEVER) {
                return;
            }
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, size * 2);
            }
            timed.due = at;
            put(timed, size++);
            up(timed.place);
            return;
        }
        if (at == Timed.NEVER) {
            remove(timed);
            return;
        }
        timed.due = at;
        up(timed.place);
        down(timed.place);
    }

    void remove(Timed timed) {
        int hole = timed.place;
        if (hole == Timed.NOWHERE) {
            return;
        }
        timed.place = Timed.NOWHERE;
        timed.due = Timed.NEVER;
        Timed last = heap[--size];
        // Not kept from the garbage collector by its old place.
        heap[size] = heap[0];
        if (last != timed) {
            put(last, hole);
            up(hole);
            down(last.place);
        }
    }

    Optional<Instant> next() {
        return size == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(heap[0].due));
    }

    /** The first whose moment has come, if any. */
    Optional<Timed> over(Instant now) {
        return size == 0 || heap[0].due > now.toEpochMilli() ? Optional.empty() : Optional.of(heap[0]);
    }

    private void up(int from) {
        int at = from;
        Timed moved = heap[at];
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (heap[parent].compareTo(moved) <= 0) {
                break;
            }
            put(heap[parent], at);
            at = parent;
        }
        put(moved, at);
    }

    private void down(int from) {
        int at = from;
        Timed moved = heap[at];
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && heap[child + 1].compareTo(heap[child]) < 0) {
                child++;
            }
            if (moved.compareTo(heap[child]) <= 0) {
                break;
            }
            put(heap[child], at);
            at = child;
        }
        put(moved, at);
    }

    private void put(Timed timed, int at) {
        heap[at] = timed;
        timed.place = at;
    }
}
