package io.ahoy.router.acd;

import io.ahoy.router.acd.Image.OpenOffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From the match to the joined legs: making offers, and every way in which one can end. */
final class Offers {
    /** How long joining the legs may take before it counts as failed. */
    static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final Floor floor;

    Offers(Floor floor) {
        this.floor = floor;
    }

    /** Offers as long as somebody waits for whom somebody is idle. */
    void match(Instant now) {
        Optional<Lines.Match> match = floor.lines.bestMatch();
        while (match.isPresent()) {
            make(match.get(), now);
            match = floor.lines.bestMatch();
        }
    }

    void accepted(OfferId id, Instant now) {
        ringing(id).ifPresent(contact -> {
            finish(contact, OfferOutcome.ACCEPTED, now);
            floor.step(contact, InteractionLifecycle.Event.ACCEPT, now);
            Seat seat = seatFor(contact);
            floor.step(seat, SeatLifecycle.Event.ACCEPT, now);
            seat.deadline = Optional.of(now.plus(CONNECT_LIMIT));
            floor.say(new Output.Connect(id, seat.agent));
            floor.settle(contact);
            floor.settle(seat);
        });
    }

    void declined(OfferId id, Instant now) {
        ringing(id).ifPresent(contact -> {
            Seat seat = seatFor(contact);
            Duration retry = floor.lines.rule(contact.queue()).declineRetry();
            backToLine(contact, OfferOutcome.DECLINED, now);
            floor.step(seat, SeatLifecycle.Event.DECLINE, now);
            seat.layDown();
            seat.availableFrom = retry.isPositive() ? Optional.of(now.plus(retry)) : Optional.empty();
            floor.settle(seat);
        });
    }

    void failed(OfferId id, OfferFailure cause, Instant now) {
        ringing(id).ifPresent(contact -> {
            switch (cause) {
                case DEVICE_UNREACHABLE -> lostDevice(contact, OfferOutcome.DEVICE_UNREACHABLE, now);
                case BUSY -> lostDevice(contact, OfferOutcome.BUSY, now);
                case NETWORK -> lostDevice(contact, OfferOutcome.NETWORK, now);
                case BROWSER_GONE -> lostDevice(contact, OfferOutcome.BROWSER_GONE, now);
                case LOST_IN_RESTART -> retract(contact, OfferOutcome.LOST_IN_RESTART, now);
            }
        });
    }

    void timedOut(Seat seat, Instant now) {
        backToLine(contactOf(seat), OfferOutcome.TIMED_OUT, now);
        stand(seat, SeatLifecycle.Event.MISS, BreakReason.MISSED, now);
    }

    /** Takes a ringing offer back; the seat keeps his place among the idle, the customer waits again. */
    void retract(Contact contact, OfferOutcome outcome, Instant now) {
        Seat seat = seatFor(contact);
        backToLine(contact, outcome, now);
        release(seat, now);
    }

    /** The seat is leaving a ringing offer by its own or a supervisor's wish; what becomes of it is the caller's business. */
    void takeAway(Seat seat, OfferOutcome outcome, Instant now) {
        backToLine(contactOf(seat), outcome, now);
    }

    /** The customer is gone before he spoke to anybody: stop the phone and let the agent go on. */
    void customerLeft(Contact contact, Instant now) {
        Seat seat = seatFor(contact);
        OpenOffer offer = offerOf(contact);
        if (contact.state == InteractionState.OFFERED) {
            finish(contact, OfferOutcome.CUSTOMER_LEFT, now);
        } else {
            floor.step(OfferState.ACCEPTED, OfferLifecycle.Event.CUSTOMER_LEFT);
            floor.say(new Output.Retract(offer.id(), offer.agent(), OfferOutcome.CUSTOMER_LEFT));
        }
        contact.openOffer = Optional.empty();
        release(seat, now);
    }

    void connected(OfferId id, Instant now) {
        joining(id).ifPresent(contact -> {
            Seat seat = seatFor(contact);
            floor.step(OfferState.ACCEPTED, OfferLifecycle.Event.CONNECT);
            floor.step(contact, InteractionLifecycle.Event.CONNECT, now);
            floor.step(seat, SeatLifecycle.Event.CONNECT, now);
            contact.openOffer = Optional.empty();
            contact.segment = contact.segment.answered(seat.agent, now);
            seat.deadline = Optional.empty();
            floor.say(new Output.SegmentChanged(contact.segment));
            floor.settle(contact);
            floor.settle(seat);
        });
    }

    void connectFailed(OfferId id, ConnectFailure cause, Instant now) {
        joining(id).ifPresent(contact -> {
            switch (cause) {
                case AGENT_LEG_GONE -> {
                    Seat seat = notJoined(contact, OfferOutcome.DEVICE_UNREACHABLE, now);
                    stand(seat, SeatLifecycle.Event.DEVICE_LOST, BreakReason.DEVICE_UNREACHABLE, now);
                }
                case BRIDGE_REFUSED -> release(notJoined(contact, OfferOutcome.NETWORK, now), now);
                case LOST_IN_RESTART -> release(notJoined(contact, OfferOutcome.LOST_IN_RESTART, now), now);
            }
        });
    }

