package io.ahoy.router.acd;

import io.ahoy.router.acd.Image.CallbackPlan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Customers who left the line to be called back. Their place, arrival and rank stay as they were. */
final class Callbacks {
    private final Floor floor;

    Callbacks(Floor floor) {
        this.floor = floor;
    }

    void chosen(Input.CallbackChosen in, Instant now) {
        floor.contact(in.interaction())
                .filter(contact -> contact.state == InteractionState.WAITING && contact.callback.isEmpty())
                .ifPresent(contact -> leaveTheLine(contact, in.notBefore(), now));
    }

    private void leaveTheLine(Contact contact, Instant notBefore, Instant now) {
        CallbackRule rule = rule(contact);
        // A deadline within the present millisecond would be over for the clock and yet to come for the customer, for
        // ever.
        Instant wanted = notBefore.truncatedTo(ChronoUnit.MILLIS);
        Instant due = inWindow(contact, wanted.isAfter(now) ? wanted : now);
        Instant expires = now.plus(rule.expiry());
        floor.step(
                contact, due.isAfter(now) ? InteractionLifecycle.Event.POSTPONE : InteractionLifecycle.Event.MOVE, now);
        floor.say(new Output.SegmentChanged(contact.segment.ended(now, Segment.Outcome.FLOWED_OUT, Optional.empty())));
        contact.channel = Channel.CALLBACK;
        contact.course = null;
        contact.callback = Optional.of(new CallbackPlan(0, due, expires));
        contact.segment = contact.segment.next(contact.queue(), now);
        contact.patient = false;
        contact.told = Optional.empty();
        floor.say(new Output.SegmentChanged(contact.segment));
        floor.settle(contact);
    }

    /** He did not answer, or must not be called; the agent's part is the caller's business. */
    void notReached(Contact contact, Optional<EndCause> forGood, Instant now) {
        CallbackPlan plan = contact.callback.orElseThrow();
        int attempts = plan.attempts() + 1;
        Instant due = inWindow(contact, now.plus(rule(contact).retry()));
        contact.callback = Optional.of(new CallbackPlan(attempts, due, plan.expires()));
        Optional<EndCause> over = forGood.or(() -> attempts >= rule(contact).attemptsMax()
                ? Optional.of(EndCause.CALLBACK_UNANSWERED)
                : due.isBefore(plan.expires()) ? Optional.empty() : Optional.of(EndCause.CALLBACK_EXPIRED));
        if (over.isPresent()) {
            Overflows.close(floor, contact, over.get(), now);
            return;
        }
        floor.step(contact, InteractionLifecycle.Event.POSTPONE, now);
        floor.settle(contact);
    }

    /** A scheduled one is due, its window has ended while it waited, or all is over. */
    void expired(Contact contact, Instant now) {
        CallbackPlan plan = contact.callback.orElseThrow();
        if (!plan.expires().isAfter(now)) {
            Overflows.close(floor, contact, EndCause.CALLBACK_EXPIRED, now);
            return;
        }
        Instant due = inWindow(contact, now);
        if (contact.state == InteractionState.SCHEDULED && !due.isAfter(now)) {
            floor.step(contact, InteractionLifecycle.Event.DUE, now);
            floor.settle(contact);
            return;
        }
        contact.callback = Optional.of(new CallbackPlan(plan.attempts(), due, plan.expires()));
        if (contact.state == InteractionState.WAITING) {
            floor.step(contact, InteractionLifecycle.Event.POSTPONE, now);
        } else {
            floor.lift(contact);
        }
        floor.settle(contact);
    }

    Instant due(Contact contact) {
        CallbackPlan plan = contact.callback.orElseThrow();
        return plan.due().isBefore(plan.expires()) ? plan.due() : plan.expires();
    }

    /** Whether one that waits does so no longer. */
    boolean isOver(Contact contact, Instant now) {
        return ends(contact).filter(at -> !at.isAfter(now)).isPresent();
    }

    /** Until when it may wait without a break. */
    Optional<Instant> ends(Contact contact) {
        return contact.callback.map(plan -> {
            Optional<Instant> windowEnds = rule(contact).window().flatMap(window -> window.nextChange(contact.since));
            return windowEnds.filter(end -> end.isBefore(plan.expires())).orElse(plan.expires());
        });
    }

    private Instant inWindow(Contact contact, Instant at) {
        return rule(contact).window().flatMap(window -> window.openFrom(at)).orElse(at);
    }

    private CallbackRule rule(Contact contact) {
        return contact.in.rule.callback();
    }
}
