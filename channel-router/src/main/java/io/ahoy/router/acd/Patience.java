package io.ahoy.router.acd;

import io.ahoy.router.acd.Image.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What happens to those who wait by time alone: widening, the end of the wait for one agent, time limits, announcements. */
final class Patience {
    private final Floor floor;
    private final Overflows overflows;
    private final Callbacks callbacks;

    Patience(Floor floor) {
        this.floor = floor;
        this.overflows = new Overflows(floor);
        this.callbacks = new Callbacks(floor);
    }

    /** He stands at the door of a queue: he goes on by its overflow, or waits from now on. */
    void entered(Contact contact, Instant now) {
        contact.step = 0;
        contact.limitsOver = 0;
        contact.told = Optional.empty();
        Queue queue = contact.in;
        Optional<Told> estimate = Estimates.of(floor, contact, now);
        estimate.ifPresent(told -> contact.segment = contact.segment.promising(told.estimate()));
        floor.say(new Output.SegmentChanged(contact.segment));
        if (!contact.comesBack) {
            for (Overflow overflow : queue.overflow) {
                if (overflows.applies(overflow.when(), contact, estimate, now)
                        && overflows.act(contact, overflow.action(), now)) {
                    return;
                }
            }
        }
        contact.comesBack = false;
        floor.settle(contact);
    }

    /** At which step he waits, and when something happens to him next. */
    void set(Contact contact, Instant now) {
        switch (contact.state) {
            case WAITING -> {
                Course course = floor.queues.course(contact);
                contact.step = Math.max(
                        Math.min(contact.step, course.widenings().size()),
                        course.stepAt(contact.segment.enteredAt(), now));
                contact.next = nextWhileWaiting(contact, course);
                setDeadline(contact);
            }
            case SCHEDULED -> {
                contact.next = callbacks.due(contact);
                setDeadline(contact);
            }
            case OFFERED, CONNECTING, ACTIVE, INTERRUPTED, WRAP_UP, CLOSED -> {}
        }
    }

    private void setDeadline(Contact contact) {
        floor.deadlines.set(contact, earlier(contact.next, announceAt(contact)));
    }

    void expired(Contact contact, Instant now) {
        if (contact.next.isAfter(now)) {
            announce(contact, now);
            setDeadline(contact);
            return;
        }
        if (contact.state == InteractionState.SCHEDULED || callbacks.isOver(contact, now)) {
            callbacks.expired(contact, now);
            return;
        }
        floor.lift(contact);
        if (contact.patient && !patienceEnds(contact).isAfter(now)) {
            contact.patient = false;
        }
        Optional<Overflow> limit = limit(contact);
        while (limit.isPresent() && !limitEnds(contact, limit.get()).isAfter(now)) {
            contact.limitsOver++;
            if (overflows.act(contact, limit.get().action(), now)) {
                return;
            }
            limit = limit(contact);
        }
        floor.settle(contact);
    }

    /** Its hours have begun or ended. */
    void hoursChanged(Queue queue, Instant now) {
        floor.queues.followHours(queue, now);
        if (queue.closesAt.isPresent()) {
            // From now on it can be told when they will have to go.
            for (Contact contact : queue.everybody()) {
                floor.lift(contact);
                floor.settle(contact);
            }
        }
        if (queue.isOpen(now)) {
            return;
        }
        for (Contact contact : queue.everybody()) {
            leaveBy(contact, queue, Overflow.Closing.class, now);
        }
    }

    /** Its rule was changed while people wait: those whom a changed way out concerns, or who became nobody's business, go by it. */
    void changed(Queue queue, QueueRule before, Instant now) {
        boolean otherWays = !before.overflow().equals(queue.rule.overflow());
        boolean otherHours = otherWays || !before.hours().equals(queue.rule.hours());
        boolean otherStaff = otherWays || !before.staffing().equals(queue.rule.staffing());
        if (otherHours && !queue.isOpen(now)) {
            for (Contact contact : queue.everybody()) {
                leaveBy(contact, queue, Overflow.Closing.class, now);
            }
        }
        if (otherStaff) {
            for (Contact contact : queue.everybody()) {
                if (!contact.patient && floor.queues.seatsFor(contact) == 0) {
                    leaveBy(contact, queue, Overflow.NoAgent.class, now);
                }
            }
        }
    }

    /** These needs lost a seat: whom nobody can serve any more goes by his queue's overflow. */
    void seatGone(List<Need> needs, Instant now) {
        SortedSet<Contact> left = new TreeSet<>();
        for (Need need : needs) {
            if (need.seats == 0) {
                need.waiting.forEach(line -> left.addAll(line.waiting.all()));
            }
        }
        for (Contact contact : left) {
            if (contact.patient) {
                floor.lift(contact);
                contact.patient = false;
                floor.settle(contact);
            }
            if (floor.queues.seatsFor(contact) == 0) {
                leaveBy(contact, contact.in, Overflow.NoAgent.class, now);
            }
        }
    }

    /** Of a queue that is no longer configured: by the first way out that leads anywhere. */
    void removed(Contact contact, Queue queue, Instant now) {
        for (Overflow overflow : queue.overflow) {
            if (overflows.act(contact, overflow.action(), now)) {
                return;
            }
        }
        floor.settle(contact);
    }

    private void leaveBy(Contact contact, Queue queue, Class<? extends Overflow.When> when, Instant now) {
        for (Overflow overflow : queue.overflow) {
            if (when.isInstance(overflow.when())) {
                floor.lift(contact);
                if (!overflows.act(contact, overflow.action(), now)) {
                    floor.settle(contact);
                }
                return;
            }
        }
    }

    private void announce(Contact contact, Instant now) {
        Optional<Told> estimate = Estimates.of(floor, contact, now);
        estimate.ifPresent(told -> floor.say(new Output.Announce(contact.id, contact.queue(), told.estimate())));
        contact.told = Optional.of(
                estimate.or(() -> contact.told.map(told -> told.again(now))).orElseGet(() -> Told.nothing(now)));
    }

    private Instant nextWhileWaiting(Contact contact, Course course) {
        Instant next = Instant.MAX;
        // Who waits for one agent alone has nothing of a widening until that is over.
        next = contact.patient
                ? earlier(next, patienceEnds(contact))
                : earlier(next, course.widensAt(contact.step, contact.segment.enteredAt()));
        next = earlier(next, limit(contact).map(limit -> limitEnds(contact, limit)));
        return earlier(next, callbacks.ends(contact));
    }

    private Optional<Instant> announceAt(Contact contact) {
        Duration every = contact.in.announceEvery;
        if (!every.isPositive() || contact.state != InteractionState.WAITING || contact.callback.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                contact.told.map(Told::at).orElse(contact.segment.enteredAt()).plus(every));
    }

    private static Instant patienceEnds(Contact contact) {
        return contact.segment.enteredAt().plus(contact.wish.patience());
    }

    private static Optional<Overflow> limit(Contact contact) {
        // Who chose a callback has left these behind.
        return contact.callback.isPresent() ? Optional.empty() : contact.nextLimit();
    }

    private static Instant limitEnds(Contact contact, Overflow limit) {
        Duration after = limit.when() instanceof Overflow.Waited waited ? waited.after() : Duration.ZERO;
        return contact.segment.enteredAt().plus(after);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant earlier(Instant one, Optional<Instant> other) {
        return other.isPresent() ? earlier(one, other.get()) : one;
    }
}
