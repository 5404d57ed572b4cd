package io.ahoy.router.acd;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What follows for an agent whose offer ended without an answer; the customer is offered to the next one at once in any case, unless
 * it was he who left.
 *
 * @param pauseAfter so many offers in a row ended like this: he is put on a break; 0 means never
 * @param pause the reason of that break
 * @param retry how long he is left alone before the next offer, if he is not put on a break; at least a
 *     second, except where the customer left
 */
public record NoAnswerRule(int pauseAfter, BreakReason pause, Duration retry) {
    /** Without any rest the one who did not answer could be the first again, and a phone that fails be rung in a tight circle. */
    private static final Duration RETRY_MIN = Duration.ofSeconds(1);

    static final NoAnswerRule NOTHING = new NoAnswerRule(0, BreakReason.MISSED, Duration.ZERO);

    public static SortedMap<OfferOutcome, NoAnswerRule> defaults(Duration declineRetry) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
                OfferOutcome.DECLINED, new NoAnswerRule(0, BreakReason.MISSED, declineRetry),
                OfferOutcome.TIMED_OUT, pauseAtOnce(BreakReason.MISSED),
                OfferOutcome.DEVICE_UNREACHABLE, pauseAtOnce(BreakReason.DEVICE_UNREACHABLE),
                OfferOutcome.BUSY, pauseAtOnce(BreakReason.DEVICE_UNREACHABLE),
                OfferOutcome.NETWORK, pauseAtOnce(BreakReason.DEVICE_UNREACHABLE),
                OfferOutcome.BROWSER_GONE, pauseAtOnce(BreakReason.BROWSER_GONE),
                OfferOutcome.CUSTOMER_LEFT, NOTHING)));
    }

    static NoAnswerRule pauseAtOnce(BreakReason reason) {
        return new NoAnswerRule(1, reason, Duration.ZERO);
    }

    boolean pausesAfter(int inARow) {
        return pauseAfter > 0 && inARow >= pauseAfter;
    }

    /** Absent: he may be offered the next at once. Who left is not offered to him again, so that nothing goes round in a circle. */
    Optional<Duration> rest(OfferOutcome outcome) {
        if (outcome == OfferOutcome.CUSTOMER_LEFT) {
            return Optional.of(retry).filter(Duration::isPositive);
        }
        return Optional.of(retry.compareTo(RETRY_MIN) < 0 ? RETRY_MIN : retry);
    }

    /** Consecutive outcomes of one kind at one seat. */
    static final class Streak {
        private final Map<OfferOutcome, Integer> counts = new EnumMap<>(OfferOutcome.class);
        /** Nearly always: then the counts are not looked at. */
        private boolean none = true;

        int another(OfferOutcome outcome) {
            none = false;
            return counts.merge(outcome, 1, Integer::sum);
        }

        /** A phone that he picked up may still go away before anybody is heard: only a conversation proves that it works. */
        void accepted() {
            if (!none) {
                counts.keySet().removeIf(outcome -> outcome != OfferOutcome.DEVICE_UNREACHABLE);
            }
        }

        void answered() {
            if (!none) {
                counts.clear();
                none = true;
            }
        }

        SortedMap<OfferOutcome, Integer> counts() {
            return new TreeMap<>(counts);
        }

        void restore(SortedMap<OfferOutcome, Integer> kept) {
            counts.putAll(kept);
            none = counts.isEmpty();
        }
    }
}
