package io.ahoy.crm.history;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How good the waits were that had been estimated on entry. One who left before the range was over proves nothing and is not counted.
 *
 * @param answered of those with an estimate
 * @param outwaited left unanswered after more than the range
 * @param kept answered within the range
 * @param error sum over the answered: how far the wait was from the middle of the range
 */
public record EstimateFigures(int answered, int outwaited, int kept, Duration error) {
    public static final EstimateFigures NONE = new EstimateFigures(0, 0, 0, Duration.ZERO);

    /** Of one that was answered, or that left, after this wait. */
    public static EstimateFigures judged(Duration wait, boolean answered, Duration low, Duration high) {
        boolean beyond = wait.compareTo(high) > 0;
        if (!answered) {
            return new EstimateFigures(0, beyond ? 1 : 0, 0, Duration.ZERO);
        }
        boolean kept = !beyond && wait.compareTo(low) >= 0;
        return new EstimateFigures(
                1, 0, kept ? 1 : 0, wait.minus(low.plus(high).dividedBy(2)).abs());
    }

    /** kept ÷ (answered + outwaited); the ranges are made to hold for 80 %. */
    public OptionalDouble keptShare() {
        int judged = answered + outwaited;
        return judged == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) kept / judged);
    }

    public Optional<Duration> meanError() {
        return answered == 0 ? Optional.empty() : Optional.of(error.dividedBy(answered));
    }

    EstimateFigures plus(EstimateFigures other) {
        return new EstimateFigures(
                answered + other.answered, outwaited + other.outwaited, kept + other.kept, error.plus(other.error));
    }
}
