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
    /** The queue asks for something else by now: who goes by this one needs another. */
    boolean outdated;

    Course(List<Need> needs, List<Duration> widenings) {
        this.needs = needs;
        this.widenings = widenings;
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

    /** Whether somebody is signed in who could take it, now or after the last step. */
    boolean isStaffed() {
        for (Need need : needs) {
            if (need.seats > 0) {
                return true;
            }
        }
        return false;
    }
}
