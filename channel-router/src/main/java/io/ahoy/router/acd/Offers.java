package io.ahoy.router.acd;

import io.ahoy.router.acd.Image.OpenOffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From the match to the joined legs: making offers, and every way in which one can end. */
final class Offers {
    /** How long joining the legs may take before it counts as failed. */
    static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final Floor floor;
    private final Callbacks callbacks;

    Offers(Floor floor, Callbacks callbacks) {
        this.floor = floor;
        this.callbacks = callbacks;
    }

    void make(Contact contact, Seat seat, Output.Reason reason, Instant now) {
        Queue queue = contact.in;
        Instant deadline = now.plus(queue.offerLimit);
        floor.step(contact, InteractionLifecycle.Event.OFFER, now);
        floor.lift(seat);
        contact.attempts++;
        OfferId id = new OfferId(contact.id, contact.attempts);
        contact.agent = Optional.of(seat.agent);
        contact.offer = Optional.of(id);
        contact.openOffer = Optional.of(new OpenOffer(id, seat.agent, contact.queue(), now, reason));
        Work work = new Work(seat, contact, id, now);
        contact.work = work;
        seat.works.add(work);
        seat.since = now;
        seat.lastOffer = floor.nextOffer();
        floor.deadlines.set(work, deadline);
        floor.shares.served(queue);
        floor.say(new Output.Offer(id, seat.agent, contact.queue(), contact.channel, deadline, reason));
        floor.settle(contact);
        floor.settle(seat);
    }

    void accepted(OfferId id, Instant now) {
        ringing(id).ifPresent(contact -> {
            finish(contact, OfferOutcome.ACCEPTED, now);
            floor.step(contact, InteractionLifecycle.Event.ACCEPT, now);
            Work work = workOf(contact);
            floor.step(work, WorkLifecycle.Event.ACCEPT, now);
            work.seat.nowBusy(now);
            work.seat.unanswered.accepted();
            setOthersAside(work, now);
            floor.deadlines.set(work, now.plus(connectLimit(contact)));
            floor.say(new Output.Connect(id, work.seat.agent, ringLimit(contact)));
            floor.settle(contact);
            floor.settle(work.seat);
        });
    }

    void declined(OfferId id, Instant now) {
        ringing(id).ifPresent(contact -> notAnswered(contact, OfferOutcome.DECLINED, now));
    }

    void failed(OfferId id, OfferFailure cause, Instant now) {
        ringing(id).ifPresent(contact -> {
            switch (cause) {
                case DEVICE_UNREACHABLE -> notAnswered(contact, OfferOutcome.DEVICE_UNREACHABLE, now);
                case BUSY -> notAnswered(contact, OfferOutcome.BUSY, now);
                case NETWORK -> notAnswered(contact, OfferOutcome.NETWORK, now);
                case BROWSER_GONE -> notAnswered(contact, OfferOutcome.BROWSER_GONE, now);
                case LOST_IN_RESTART -> retract(contact, OfferOutcome.LOST_IN_RESTART, now);
            }
        });
    }

    void timedOut(Work work, Instant now) {
        notAnswered(contactOf(work), OfferOutcome.TIMED_OUT, now);
    }

    /** Takes a ringing offer back; the seat keeps his place among the idle, the customer waits again. */
    void retract(Contact contact, OfferOutcome outcome, Instant now) {
        Work work = workOf(contact);
        backToLine(contact, outcome, now);
        floor.step(work, WorkLifecycle.Event.OFFER_ENDED, now);
        Seats.freed(floor, work.seat, now);
    }

    /** The seat is leaving a ringing offer by its own or a supervisor's wish; what becomes of it is the caller's business. */
    void takeAway(Work work, OfferOutcome outcome, Instant now) {
        backToLine(contactOf(work), outcome, now);
        floor.step(work, WorkLifecycle.Event.OFFER_ENDED, now);
    }

