package io.ahoy.crm.history;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The figures of METRICS.md over one interval, kept as counts and sums, so that intervals and queues can be added and ratios
 * are computed from sums. "In time" means a wait up to the queue's threshold T; "early" means a wait shorter than T.
 *
 * @param offered segments that entered the queue
 * @param answered connected with an agent
 * @param answeredInTime with a wait ≤ T
 * @param abandoned the customer left
 * @param shortAbandoned with a wait < S
 * @param flowedOut left by transfer, overflow or a supervisor's move
 * @param flowedOutEarly with a wait < T
 * @param waiting of the offered, still in the queue
 * @param waitingEarly with a wait < T so far
 * @param waitOfAnswered sum over the answered, ringing included
 * @param longestWait of the answered and the abandoned
 * @param oldestWaiting age of the oldest still in the queue, even if it entered before the interval
 * @param handled of the answered, those whose after-contact work is over
 * @param handleTime sum over the handled: talk, hold and after-contact work
 * @param afterContactWork sum over the handled
 * @param estimates of the wait, judged
 */
public record QueueFigures(
        int offered,
        int answered,
        int answeredInTime,
        int abandoned,
        int shortAbandoned,
        int flowedOut,
        int flowedOutEarly,
        int waiting,
        int waitingEarly,
        Duration waitOfAnswered,
        Duration longestWait,
        Optional<Duration> oldestWaiting,
        int handled,
        Duration handleTime,
        Duration afterContactWork,
        EstimateFigures estimates) {

    public static final QueueFigures NONE = withOldest(Optional.empty());

    /** answeredInTime ÷ (offered − shortAbandoned − flowedOutEarly − waitingEarly); empty while nothing counts yet. */
    public OptionalDouble serviceLevel() {
        return ratio(answeredInTime, countedForServiceLevel());
    }

    /** What the service level is a share of; over several queues it is made from the sums, never averaged. */
    public int countedForServiceLevel() {
        return offered - shortAbandoned - flowedOutEarly - waitingEarly;
    }

    /** abandoned ÷ offered. */
    public OptionalDouble abandonRate() {
        return ratio(abandoned, offered);
    }

    /** The abandon rate as if those who left within the short-abandon threshold had never come. */
    public OptionalDouble abandonRateWithoutShort() {
        return ratio(abandoned - shortAbandoned, offered - shortAbandoned);
    }

    /** ASA: mean wait of the answered. */
    public Optional<Duration> averageSpeedOfAnswer() {
        return mean(waitOfAnswered, answered);
    }

    /** AHT: mean of talk, hold and after-contact work. */
    public Optional<Duration> averageHandleTime() {
        return mean(handleTime, handled);
    }

    public QueueFigures plus(QueueFigures other) {
        return new QueueFigures(
                offered + other.offered,
                answered + other.answered,
                answeredInTime + other.answeredInTime,
                abandoned + other.abandoned,
                shortAbandoned + other.shortAbandoned,
                flowedOut + other.flowedOut,
                flowedOutEarly + other.flowedOutEarly,
                waiting + other.waiting,
                waitingEarly + other.waitingEarly,
                waitOfAnswered.plus(other.waitOfAnswered),
                longer(longestWait, other.longestWait),
                oldestWaiting.isPresent() && other.oldestWaiting.isPresent()
                        ? Optional.of(longer(oldestWaiting.get(), other.oldestWaiting.get()))
                        : oldestWaiting.or(other::oldestWaiting),
                handled + other.handled,
                handleTime.plus(other.handleTime),
                afterContactWork.plus(other.afterContactWork),
                estimates.plus(other.estimates));
    }

    QueueFigures withOldestWaiting(Duration age) {
        return plus(withOldest(Optional.of(age)));
    }

    private static QueueFigures withOldest(Optional<Duration> age) {
        return new QueueFigures(
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Duration.ZERO,
                Duration.ZERO,
                age,
                0,
                Duration.ZERO,
                Duration.ZERO,
                EstimateFigures.NONE);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static OptionalDouble ratio(int part, int whole) {
        return whole <= 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    private static Optional<Duration> mean(Duration sum, int count) {
        return count == 0 ? Optional.empty() : Optional.of(sum.dividedBy(count));
    }
}
