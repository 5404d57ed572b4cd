package io.ahoy.router.acd;

import java.time.Instant;
import java.util.Optional;

/** Something that happens by itself at a moment: kept in {@link Deadlines}, which alone changes the time and the place. */
abstract sealed class Timed permits Queue, Contact, Work, Seat {
    static final long NEVER = Long.MAX_VALUE;
    static final int NOWHERE = -1;

    long due = NEVER;
    int place = NOWHERE;
    /** Known to {@link Fresh}. */
    int freshPlace = NOWHERE;

    Optional<Instant> deadline() {
        return due == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(due));
    }

    /** Who goes first at one moment does not depend on the order in which the deadlines were set. */
    final int compareTo(Timed other) {
        int byTime = Long.compare(due, other.due);
        if (byTime != 0) {
            return byTime;
        }
        int byKind = Integer.compare(kind(), other.kind());
        return byKind != 0 ? byKind : compareIds(other);
    }

    private int kind() {
        return switch (this) {
            case Queue queue -> 0;
            case Work work -> 1;
            case Seat seat -> 2;
            case Contact contact -> 3;
        };
    }

    private int compareIds(Timed other) {
        return switch (this) {
            case Queue queue -> queue.id.compareTo(((Queue) other).id);
            case Contact contact -> contact.id.compareTo(((Contact) other).id);
            case Seat seat -> seat.agent.compareTo(((Seat) other).agent);
            case Work work -> {
                int byAgent = work.seat.agent.compareTo(((Work) other).seat.agent);
                yield byAgent != 0 ? byAgent : work.offer.compareTo(((Work) other).offer);
            }
        };
    }
}
