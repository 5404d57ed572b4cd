package io.ahoy.router.acd;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way of an interaction through its queue's widening steps: one need before the first and one after each.
 */
final class Course {
    private final List<Need> needs;
    /** When each step comes, after the entry into the queue. */
    private final List<Duration> widenings;
    /** Of its queue, one for each need, once somebody has waited there. */
    private final @Nullable Line[] lines;

    private int staffing;
    private int seats;
    /** The queue asks for something else by now: who goes by this one needs another. */
    boolean outdated;

    Course(List<Need> needs, List<Duration> widenings) {
        this.needs = List.copyOf(needs);
        this.widenings = List.copyOf(widenings);
        this.lines = new @Nullable Line[needs.size()];
    }

    List<Need> needs() {
        return needs;
    }

    List<Duration> widenings() {
        return widenings;
    }

    /** Of those who may have every agent. */
    Line line(Queue queue, int step) {
        int at = Math.min(step, widenings.size());
        Line known = lines[at];
        if (known == null) {
            known = needs.get(at).line(queue, Collections.emptySortedSet());
            lines[at] = known;
        }
        return known;
    }

    int stepAt(Instant enteredAt, Instant now) {
        int step = 0;
        while (step < widenings.size() && !enteredAt.plus(widenings.get(step)).isAfter(now)) {
            step++;
        }
        return step;
    }

    Optional<Instant> widensAt(int step, Instant enteredAt) {
        return step < widenings.size() ? Optional.of(enteredAt.plus(widenings.get(step))) : Optional.empty();
    }

    /**
     * Signed in for that of its needs for which the most are: now or after the last step, so many could take it.
     *
     * @param since as {@link Needs#staffing} counts: only after a change they are counted anew
     */
    int seats(int since) {
        if (staffing != since) {
            staffing = since;
            seats = 0;
            for (Need need : needs) {
                seats = Math.max(seats, need.seats);
            }
        }
        return seats;
    }
}
