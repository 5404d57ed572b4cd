package io.ahoy.router.acd;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
            Seat seat = new Seat(in.agent(), in.abilities(), now);
            floor.step(seat, SeatLifecycle.Event.SIGN_IN, now);
            seat.reason = Optional.of(in.reason());
            floor.seatDown(seat);
            floor.settle(seat);
            return;
        }
        Seat seat = sitting.get();
        if (!seat.abilities.equals(in.abilities())) {
            floor.lift(seat);
            List<Need> met = List.copyOf(seat.needs);
            floor.needs.part(seat);
            seat.can(in.abilities());
            floor.needs.meet(seat);
            floor.settle(seat);
            floor.seatGone(met, now);
        }
    }

    void signedOut(AgentId agent, Instant now) {
        floor.seat(agent).ifPresent(seat -> {
            seat.offered().ifPresent(work -> offers.takeAway(work, OfferOutcome.WITHDRAWN, now));
            giveBackInterrupted(seat, now);
            if (seat.isBusy()) {
                ask(seat, seat.reason, true);
                return;
            }
            leave(floor, seat, now);
        });
    }

    void paused(AgentId agent, BreakReason reason, Instant now) {
        floor.seat(agent).ifPresent(seat -> {
            boolean wasOffered = seat.offered().isPresent();
            if (!wasOffered && !seat.isBusy() && seat.reason.equals(Optional.of(reason))) {
                return;
            }
            // A break while his phone rings is a way of declining.
            seat.offered().ifPresent(work -> offers.takeAway(work, OfferOutcome.DECLINED, now));
            if (seat.isBusy()) {
                ask(seat, Optional.of(reason), seat.leaving);
                return;
            }
            stand(floor, seat, SeatLifecycle.Event.PAUSE, reason, now);
        });
    }

    void resumed(AgentId agent, Instant now) {
        floor.seat(agent).ifPresent(seat -> {
            if (seat.isBusy()) {
                ask(seat, Optional.empty(), false);
                return;
            }
            if (seat.presence == Presence.ON_BREAK) {
                floor.step(seat, SeatLifecycle.Event.RESUME, now);
                seat.reason = Optional.empty();
                seat.idleSince = now;
                floor.settle(seat);
            }
        });
    }

    void wrapUpExtended(Input.WrapUpExtended in) {
        wrappingUp(in.agent(), in.interaction()).ifPresent(work -> {
            WrapUpRule rule = work.in.rule.wrapUp();
            if (work.extensions >= rule.extensionsMax()) {
                return;
            }
            Instant deadline = work.deadline().orElseThrow();
            floor.lift(work.seat);
            work.extensions++;
            floor.deadlines.set(work, deadline.plus(rule.extension()));
            floor.settle(work.seat);
        });
    }

    void wrapUpDone(Input.WrapUpDone in, Instant now) {
        wrappingUp(in.agent(), in.interaction()).ifPresent(work -> clear(work, now));
    }

    /** An offer without answer cost him some rest; it is over. */
    void availableAgain(Seat seat) {
        floor.lift(seat);
        seat.availableFrom = Optional.empty();
        floor.settle(seat);
    }

    /** After-contact work begins, if there is any. */
    void wrapUp(Work work, Segment segment, Instant now) {
        floor.step(work, WorkLifecycle.Event.END, now);
        work.segment = Optional.of(segment);
        Duration limit = work.in.wrapUpLimit;
        if (limit.isPositive()) {
            floor.deadlines.set(work, now.plus(limit));
            floor.settle(work.seat);
            return;
        }
        clear(work, now);
    }

    /** The paperwork is done, or its time is up. */
    void clear(Work work, Instant now) {
        Segment cleared = work.segment
                .orElseThrow(() -> new Check.Failed("seat " + work.seat.agent + " has nothing to clear"))
                .cleared(now);
        floor.say(new Output.SegmentChanged(cleared));
        Contact contact = work.contact;
        boolean stillThere = contact != null
                && contact.state == InteractionState.WRAP_UP
                && contact.segment.number() == cleared.number();
        if (contact != null && stillThere) {
            floor.step(contact, InteractionLifecycle.Event.CLEAR, now);
            contact.segment = cleared;
            floor.settle(contact);
        }
        floor.step(work, WorkLifecycle.Event.CLEAR, now);
        work.seat.idleSince = now;
        freed(floor, work.seat, now);
        floor.queues.perhapsForget(work.in.id);
    }

    // ---- what becomes of a seat that is done with something

    /** Goes on with what was set aside; with nothing left, where he asked to go meanwhile. */
    static void freed(Floor floor, Seat seat, Instant now) {
        floor.lift(seat);
        resumeInterrupted(floor, seat, now);
        seat.perhapsNoLongerBusy(now, floor.today(now));
        if (seat.works.isEmpty()) {
            if (seat.leaving) {
                leave(floor, seat, now);
                return;
            }
            if (seat.reason.isPresent() && seat.presence == Presence.READY) {
                floor.step(seat, SeatLifecycle.Event.PAUSE, now);
                seat.availableFrom = Optional.empty();
            }
        }
        floor.settle(seat);
    }

    /** Onto a break, at once or after what he is on. */
    static void stand(Floor floor, Seat seat, SeatLifecycle.Event event, BreakReason reason, Instant now) {
        seat.perhapsNoLongerBusy(now, floor.today(now));
        if (!seat.works.isEmpty()) {
            floor.lift(seat);
            resumeInterrupted(floor, seat, now);
            seat.reason = Optional.of(reason);
            floor.settle(seat);
            return;
        }
        if (seat.leaving) {
            leave(floor, seat, now);
            return;
        }
        floor.step(seat, event, now);
        seat.reason = Optional.of(reason);
        seat.availableFrom = Optional.empty();
        floor.settle(seat);
    }

    private static void leave(Floor floor, Seat seat, Instant now) {
        floor.step(seat, SeatLifecycle.Event.SIGN_OUT, now);
        seat.reason = Optional.empty();
        seat.leaving = false;
        seat.availableFrom = Optional.empty();
        List<Need> met = List.copyOf(seat.needs);
        floor.settle(seat);
        floor.seatGone(met, now);
    }

    private static void resumeInterrupted(Floor floor, Seat seat, Instant now) {
        for (Work work : List.copyOf(seat.works)) {
            if (work.state == WorkState.INTERRUPTED && floor.capacity.fitsAgain(seat, work)) {
                floor.contact(work.interaction).ifPresent(contact -> {
                    floor.step(contact, InteractionLifecycle.Event.RESUME, now);
                    floor.settle(contact);
                });
                floor.step(work, WorkLifecycle.Event.RESUME, now);
                floor.say(new Output.Resume(work.interaction, seat.agent));
            }
        }
    }

    private void giveBackInterrupted(Seat seat, Instant now) {
        for (Work work : List.copyOf(seat.works)) {
            if (work.state == WorkState.INTERRUPTED) {
                floor.contact(work.interaction).ifPresent(contact -> Conversations.giveBack(floor, contact, now));
            }
        }
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

    private Optional<Work> wrappingUp(AgentId agent, Optional<InteractionId> which) {
        return floor.seat(agent).stream()
                .flatMap(seat -> seat.works.stream())
                .filter(work -> work.state == WorkState.WRAP_UP)
                .filter(work -> which.isEmpty() || which.get().equals(work.interaction))
                .min(Comparator.comparingLong((Work work) -> work.due).thenComparing(work -> work.offer));
    }
}
