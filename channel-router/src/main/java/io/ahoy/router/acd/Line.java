package io.ahoy.router.acd;

import java.util.SortedSet;

/** Those who wait in one queue for the same need and whom the same agents must not get: as far as agents go they are alike. */
final class Line implements Comparable<Line> {
    final Queue queue;
    final Need need;
    final SortedSet<AgentId> never;
    final Ranked<Contact> waiting = new Ranked<>();

    Line(Queue queue, Need need, SortedSet<AgentId> never) {
        this.queue = queue;
        this.need = need;
        this.never = never;
    }

    Contact head() {
        return waiting.head();
    }

    /** Whose head goes first; only while somebody waits in both. */
    @Override
    public int compareTo(Line other) {
        return this == other ? 0 : head().compareTo(other.head());
    }

    boolean isFor(Seat seat) {
        return never.isEmpty() || !never.contains(seat.agent);
    }
}
