package io.ahoy.router.acd;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From the joined legs to the wrap-up: ending, transferring, losing the agent. */
final class Conversations {
    private final Floor floor;
    private final Seats seats;

    Conversations(Floor floor, Seats seats) {
        this.floor = floor;
        this.seats = seats;
    }

    void ended(Contact contact, EndCause cause, Instant now) {
        floor.step(contact, InteractionLifecycle.Event.END, now);
        finish(contact, cause, now);
    }

    void endAsked(Input.EndAsked in) {
        talking(in.interaction(), in.by()).ifPresent(contact -> floor.say(new Output.HangUp(contact.id)));
    }

    void reattachAsked(Input.ReattachAsked in) {
        talking(in.interaction(), in.by()).ifPresent(contact -> floor.say(new Output.Reattach(contact.id, in.by())));
    }

    void transferAsked(Input.TransferAsked in, Instant now) {
        talking(in.interaction(), in.by()).ifPresent(contact -> {
            switch (in.target()) {
                case TransferTarget.ToQueue(QueueId queue) -> transferToQueue(contact, queue, now);
                case TransferTarget.ToNumber(String number) -> transferOut(contact, number, now);
            }
        });
    }

    void agentLost(InteractionId id, Instant now) {
        floor.contact(id)
                .filter(contact -> contact.state == InteractionState.ACTIVE)
                .ifPresent(contact -> {
                    Seat seat = floor.seatOf(contact.agent.orElseThrow());
                    Segment over = contact.segment
                            .ended(now, Segment.Outcome.ANSWERED, Optional.of(EndCause.AGENT_DEVICE_LOST))
                            .cleared(now);
                    floor.step(contact, InteractionLifecycle.Event.AGENT_LOST, now);
                    floor.say(new Output.ReturnToLine(contact.id, contact.queue()));
                    floor.say(new Output.SegmentChanged(over));
                    waitAgain(contact, contact.queue(), now);
                    seat.reason = Optional.of(BreakReason.BROWSER_GONE);
                    Seats.release(floor, seat, SeatLifecycle.Event.DEVICE_LOST, now);
                });
    }

    private void transferToQueue(Contact contact, QueueId queue, Instant now) {
        if (!floor.lines.isOpen(queue)) {
            return;
        }
        Seat seat = floor.seatOf(contact.agent.orElseThrow());
        Segment over = contact.segment.ended(now, Segment.Outcome.ANSWERED, Optional.empty());
        floor.step(contact, InteractionLifecycle.Event.TRANSFER_TO_QUEUE, now);
        floor.say(new Output.ReturnToLine(contact.id, queue));
        floor.say(new Output.SegmentChanged(over));
        waitAgain(contact, queue, now);
        wrapUp(seat, over, now);
    }

    private void transferOut(Contact contact, String number, Instant now) {
        floor.step(contact, InteractionLifecycle.Event.TRANSFER_OUT, now);
        floor.say(new Output.TransferOut(contact.id, number));
        finish(contact, EndCause.TRANSFERRED_OUT, now);
    }

    /** The customer is gone; his interaction closes once the agent has cleared it. */
    private void finish(Contact contact, EndCause cause, Instant now) {
        contact.cause = Optional.of(cause);
        contact.segment = contact.segment.ended(now, Segment.Outcome.ANSWERED, Optional.of(cause));
        floor.say(new Output.SegmentChanged(contact.segment));
        floor.settle(contact);
        wrapUp(floor.seatOf(contact.agent.orElseThrow()), contact.segment, now);
    }

    private void wrapUp(Seat seat, Segment segment, Instant now) {
        floor.step(seat, SeatLifecycle.Event.END, now);
        seat.wrappingUp = Optional.of(segment);
        Duration limit = floor.lines.rule(segment.queue()).wrapUpLimit();
        if (limit.isPositive()) {
            seat.deadline = Optional.of(now.plus(limit));
            floor.settle(seat);
            return;
        }
        seats.clear(seat, now);
    }

    /** A new segment with the old arrival and rank. */
    private void waitAgain(Contact contact, QueueId queue, Instant now) {
        contact.agent = Optional.empty();
        contact.offer = Optional.empty();
        contact.segment = contact.segment.next(queue, now);
        floor.say(new Output.SegmentChanged(contact.segment));
        floor.settle(contact);
    }

    private Optional<Contact> talking(InteractionId id, AgentId by) {
        return floor.contact(id).filter(contact -> contact.isActiveWith(by));
    }
}