    /** The customer is gone before he spoke to anybody: stop the phone; who let it ring follows his queue's rule. */
    void customerLeft(Contact contact, Instant now) {
        Work work = workOf(contact);
        OpenOffer offer = offerOf(contact);
        if (contact.state == InteractionState.OFFERED) {
            finish(contact, OfferOutcome.CUSTOMER_LEFT, now);
            contact.openOffer = Optional.empty();
            floor.step(work, WorkLifecycle.Event.OFFER_ENDED, now);
            follow(contact.in, work.seat, OfferOutcome.CUSTOMER_LEFT, SeatLifecycle.Event.MISS, now);
            return;
        }
        floor.step(OfferState.ACCEPTED, OfferLifecycle.Event.CUSTOMER_LEFT);
        floor.say(new Output.Retract(offer.id(), offer.agent(), OfferOutcome.CUSTOMER_LEFT));
        floor.step(work, WorkLifecycle.Event.NOT_CONNECTED, now);
        contact.openOffer = Optional.empty();
        Seats.freed(floor, work.seat, now);
    }

    void connected(OfferId id, Instant now) {
        joining(id).ifPresent(contact -> {
            Work work = workOf(contact);
            Queue queue = contact.in;
            floor.step(OfferState.ACCEPTED, OfferLifecycle.Event.CONNECT);
            floor.step(contact, InteractionLifecycle.Event.CONNECT, now);
            floor.step(work, WorkLifecycle.Event.CONNECT, now);
            contact.openOffer = Optional.empty();
            contact.hops = 0;
            contact.segment = contact.segment.answered(work.seat.agent, now);
            if (!queue.letsWait(contact.channel)) {
                queue.pace = queue.pace.answered(now);
            }
            work.seat.unanswered.answered();
            floor.say(new Output.SegmentChanged(contact.segment));
            floor.settle(contact);
            floor.settle(work.seat);
        });
    }

    void connectFailed(OfferId id, ConnectFailure cause, Instant now) {
        joining(id).ifPresent(contact -> {
            switch (cause) {
                case AGENT_LEG_GONE -> legLost(contact, now);
                case BRIDGE_REFUSED -> notConnected(contact, OfferOutcome.NETWORK, now);
                case LOST_IN_RESTART -> notConnected(contact, OfferOutcome.LOST_IN_RESTART, now);
                case CUSTOMER_UNREACHED -> notCalledBack(contact, now, Optional.empty());
                case DO_NOT_CALL -> notCalledBack(contact, now, Optional.of(EndCause.DO_NOT_CALL));
            }
        });
    }

    /** Nobody said whether the legs are joined: as if the bridge had refused. */
    void connectTimedOut(Work work, Instant now) {
        Contact contact = contactOf(work);
        if (contact.callback.isPresent()) {
            notCalledBack(contact, now, Optional.empty());
            return;
        }
        notConnected(contact, OfferOutcome.NETWORK, now);
    }

    // ---- parts

    private void setOthersAside(Work accepted, Instant now) {
        if (accepted.seat.works.size() == 1) {
            return;
        }
        for (Work other : List.copyOf(accepted.seat.works)) {
            if (other != accepted && floor.capacity.yields(other, accepted.channel)) {
                floor.contact(other.interaction).ifPresent(contact -> {
                    floor.step(contact, InteractionLifecycle.Event.INTERRUPT, now);
                    floor.settle(contact);
                });
                floor.step(other, WorkLifecycle.Event.INTERRUPT, now);
                floor.say(new Output.Interrupt(other.interaction, accepted.seat.agent));
            }
        }
    }

    private Duration connectLimit(Contact contact) {
        return CONNECT_LIMIT.plus(ringLimit(contact).orElse(Duration.ZERO));
    }

    private static Optional<Duration> ringLimit(Contact contact) {
        return contact.callback.map(plan -> contact.in.rule.callback().ringLimit());
    }

