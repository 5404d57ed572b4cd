package io.ahoy.router.acd;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Coming, leaving, and being moved by a supervisor. */
final class WaitingRoom {
    private final Floor floor;
    private final Offers offers;
    private final Conversations conversations;

    WaitingRoom(Floor floor, Offers offers, Conversations conversations) {
        this.floor = floor;
        this.offers = offers;
        this.conversations = conversations;
    }

    void arrived(Input.Arrived in, Instant now) {
        if (floor.isKnown(in.interaction())) {
            return;
        }
        // Adapters may have their own clocks; nobody arrives in the future.
        Instant arrivedAt = in.arrivedAt().isAfter(now) ? now : in.arrivedAt().truncatedTo(ChronoUnit.MILLIS);
        QueueId queue = floor.lines.openQueueFor(in.queue());
        Contact contact = new Contact(in.interaction(), in.channel(), queue, arrivedAt, now);
        floor.say(new Output.SegmentChanged(contact.segment));
        floor.admit(contact);
    }

    /** That the customer is gone is one fact, whether the adapter thought him waiting or talking. */
    void gone(InteractionId id, EndCause cause, Instant now) {
        floor.contact(id).ifPresent(contact -> {
            switch (contact.state) {
                case WAITING -> abandon(contact, cause, now);
                case OFFERED, CONNECTING -> {
                    offers.customerLeft(contact, now);
                    abandon(contact, cause, now);
                }
                case ACTIVE -> conversations.ended(contact, cause, now);
                // A hang-up can race with a transfer, so leaving twice is legal.
                case WRAP_UP, CLOSED -> {}
            }
        });
    }

    void movedToFront(InteractionId id, Instant now) {
        waiting(id).ifPresent(contact -> {
            Contact first = floor.lines.queue(contact.queue()).head().orElseThrow();
            if (first == contact) {
                return;
            }
            floor.step(contact, InteractionLifecycle.Event.MOVE, now);
            contact.rank = first.rank.minus(Duration.ofMillis(1));
            floor.settle(contact);
        });
    }

    void movedToQueue(InteractionId id, QueueId queue, Instant now) {
        if (!floor.lines.isOpen(queue)) {
            return;
        }
        floor.contact(id)
                .filter(contact -> contact.state == InteractionState.OFFERED
                        && !contact.queue().equals(queue))
                .ifPresent(contact -> offers.retract(contact, OfferOutcome.WITHDRAWN, now));
        waiting(id).filter(contact -> !contact.queue().equals(queue)).ifPresent(contact -> {
            floor.step(contact, InteractionLifecycle.Event.MOVE, now);
            floor.say(new Output.SegmentChanged(
                    contact.segment.ended(now, Segment.Outcome.FLOWED_OUT, Optional.empty())));
            contact.segment = contact.segment.next(queue, now);
            floor.say(new Output.SegmentChanged(contact.segment));
            floor.settle(contact);
        });
    }

    private void abandon(Contact contact, EndCause cause, Instant now) {
        floor.step(contact, InteractionLifecycle.Event.CUSTOMER_LEFT, now);
        contact.cause = Optional.of(cause);
        contact.agent = Optional.empty();
        contact.offer = Optional.empty();
        contact.segment = contact.segment.ended(now, Segment.Outcome.ABANDONED, Optional.of(cause));
        floor.say(new Output.SegmentChanged(contact.segment));
        floor.settle(contact);
    }

    private Optional<Contact> waiting(InteractionId id) {
        return floor.contact(id).filter(contact -> contact.state == InteractionState.WAITING);
    }
}
