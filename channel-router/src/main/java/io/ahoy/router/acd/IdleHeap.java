package io.ahoy.router.acd;

import java.util.Arrays;
import java.util.Optional;

/**
 * The idle seats of one need in the order of one strategy. A seat that is no longer idle stays in the heap as a husk, known by its old
 * number, until it comes to the top or husks are the most: leaving dozens of heaps one by one would cost more than the decision.
 */
final class IdleHeap {
    private static final int SMALL = 16;

    final Strategy strategy;
    private final SkillNeed need;
    private long[] first = new long[4];
    private long[] second = new long[4];
    private int[] stay = new int[4];
    private Seat[] seats = new Seat[4];
    private int size;

    IdleHeap(Strategy strategy, SkillNeed need) {
        this.strategy = strategy;
        this.need = need;
    }

    void enter(Seat seat, int idleSeats) {
        if (size > SMALL && size > 2 * idleSeats) {
            dropHusks();
        }
        if (size == seats.length) {
            grow();
        }
        long one = strategy.first(seat, need);
        long two = strategy.second(seat);
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (compare(parent, one, two, seat) <= 0) {
                break;
            }
            copy(parent, at);
            at = parent;
        }
        set(at, one, two, seat.stay, seat);
    }

    /** The first that this line may have. */
    Optional<Seat> pick(Line line) {
        clearTop();
        if (size == 0) {
            return Optional.empty();
        }
        Seat top = seats[0];
        if (line.isFor(top)) {
            return Optional.of(top);
        }
        removeTop();
        Optional<Seat> other = pick(line);
        enter(top, Integer.MAX_VALUE / 2);
        return other;
    }

    private void clearTop() {
        while (size > 0 && isHusk(0)) {
            removeTop();
        }
    }

    private boolean isHusk(int at) {
        return seats[at].stay != stay[at] || seats[at].idleFor == 0;
    }

    private void removeTop() {
        size--;
        if (size > 0) {
            long one = first[size];
            long two = second[size];
            int number = stay[size];
            Seat seat = seats[size];
            sink(0, one, two, number, seat);
        }
        // Not kept from the garbage collector by its old place.
        seats[size] = seats[0];
    }

    private void sink(int from, long one, long two, int number, Seat seat) {
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && compare(child + 1, first[child], second[child], seats[child]) < 0) {
                child++;
            }
            if (compare(child, one, two, seat) >= 0) {
                break;
            }
            copy(child, at);
            at = child;
        }
        set(at, one, two, number, seat);
    }

    private void dropHusks() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (!isHusk(i)) {
                copy(i, kept++);
            }
        }
        Arrays.fill(seats, kept, size, seats[0]);
        size = kept;
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i, first[i], second[i], stay[i], seats[i]);
        }
    }

    private int compare(int at, long one, long two, Seat seat) {
        int byFirst = Long.compare(first[at], one);
        if (byFirst != 0) {
            return byFirst;
        }
        int bySecond = Long.compare(second[at], two);
        return bySecond != 0 ? bySecond : seats[at].agent.compareTo(seat.agent);
    }

    private void copy(int from, int to) {
        set(to, first[from], second[from], stay[from], seats[from]);
    }

    private void set(int at, long one, long two, int number, Seat seat) {
        first[at] = one;
        second[at] = two;
        stay[at] = number;
        seats[at] = seat;
    }

    private void grow() {
        int more = size * 2;
        first = Arrays.copyOf(first, more);
        second = Arrays.copyOf(second, more);
        stay = Arrays.copyOf(stay, more);
        seats = Arrays.copyOf(seats, more);
    }
}