    /** Nobody said whether the legs are joined: as if the bridge had refused. */
    void connectTimedOut(Seat seat, Instant now) {
        release(notJoined(contactOf(seat), OfferOutcome.NETWORK, now), now);
    }

    private void make(Lines.Match match, Instant now) {
        Contact contact = match.contact();
        Seat seat = match.seat();
        Output.Reason reason = new Output.Reason(
                match.skill(),
                floor.lines.queue(contact.queue()).length(),
                match.idleSeats(),
                contact.arrivedAt,
                Optional.of(seat.idleSince));
        Instant deadline = now.plus(floor.lines.rule(contact.queue()).offerLimit());
        floor.step(contact, InteractionLifecycle.Event.OFFER, now);
        floor.step(seat, SeatLifecycle.Event.OFFER, now);
        contact.attempts++;
        OfferId id = new OfferId(contact.id, contact.attempts);
        contact.agent = Optional.of(seat.agent);
        contact.offer = Optional.of(id);
        contact.openOffer = Optional.of(new OpenOffer(id, seat.agent, contact.queue(), now, reason));
        seat.interaction = Optional.of(contact.id);
        seat.offer = Optional.of(id);
        seat.queue = Optional.of(contact.queue());
        seat.deadline = Optional.of(deadline);
        floor.say(new Output.Offer(id, seat.agent, contact.queue(), contact.channel, deadline, reason));
        floor.settle(contact);
        floor.settle(seat);
    }

    private void lostDevice(Contact contact, OfferOutcome outcome, Instant now) {
        Seat seat = seatFor(contact);
        backToLine(contact, outcome, now);
        BreakReason reason =
                outcome == OfferOutcome.BROWSER_GONE ? BreakReason.BROWSER_GONE : BreakReason.DEVICE_UNREACHABLE;
        stand(seat, SeatLifecycle.Event.DEVICE_LOST, reason, now);
    }

    /** His rank is unchanged, so that he is in front of all who came after him. */
    private void backToLine(Contact contact, OfferOutcome outcome, Instant now) {
        finish(contact, outcome, now);
        floor.step(contact, InteractionLifecycle.Event.OFFER_ENDED, now);
        forgetOffer(contact);
        floor.settle(contact);
    }

    private Seat notJoined(Contact contact, OfferOutcome outcome, Instant now) {
        Seat seat = seatFor(contact);
        OpenOffer offer = offerOf(contact);
        floor.step(OfferState.ACCEPTED, OfferLifecycle.Event.CONNECT_FAILED);
        floor.say(new Output.Retract(offer.id(), offer.agent(), outcome));
        floor.step(contact, InteractionLifecycle.Event.CONNECT_FAILED, now);
        forgetOffer(contact);
        floor.settle(contact);
        return seat;
    }

    private void finish(Contact contact, OfferOutcome outcome, Instant now) {
        OpenOffer offer = offerOf(contact);
        floor.step(OfferState.RINGING, OfferLifecycle.event(outcome));
        if (outcome != OfferOutcome.ACCEPTED) {
            floor.say(new Output.Retract(offer.id(), offer.agent(), outcome));
        }
        floor.say(new Output.OfferEnded(
                offer.id(), offer.agent(), offer.queue(), offer.offeredAt(), now, outcome, offer.reason()));
    }

    private static void forgetOffer(Contact contact) {
        contact.openOffer = Optional.empty();
        contact.offer = Optional.empty();
        contact.agent = Optional.empty();
    }

    /** Ready as before, with his old place among the idle, unless he asked for something else meanwhile. */
    private void release(Seat seat, Instant now) {
        Seats.release(floor, seat, SeatLifecycle.Event.RETRACT, now);
    }

    private void stand(Seat seat, SeatLifecycle.Event event, BreakReason reason, Instant now) {
        seat.reason = Optional.of(reason);
        Seats.release(floor, seat, event, now);
    }

    private Optional<Contact> ringing(OfferId id) {
        return on(id, InteractionState.OFFERED);
    }

    private Optional<Contact> joining(OfferId id) {
        return on(id, InteractionState.CONNECTING);
    }

    private Optional<Contact> on(OfferId id, InteractionState state) {
        return floor.contact(id.interaction()).filter(contact -> contact.state == state && contact.isOn(id));
    }

    private Contact contactOf(Seat seat) {
        Optional<Contact> contact = seat.interaction.flatMap(floor::contact);
        Check.that(contact.isPresent(), "seat %s is %s with nobody", seat.agent, seat.state);
        return contact.orElseThrow();
    }

    private Seat seatFor(Contact contact) {
        return floor.seatOf(offerOf(contact).agent());
    }

    private static OpenOffer offerOf(Contact contact) {
        Check.that(contact.openOffer.isPresent(), "interaction %s is %s without an offer", contact.id, contact.state);
        return contact.openOffer.orElseThrow();
    }
}
