package io.ahoy.router.acd;

import java.time.Duration;
import java.util.Optional;

/**
 * How customers who left the line for a callback are called.
 *
 * @param attemptsMax how often one who does not answer is tried
 * @param retry between the attempts
 * @param ringLimit how long his telephone rings
 * @param expiry after his choice: nobody wants to be called next week about today
 * @param window customers are called within these hours only; absent: whenever it is their turn
 */
public record CallbackRule(
        int attemptsMax, Duration retry, Duration ringLimit, Duration expiry, Optional<WeeklyHours> window) {
    public static final CallbackRule DEFAULT =
            new CallbackRule(3, Duration.ofMinutes(10), Duration.ofSeconds(30), Duration.ofHours(24), Optional.empty());
}
