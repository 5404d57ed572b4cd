package io.ahoy.crm.team;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;

/**
 * What follows for an agent whose offer ended without an answer.
 *
 * @param pauseAfter so many offers in a row ended like this: he is put on a break; 0 means never
 * @param pause the reason of that break
 * @param retry how long he is left alone before the next offer, if he is not put on a break
 */
public record NoAnswer(int pauseAfter, String pause, Duration retry) {

    /** How the offer ended. */
    public enum Cause {
        DECLINED,
        TIMED_OUT,
        /** Or it went away after he had accepted, before he spoke to anybody. */
        DEVICE_UNREACHABLE,
        BUSY,
        NETWORK,
        BROWSER_GONE,
        /** Queues without a rule for it hold it against nobody. */
        CUSTOMER_LEFT;

        /** No person said no: unless something is done about it the same phone is rung in a tight circle. */
        boolean isOfDevice() {
            return switch (this) {
                case DECLINED, TIMED_OUT, CUSTOMER_LEFT -> false;
                case DEVICE_UNREACHABLE, BUSY, NETWORK, BROWSER_GONE -> true;
            };
        }
    }

    static SortedMap<Cause, NoAnswer> defaults(Duration declineRetry) {
        return Sorted.map(Map.of(
                Cause.DECLINED, new NoAnswer(0, "system.missed", declineRetry),
                Cause.TIMED_OUT, pauseAtOnce("system.missed"),
                Cause.DEVICE_UNREACHABLE, pauseAtOnce("system.device"),
                Cause.BUSY, pauseAtOnce("system.device"),
                Cause.NETWORK, pauseAtOnce("system.device"),
                Cause.BROWSER_GONE, pauseAtOnce("system.browser"),
                Cause.CUSTOMER_LEFT, new NoAnswer(0, "system.missed", Duration.ZERO)));
    }

    private static NoAnswer pauseAtOnce(String reason) {
        return new NoAnswer(1, reason, Duration.ZERO);
    }
}