    /** The customer goes on to the next agent at once; what follows for this one is his queue's rule. */
    private void notAnswered(Contact contact, OfferOutcome outcome, Instant now) {
        Work work = workOf(contact);
        Queue queue = contact.in;
        backToLine(contact, outcome, now);
        floor.step(work, WorkLifecycle.Event.OFFER_ENDED, now);
        follow(queue, work.seat, outcome, SeatLifecycle.Event.MISS, now);
    }

    /** He had accepted, but his phone went away before they spoke: the same to the queue as one that cannot be reached. */
    private void legLost(Contact contact, Instant now) {
        Queue queue = contact.in;
        Work work = notJoined(contact, OfferOutcome.DEVICE_UNREACHABLE, now);
        backToLine(contact, now);
        follow(queue, work.seat, OfferOutcome.DEVICE_UNREACHABLE, SeatLifecycle.Event.DEVICE_LOST, now);
    }

    /** The queue's rule for the agent whose offer ended like this. */
    private void follow(Queue queue, Seat seat, OfferOutcome outcome, SeatLifecycle.Event event, Instant now) {
        NoAnswerRule rule = queue.rule.onNoAnswer(outcome);
        if (rule.pausesAfter(seat.unanswered.another(outcome))) {
            seat.unanswered.answered();
            Seats.stand(floor, seat, event, rule.pause(), now);
            return;
        }
        seat.availableFrom = rule.rest(outcome).map(now::plus);
        Seats.freed(floor, seat, now);
    }

    /** His rank is unchanged, so that he is in front of all who came after him. */
    private void backToLine(Contact contact, OfferOutcome outcome, Instant now) {
        finish(contact, outcome, now);
        floor.step(contact, InteractionLifecycle.Event.OFFER_ENDED, now);
        forgetOffer(contact);
        floor.settle(contact);
    }

    private void backToLine(Contact contact, Instant now) {
        floor.step(contact, InteractionLifecycle.Event.CONNECT_FAILED, now);
        forgetOffer(contact);
        floor.settle(contact);
    }

    private void notConnected(Contact contact, OfferOutcome outcome, Instant now) {
        Work work = notJoined(contact, outcome, now);
        backToLine(contact, now);
        Seats.freed(floor, work.seat, now);
    }

    private void notCalledBack(Contact contact, Instant now, Optional<EndCause> forGood) {
        if (contact.callback.isEmpty()) {
            notConnected(contact, OfferOutcome.NETWORK, now);
            return;
        }
        Work work = notJoined(contact, OfferOutcome.CUSTOMER_LEFT, now);
        forgetOffer(contact);
        callbacks.notReached(contact, forGood, now);
        Seats.freed(floor, work.seat, now);
    }

    private Work notJoined(Contact contact, OfferOutcome outcome, Instant now) {
        Work work = workOf(contact);
        OpenOffer offer = offerOf(contact);
        floor.step(OfferState.ACCEPTED, OfferLifecycle.Event.CONNECT_FAILED);
        floor.say(new Output.Retract(offer.id(), offer.agent(), outcome));
        floor.step(work, WorkLifecycle.Event.NOT_CONNECTED, now);
        return work;
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
        contact.work = null;
        contact.openOffer = Optional.empty();
        contact.offer = Optional.empty();
        contact.agent = Optional.empty();
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

    private static Contact contactOf(Work work) {
        Contact contact = work.contact;
        if (contact == null) {
            throw new Check.Failed("seat " + work.seat.agent + " is " + work.state + " with nobody");
        }
        return contact;
    }

    static Work workOf(Contact contact) {
        Work work = contact.work;
        if (work == null) {
            throw new Check.Failed(contact.id + " is " + contact.state + " with nobody");
        }
        return work;
    }

    private static OpenOffer offerOf(Contact contact) {
        return contact.openOffer.orElseThrow(
                () -> new Check.Failed("interaction " + contact.id + " is " + contact.state + " without an offer"));
    }
}
