package io.ahoy.router.acd;

import io.ahoy.router.acd.Image.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Ways out of a queue other than an agent. */
final class Overflows {
    /** The configuration is checked for circles; should one get through, nobody is sent round in it for ever. */
    private static final int HOPS_MAX = 8;

    private final Floor floor;

    Overflows(Floor floor) {
        this.floor = floor;
    }

    /** Whether this is so for somebody at the door. */
    boolean applies(Overflow.When when, Contact contact, Optional<Told> told, Instant now) {
        Queue queue = contact.in;
        return switch (when) {
            case Overflow.Full(int waiting) -> queue.waiting() >= waiting;
            case Overflow.Closed closed -> !queue.isOpen(now);
            case Overflow.NoAgent none -> floor.queues.seatsFor(contact) == 0;
            case Overflow.EstimatedOver(Duration limit) ->
                told.isPresent() && told.get().estimate().middle().compareTo(limit) > 0;
            case Overflow.Closing later -> false;
            case Overflow.Waited later -> false;
        };
    }

    /** With somebody who is lifted or stands at the door; returns whether he is gone from this queue. */
    boolean act(Contact contact, Overflow.Action action, Instant now) {
        QueueId from = contact.queue();
        if (contact.callback.isPresent() && !(action instanceof Overflow.ToQueue)) {
            // He has hung up, so that nobody would hear it, and a call was promised to him.
            return false;
        }
        return switch (action) {
            case Overflow.ToQueue(QueueId queue) -> toQueue(contact, queue, now);
            case Overflow.Voicemail voicemail -> giveUp(contact, action, EndCause.VOICEMAIL, now);
            case Overflow.SendAway message -> giveUp(contact, action, EndCause.SENT_AWAY, now);
            case Overflow.AutoAnswer answer -> giveUp(contact, action, EndCause.ANSWERED_AUTOMATICALLY, now);
            case Overflow.OfferCallback offer -> {
                floor.say(new Output.Overflowed(contact.id, from, action));
                yield false;
            }
        };
    }

    private boolean toQueue(Contact contact, QueueId queue, Instant now) {
        if (!floor.queues.isOpen(queue) || contact.hops >= HOPS_MAX || queue.equals(contact.queue())) {
            return false;
        }
        contact.hops++;
        floor.say(new Output.Overflowed(contact.id, contact.queue(), new Overflow.ToQueue(queue)));
        WaitingRoom.moveOn(floor, contact, queue, now);
        return true;
    }

    private boolean giveUp(Contact contact, Overflow.Action action, EndCause cause, Instant now) {
        floor.say(new Output.Overflowed(contact.id, contact.queue(), action));
        close(floor, contact, cause, now);
        return true;
    }

    /** The router is done with somebody whom nobody served. */
    static void close(Floor floor, Contact contact, EndCause cause, Instant now) {
        floor.step(contact, InteractionLifecycle.Event.GIVE_UP, now);
        contact.cause = Optional.of(cause);
        contact.segment = contact.segment.ended(now, Segment.Outcome.FLOWED_OUT, Optional.of(cause));
        floor.say(new Output.SegmentChanged(contact.segment));
        floor.settle(contact);
    }
}
