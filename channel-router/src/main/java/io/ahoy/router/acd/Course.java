package io.ahoy.router.acd;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The way of an interaction through its queue's widening steps: one need before the first and one after each.
 *
 * @param widenings when each step comes, after the entry into the queue
 */
record Course(List<Need> needs, List<Duration> widenings) {
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
