package io.ahoy.router.acd;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What agents want: to sign in and out, to pause, to be ready, to finish their paperwork. */
final class Seats {
    private final Floor floor;
    private final Offers offers;

    Seats(Floor floor, Offers offers) {
        this.floor = floor;
        this.offers = offers;
    }

    void signedIn(Input.SeatSignedIn in, Instant now) {
        Optional<Seat> sitting = floor.seat(in.agent());
        if (sitting.isEmpty()) {
            Seat seat = new Seat(in.agent(), in.skills(), now);
            floor.step(seat, SeatLifecycle.Event.SIGN_IN, now);
            seat.reason = Optional.of(in.reason());
            floor.seatDown(seat);
            return;
        }
        Seat seat = sitting.get();
        if (!seat.skills.equals(in.skills())) {
            floor.lift(seat);
            seat.skills = in.skills();
            floor.settle(seat);
        }
    }

    void signedOut(AgentId agent, Instant now) {
        floor.seat(agent).ifPresent(seat -> {
            if (seat.isBusy()) {
                ask(seat, seat.reason, true);
                return;
            }
            if (seat.state == SeatState.OFFERED) {
                offers.takeAway(seat, OfferOutcome.WITHDRAWN, now);
            }
            seat.leaving = true;
            release(floor, seat, SeatLifecycle.Event.SIGN_OUT, now);
        });
    }

    void paused(AgentId agent, BreakReason reason, Instant now) {
        floor.seat(agent).ifPresent(seat -> {
            if (seat.isBusy()) {
                ask(seat, Optional.of(reason), seat.leaving);
                return;
            }
            if (seat.reason.equals(Optional.of(reason))) {
                return;
            }
            // A break while his phone rings is a way of declining.
            if (seat.state == SeatState.OFFERED) {
                offers.takeAway(seat, OfferOutcome.DECLINED, now);
            }
            seat.reason = Optional.of(reason);
            release(floor, seat, SeatLifecycle.Event.PAUSE, now);
        });
    }

    void resumed(AgentId agent, Instant now) {
        floor.seat(agent).ifPresent(seat -> {
            if (seat.isBusy()) {
                ask(seat, Optional.empty(), false);
                return;
            }
            if (seat.state == SeatState.ON_BREAK) {
                floor.step(seat, SeatLifecycle.Event.RESUME, now);
                seat.reason = Optional.empty();
                seat.idleSince = now;
                floor.settle(seat);
            }
        });
    }

    void wrapUpExtended(AgentId agent) {
        wrappingUp(agent).ifPresent(seat -> {
            Duration more = floor.lines.rule(seat.queue.orElseThrow()).wrapUpExtension();
            floor.lift(seat);
            seat.deadline = seat.deadline.map(at -> at.plus(more));
            floor.settle(seat);
        });
    }

    void wrapUpDone(AgentId agent, Instant now) {
        wrappingUp(agent).ifPresent(seat -> clear(seat, now));
    }

    /** Declining costs some rest; it is over. */
    void availableAgain(Seat seat) {
        floor.lift(seat);
        seat.availableFrom = Optional.empty();
        floor.settle(seat);
    }

    /** The paperwork is done, or its time is up. */
    void clear(Seat seat, Instant now) {
        Check.that(seat.wrappingUp.isPresent(), "seat %s has nothing to clear", seat.agent);
        Segment cleared = seat.wrappingUp.orElseThrow().cleared(now);
        floor.say(new Output.SegmentChanged(cleared));
        floor.contact(cleared.interaction())
                .filter(contact ->
                        contact.state == InteractionState.WRAP_UP && contact.segment.number() == cleared.number())
                .ifPresent(contact -> {
                    floor.step(contact, InteractionLifecycle.Event.CLEAR, now);
                    contact.segment = cleared;
                    floor.settle(contact);
                });
        release(floor, seat, SeatLifecycle.Event.FREE, now);
    }

    /** Leaves whatever the seat was on, and takes the agent where he asked to go meanwhile, or else where {@code event} leads. */
    static void release(Floor floor, Seat seat, SeatLifecycle.Event event, Instant now) {
        floor.step(seat, wanted(seat, event), now);
        seat.layDown();
        seat.availableFrom = Optional.empty();
        switch (seat.state) {
            case READY -> seat.reason = Optional.empty();
            case SIGNED_OUT -> {
                seat.reason = Optional.empty();
                seat.leaving = false;
            }
            case ON_BREAK -> Check.that(seat.reason.isPresent(), "seat %s breaks without a reason", seat.agent);
            case OFFERED, CONNECTING, ON_CONTACT, WRAP_UP -> Check.that(false, "%s does not release", event);
        }
        if (event == SeatLifecycle.Event.FREE) {
            seat.idleSince = now;
        }
        floor.settle(seat);
    }

    private static SeatLifecycle.Event wanted(Seat seat, SeatLifecycle.Event event) {
        if (seat.leaving) {
            return SeatLifecycle.Event.SIGN_OUT;
        }
        boolean wouldBeReady = event == SeatLifecycle.Event.FREE || event == SeatLifecycle.Event.RETRACT;
        return wouldBeReady && seat.reason.isPresent() ? SeatLifecycle.Event.PAUSE : event;
    }

    private void ask(Seat seat, Optional<BreakReason> reason, boolean leaving) {
        if (seat.reason.equals(reason) && seat.leaving == leaving) {
            return;
        }
        floor.lift(seat);
        seat.reason = reason;
        seat.leaving = leaving;
        floor.settle(seat);
    }

    private Optional<Seat> wrappingUp(AgentId agent) {
        return floor.seat(agent).filter(seat -> seat.state == SeatState.WRAP_UP);
    }
}
