package io.ahoy.router.acd;

import io.ahoy.router.acd.Estimate.Cause;
import io.ahoy.router.acd.Image.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long somebody will wait: as long as his queue takes for its next {@code position} answers at its present pace. If answers came
 * at random at that pace the time of the n-th would follow a gamma distribution; its 10 % and 90 % points are the range.
 */
final class Estimates {
    /** Of the normal distribution, one side 10 %. */
    private static final double Z = 1.2816;
    /** Until a pace can be measured: a usual handle time. */
    private static final Duration HANDLE = Duration.ofMinutes(4);
    /** A pace that falls by less is not worth a word. */
    private static final double SLOWER = 0.95;

    private Estimates() {}

    /** Nothing if nobody is signed in who could take him, or he waits until somebody chooses to: no pace tells when that is. */
    static Optional<Told> of(Floor floor, Contact contact, Instant now) {
        Queue queue = contact.in;
        int seats = floor.queues.seatsFor(contact);
        if (seats == 0 || queue.letsWait(contact.channel)) {
            return Optional.empty();
        }
        int position = queue.ahead(contact) + 1;
        double measured = queue.pace.perSecond(now);
        double pace = measured > 0 ? measured : (double) seats / HANDLE.toSeconds();
        Estimate estimate = isSomebodyIdle(floor, contact)
                ? new Estimate(position, Duration.ZERO, queue.offerLimit, Optional.empty())
                : new Estimate(position, quantile(position, pace, -Z), quantile(position, pace, Z), Optional.empty());
        Told fresh = new Told(estimate, now, seats, pace);
        return Optional.of(
                contact.told.map(before -> neverGrowing(before, fresh)).orElse(fresh));
    }

    /** Only for who stands at the door; nobody waits beside an idle agent. */
    private static boolean isSomebodyIdle(Floor floor, Contact contact) {
        return floor.queues.course(contact).needs().getFirst().idleSeats > 0;
    }

    /** More than what was left of the last word needs a reason. */
    private static Told neverGrowing(Told before, Told fresh) {
        Estimate now = fresh.estimate();
        if (before.seats() == 0) {
            return fresh;
        }
        Duration left = before.highAt(fresh.at());
        if (now.high().compareTo(left) <= 0) {
            return fresh;
        }
        Optional<Cause> cause = cause(before, fresh);
        Duration high = cause.isPresent() ? now.high() : left;
        Duration low = now.low().compareTo(high) < 0 ? now.low() : high;
        return new Told(new Estimate(now.position(), low, high, cause), fresh.at(), fresh.seats(), fresh.perSecond());
    }

    private static Optional<Cause> cause(Told before, Told fresh) {
        if (fresh.estimate().position() > before.estimate().position()) {
            return Optional.of(Cause.OVERTAKEN);
        }
        if (fresh.seats() < before.seats()) {
            return Optional.of(Cause.FEWER_AGENTS);
        }
        return fresh.perSecond() < SLOWER * before.perSecond() ? Optional.of(Cause.SLOWER) : Optional.empty();
    }

    /** Of the gamma distribution with this shape and rate, by Wilson and Hilferty's approximation (1931). */
    private static Duration quantile(int shape, double perSecond, double z) {
        double root = 1 - 1.0 / (9 * shape) + z / (3 * Math.sqrt(shape));
        double seconds = shape * Math.max(0, root * root * root) / perSecond;
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
