package io.ahoy.router.acd;

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
        Queue queue = floor.queues.openQueueFor(in.queue());
        Contact contact = new Contact(in, queue, arrivedAt, now);
        contact.patient = in.wish().patience().isPositive()
                && in.wish().preferred().flatMap(floor::seat).isPresent();
        floor.admit(contact);
        floor.patience.entered(contact, now);
    }

    /** That the customer is gone is one fact, whether the adapter thought him waiting or talking. */
    void gone(InteractionId id, EndCause cause, Instant now) {
        floor.contact(id).ifPresent(contact -> {
            if (contact.callback.isPresent() && !contact.agentTalks() && isOfTheLine(cause)) {
                return;
            }
            switch (contact.state) {
                case WAITING, SCHEDULED -> abandon(contact, cause, now);
                case OFFERED, CONNECTING -> {
                    offers.customerLeft(contact, now);
                    abandon(contact, cause, now);
                }
                case ACTIVE, INTERRUPTED -> conversations.ended(contact, cause, now);
                // A hang-up can race with a transfer, so leaving twice is legal.
                case WRAP_UP, CLOSED -> {}
            }
        });
    }

    void withdrawn(Input.Withdrawn in, Instant now) {
        floor.contact(in.interaction())
                .filter(contact -> switch (contact.state) {
                    case WAITING, SCHEDULED, OFFERED -> true;
                    case CONNECTING, ACTIVE, INTERRUPTED -> in.by().isPresent() && contact.agent.equals(in.by());
                    case WRAP_UP, CLOSED -> false;
                })
                .ifPresent(contact -> gone(in.interaction(), in.cause(), now));
    }

    void movedToFront(InteractionId id, Instant now) {
        waiting(id).ifPresent(contact -> {
            Contact first = contact.in.head();
            if (first == contact) {
                return;
            }
            floor.step(contact, InteractionLifecycle.Event.MOVE, now);
            contact.tier = first.tier;
            contact.rank = first.rank - 1;
            floor.settle(contact);
        });
    }

    void movedToQueue(InteractionId id, QueueId queue, Instant now) {
        if (!floor.queues.isOpen(queue)) {
            return;
        }
        floor.contact(id)
                .filter(contact -> contact.state == InteractionState.OFFERED
                        && !contact.queue().equals(queue))
                .ifPresent(contact -> offers.retract(contact, OfferOutcome.WITHDRAWN, now));
        waiting(id).filter(contact -> !contact.queue().equals(queue)).ifPresent(contact -> {
            contact.hops = 0;
            moveOn(floor, contact, queue, now);
        });
    }

    /** To another queue while he waits, by a supervisor or by overflow. */
    static void moveOn(Floor floor, Contact contact, QueueId queue, Instant now) {
        QueueId before = contact.queue();
        floor.step(contact, InteractionLifecycle.Event.MOVE, now);
        floor.say(new Output.SegmentChanged(contact.segment.ended(now, Segment.Outcome.FLOWED_OUT, Optional.empty())));
        enter(floor, contact, queue, now);
        floor.queues.perhapsForget(before);
    }

    /** A new segment in a queue; what is lifted waits there afterwards, or has gone where its overflow sends him. */
    static void enter(Floor floor, Contact contact, QueueId queue, Instant now) {
        QueueRule.Priority before = contact.in.priority;
        Queue next = floor.queues.queue(queue);
        QueueRule.Priority after = next.priority;
        contact.segment = contact.segment.next(queue, now);
        contact.in = next;
        contact.rank += before.headStart().minus(after.headStart()).toMillis();
        contact.tier = Math.max(contact.wish.tier(), after.tier());
        contact.patient = false;
        contact.course = null;
        floor.patience.entered(contact, now);
    }

    /** Who chose a callback has hung up; that is not leaving. */
    private static boolean isOfTheLine(EndCause cause) {
        return switch (cause) {
            case CUSTOMER_HUNG_UP, ABANDONED, PBX_FAILED, ENDED_UNSEEN -> true;
            case AGENT_HUNG_UP,
                    AGENT_DEVICE_LOST,
                    TRANSFERRED_OUT,
                    VOICEMAIL,
                    SENT_AWAY,
                    ANSWERED_AUTOMATICALLY,
                    JOINED,
                    ARTICLE_HELPED,
                    CALLBACK_EXPIRED,
                    CALLBACK_UNANSWERED,
                    DO_NOT_CALL -> false;
        };
    }

    private void abandon(Contact contact, EndCause cause, Instant now) {
        floor.step(contact, InteractionLifecycle.Event.CUSTOMER_LEFT, now);
        contact.cause = Optional.of(cause);
        contact.agent = Optional.empty();
        contact.offer = Optional.empty();
        contact.work = null;
        // Nobody gave up whose matter goes on elsewhere, or is settled.
        boolean settled = cause == EndCause.JOINED || cause == EndCause.ARTICLE_HELPED;
        Segment.Outcome outcome = settled ? Segment.Outcome.FLOWED_OUT : Segment.Outcome.ABANDONED;
        contact.segment = contact.segment.ended(now, outcome, Optional.of(cause));
        floor.say(new Output.SegmentChanged(contact.segment));
        floor.settle(contact);
    }

    private Optional<Contact> waiting(InteractionId id) {
        return floor.contact(id).filter(contact -> contact.state == InteractionState.WAITING);
    }
}
