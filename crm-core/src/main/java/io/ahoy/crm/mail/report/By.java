package io.ahoy.crm.mail.report;

import java.time.Duration;
import java.util.Optional;

/** What the rows of a report stand for. */
public enum By {
    MAILBOX(Optional.empty(), By.LONGEST),
    /** In which a mail arrived; a service level is counted to the queue in which the customer waited. */
    QUEUE(Optional.empty(), By.LONGEST),
    /** Of the case that it belongs to. */
    CATEGORY(Optional.empty(), By.LONGEST),
    QUARTER(Optional.of(Duration.ofMinutes(15)), 31),
    HOUR(Optional.of(Duration.ofHours(1)), By.LONGEST),
    /** From 00 to 23, of all days together. */
    HOUR_OF_DAY(Optional.empty(), By.LONGEST),
    DAY(Optional.of(Duration.ofDays(1)), By.LONGEST);

    private static final int LONGEST = 400;

    private final Optional<Duration> step;
    private final int daysMax;

    By(Optional<Duration> step, int daysMax) {
        this.step = step;
        this.daysMax = daysMax;
    }

    /** Of intervals; absent where the rows are none. */
    Optional<Duration> step() {
        return step;
    }

    public boolean isInterval() {
        return step.isPresent();
    }

    /** So that neither the reading nor the answer gets out of hand. */
    public int daysMax() {
        return daysMax;
    }
}
