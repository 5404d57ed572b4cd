package io.ahoy.router.acd;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What happens by itself, in order: a heap, four wide, in which everybody knows his place, so that a deadline can be moved. The times
 * stand beside each other, because most comparisons end with them.
 */
final class Deadlines {
    private static final int WIDTH_BITS = 2;

    private Timed[] heap = new Timed[64];
    private long[] times = new long[64];
    private int size;

    /** From now on this and no other moment; {@link Instant#MAX} is none. */
    void set(Timed timed, Instant at) {
        if (at.equals(Instant.MAX)) {
            remove(timed);
            return;
        }
        long time = upToMillis(at);
        if (timed.place == Timed.NOWHERE) {
            add(timed, time);
            return;
        }
        timed.due = time;
        times[timed.place] = time;
        up(timed.place);
        down(timed.place);
    }

    /** Never before the moment itself: who is woken early would find nothing to do, and be woken again at once, for ever. */
    private static long upToMillis(Instant at) {
        long millis = at.toEpochMilli();
        return at.isAfter(Instant.ofEpochMilli(millis)) ? millis + 1 : millis;
    }

    void remove(Timed timed) {
        int hole = timed.place;
        if (hole == Timed.NOWHERE) {
            return;
        }
        timed.place = Timed.NOWHERE;
        timed.due = Timed.NEVER;
        Timed last = heap[--size];
        if (last != timed) {
            put(last, times[size], hole);
            up(hole);
            down(last.place);
        }
        // Not kept from the garbage collector by its old place.
        heap[size] = heap[0];
    }

    Optional<Instant> next() {
        return size == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(times[0]));
    }

    /** The first whose moment has come, if any. */
    Optional<Timed> over(Instant now) {
        return size == 0 || times[0] > now.toEpochMilli() ? Optional.empty() : Optional.of(heap[0]);
    }

    private void add(Timed timed, long time) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
            times = Arrays.copyOf(times, size * 2);
        }
        timed.due = time;
        put(timed, time, size++);
        up(timed.place);
    }

    private void up(int from) {
        int at = from;
        Timed moved = heap[at];
        long time = times[at];
        while (at > 0) {
            int parent = (at - 1) >>> WIDTH_BITS;
            if (!isBefore(time, moved, parent)) {
                break;
            }
            put(heap[parent], times[parent], at);
            at = parent;
        }
        put(moved, time, at);
    }

    private void down(int from) {
        int at = from;
        Timed moved = heap[at];
        long time = times[at];
        int child = firstChild(at);
        while (child < size) {
            int least = child;
            int end = Math.min(size, child + (1 << WIDTH_BITS));
            for (int other = child + 1; other < end; other++) {
                if (isBefore(times[other], heap[other], least)) {
                    least = other;
                }
            }
            if (!isBefore(times[least], heap[least], time, moved)) {
                break;
            }
            put(heap[least], times[least], at);
            at = least;
            child = firstChild(at);
        }
        put(moved, time, at);
    }

    private static int firstChild(int at) {
        return (at << WIDTH_BITS) + 1;
    }

    private boolean isBefore(long time, Timed timed, int place) {
        return isBefore(time, timed, times[place], heap[place]);
    }

    private static boolean isBefore(long time, Timed timed, long otherTime, Timed other) {
        return time != otherTime ? time < otherTime : timed != other && timed.compareTo(other) < 0;
    }

    private void put(Timed timed, long time, int at) {
        heap[at] = timed;
        times[at] = time;
        timed.place = at;
    }
}
