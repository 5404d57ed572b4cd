package io.ahoy.router.acd;

import io.ahoy.router.acd.Output.NotTaken;
import io.ahoy.router.acd.Output.NotTaken.Why;
import io.ahoy.router.acd.Output.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * Agents who help themselves from a pulled queue. What is taken was offered and accepted in one step, so that everything which counts
 * offers counts it too.
 */
final class Taking {
    private final Floor floor;
    private final Offers offers;

    Taking(Floor floor, Offers offers) {
        this.floor = floor;
        this.offers = offers;
    }

    void taken(Input.Taken in, Instant now) {
        Optional<NotTaken> obstacle = obstacle(in);
        if (obstacle.isPresent()) {
            floor.say(obstacle.get());
            return;
        }
        Contact contact = floor.contact(in.interaction()).orElseThrow();
        Seat seat = floor.seatOf(in.agent());
        Reason reason = Matching.reason(contact, seat, Reason.Chosen.TAKEN);
        if (seat.presence == Presence.ON_BREAK) {
            // He keeps the reason of his break, and goes back to it once he is done.
            floor.step(seat, SeatLifecycle.Event.RESUME, now);
        }
        offers.make(contact, seat, reason, now);
        offers.accepted(contact.offer.orElseThrow(), now);
    }

    /** Of somebody whose queue it is not nobody learns how it stands. */
    private Optional<NotTaken> obstacle(Input.Taken in) {
        Optional<Contact> there = floor.contact(in.interaction());
        if (there.isEmpty()) {
            return not(in, Why.GONE, Optional.empty());
        }
        Contact contact = there.get();
        if (!contact.in.letsWait(contact.channel)) {
            return not(in, Why.NOT_PULLED, Optional.empty());
        }
        Optional<Seat> sitting = floor.seat(in.agent()).filter(seat -> !seat.leaving);
        if (sitting.isEmpty()) {
            return not(in, Why.SIGNED_OUT, Optional.empty());
        }
        Seat seat = sitting.get();
        boolean isHisQueue = floor.queues.course(contact).needs().stream().anyMatch(need -> need.isMetBy(seat));
        if (!isHisQueue) {
            return not(in, Why.NOT_ABLE, Optional.empty());
        }
        return switch (contact.state) {
            case WAITING -> obstacle(in, contact, seat);
            case OFFERED -> not(in, Why.OFFERED, contact.agent);
            case CONNECTING, ACTIVE, INTERRUPTED, WRAP_UP -> not(in, Why.TAKEN, contact.agent);
            case SCHEDULED, CLOSED -> not(in, Why.GONE, Optional.empty());
        };
    }

    private Optional<NotTaken> obstacle(Input.Taken in, Contact contact, Seat seat) {
        Line line = Matching.lineOf(contact);
        if (!line.need.isMetBy(seat) || !line.isFor(seat)) {
            return contact.patient
                    ? not(in, Why.KEPT, contact.wish.preferred())
                    : not(in, Why.NOT_ABLE, Optional.empty());
        }
        if (seat.isUndecided()) {
            return not(in, Why.RINGING, Optional.empty());
        }
        return floor.capacity.hasRoom(seat, contact.channel)
                ? Optional.empty()
                : not(in, Why.NO_ROOM, Optional.empty());
    }

    private static Optional<NotTaken> not(Input.Taken in, Why why, Optional<AgentId> other) {
        return Optional.of(new NotTaken(in.interaction(), in.agent(), why, other));
    }
}
