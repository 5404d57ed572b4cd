package io.ahoy.router.sim;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Small dice. */
final class Chance {
    private Chance() {}

    /** Nothing is drawn where nothing can happen, so that a fault that is switched off costs no number. */
    static boolean of(double share, RandomGenerator chance) {
        return share > 0 && chance.nextDouble() < share;
    }

    static Duration upTo(Duration longest, RandomGenerator chance) {
        return Duration.ofMillis(1 + chance.nextLong(longest.toMillis()));
    }
}
