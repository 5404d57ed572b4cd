package io.ahoy.router.acd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The queues there are, and who waits in them. */
final class Queues {
    private final Floor floor;
    /** Configured ones in the operator's order. */
    private Map<QueueId, Queue> open = new LinkedHashMap<>();

    /** The open ones once more, and their rules, in that order: so the changed one of a thousand is found without a look at each. */
    private List<Queue> inOrder = List.of();

    private List<QueueRule> inForce = new ArrayList<>();
    private final SortedMap<QueueId, Queue> closed = new TreeMap<>();

    Queues(Floor floor) {
        this.floor = floor;
    }

    void restore(Image image) {
        image.queues().forEach(rule -> open.put(rule.id(), new Queue(rule)));
        list();
        image.closedQueues().forEach(rule -> {
            Queue queue = new Queue(rule);
            queue.removed = true;
            closed.put(rule.id(), queue);
        });
        image.ledger().paces().forEach((id, pace) -> queue(id).pace = pace);
        image.ledger().passed().forEach((id, passed) -> queue(id).passed = passed);
        image.ledger().hoursChange().forEach((id, at) -> hoursChange(queue(id), Optional.of(at)));
    }

    boolean isOpen(QueueId queue) {
        return open.containsKey(queue);
    }

    /** Nobody is lost to a queue that does not exist: he waits in the first one there is. */
    Queue openQueueFor(QueueId asked) {
        Check.that(!open.isEmpty(), "an arrival for %s before any queue was configured", asked);
        Queue known = open.get(asked);
        return known != null ? known : open.values().iterator().next();
    }

    Queue queue(QueueId id) {
        Queue queue = open.get(id);
        if (queue == null) {
            queue = closed.get(id);
        }
        if (queue == null) {
            throw new Check.Failed("queue " + id + " was forgotten while in use");
        }
        return queue;
    }

    QueueRule rule(QueueId id) {
        return queue(id).rule;
    }

    Course course(Contact contact) {
        Course known = contact.course;
        if (known == null || known.outdated) {
            known = contact.in.course(contact.wish.levels(), contact.channel, floor.needs);
            contact.course = known;
        }
        return known;
    }

    /** Who are signed in and could take him, now or after the last widening. */
    int seatsFor(Contact contact) {
        return course(contact).seats(floor.needs.staffing());
    }

    /** At his present step. */
    void enter(Contact contact) {
        Queue queue = contact.in;
        Line line = lineOf(contact, queue);
        contact.line = line;
        line.need.enter(line, contact);
    }

    void leave(Contact contact) {
        Line line = contact.line;
        if (line == null) {
            throw new Check.Failed(contact.id + " waits in no line");
        }
        line.need.leave(line, contact);
        contact.line = null;
    }

    private Line lineOf(Contact contact, Queue queue) {
        Course course = course(contact);
        if (!contact.patient && contact.wish.never().isEmpty()) {
            return course.line(queue, contact.step);
        }
        Need need = contact.patient
                ? floor.needs.only(contact.wish.preferred().orElseThrow(), contact.channel, queue.strategy)
                : course.needs().get(Math.min(contact.step, course.widenings().size()));
        return need.line(queue, contact.wish.never());
    }

    // ---- configuration

    void configure(List<QueueRule> rules, Instant now) {
        if (areTheSameQueues(rules)) {
            // Nearly always, so nothing is built anew for a thousand queues of which one changes.
            List<Changed> changed = new ArrayList<>();
            for (int i = 0; i < rules.size(); i++) {
                QueueRule rule = rules.get(i);
                if (differs(inForce.get(i), rule)) {
                    inForce.set(i, rule);
                    changed.add(change(inOrder.get(i), rule, now));
                }
            }
            changed.forEach(one -> floor.patience.changed(one.queue(), one.before(), now));
            return;
        }
        Map<QueueId, Queue> before = open;
        Map<QueueId, Queue> after = new LinkedHashMap<>();
        List<QueueRule> changed = new ArrayList<>();
        for (QueueRule rule : rules) {
            Queue known = before.getOrDefault(rule.id(), closed.get(rule.id()));
            Queue queue = known == null ? new Queue(rule) : known;
            if (known == null || known.removed || differs(known.rule, rule)) {
                changed.add(rule);
            }
            after.put(rule.id(), queue);
        }
        open = after;
        List<Queue> removed = before.values().stream()
                .filter(queue -> !after.containsKey(queue.id))
                .toList();
        removed.forEach(queue -> {
            queue.removed = true;
            closed.put(queue.id, queue);
        });
        List<Changed> followed = new ArrayList<>();
        changed.forEach(rule -> {
            closed.remove(rule.id());
            followed.add(change(queue(rule.id()), rule, now));
        });
        list();
        followed.forEach(one -> floor.patience.changed(one.queue(), one.before(), now));
        for (Queue queue : removed) {
            for (Contact contact : queue.everybody()) {
                floor.lift(contact);
                floor.patience.removed(contact, queue, now);
            }
            perhapsForget(queue.id);
        }
    }

    /** In the same order. */
    private boolean areTheSameQueues(List<QueueRule> rules) {
        if (rules.size() != inForce.size()) {
            return false;
        }
        for (int i = 0; i < rules.size(); i++) {
            QueueRule before = inForce.get(i);
            if (before != rules.get(i) && !before.id().equals(rules.get(i).id())) {
                return false;
            }
        }
        return true;
    }

    private static boolean differs(QueueRule before, QueueRule after) {
        return before != after && !before.equals(after);
    }

    private void list() {
        inOrder = List.copyOf(open.values());
        inForce = new ArrayList<>(openRules());
    }

    /** People move only when all rules are the new ones. */
    private record Changed(Queue queue, QueueRule before) {}

    private Changed change(Queue queue, QueueRule rule, Instant now) {
        QueueRule before = queue.rule;
        List<Overflow> limits = queue.limits;
        List<Contact> waiting = queue.everybody();
        waiting.forEach(floor::lift);
        if (!queue.rule.staffing().equals(rule.staffing()) || queue.rule.delivery() != rule.delivery()) {
            queue.forgetCourses(floor.needs);
        }
        queue.follow(rule);
        queue.removed = false;
        if (!limits.equals(queue.limits)) {
            // Whoever is being offered may wait again.
            floor.everybody().stream()
                    .filter(contact -> contact.in == queue)
                    .forEach(contact -> contact.limitsChanged(limits));
        }
        followHours(queue, now);
        waiting.forEach(floor::settle);
        return new Changed(queue, before);
    }

    void followHours(Queue queue, Instant now) {
        hoursChange(queue, queue.rule.hours().flatMap(hours -> hours.nextChange(now)));
    }

    private void hoursChange(Queue queue, Optional<Instant> next) {
        next.ifPresentOrElse(at -> floor.deadlines.set(queue, at), () -> floor.deadlines.remove(queue));
        queue.hoursChange(next);
    }

    void perhapsForget(QueueId id) {
        if (closed.isEmpty() || !closed.containsKey(id)) {
            return;
        }
        boolean used = floor.contacts().stream()
                        .anyMatch(contact -> contact.queue().equals(id))
                || floor.seats().stream().flatMap(seat -> seat.works.stream()).anyMatch(work -> work.in.id.equals(id));
        if (!used) {
            Queue queue = queue(id);
            floor.deadlines.remove(queue);
            queue.forgetCourses(floor.needs);
            closed.remove(id);
        }
    }

    SortedMap<QueueId, Instant> closings() {
        SortedMap<QueueId, Instant> closings = new TreeMap<>();
        all().forEach(queue -> queue.deadline().ifPresent(at -> closings.put(queue.id, at)));
        return closings;
    }

    List<Queue> all() {
        List<Queue> all = new ArrayList<>(open.values());
        all.addAll(closed.values());
        return all;
    }

    List<QueueRule> openRules() {
        return open.values().stream().map(queue -> queue.rule).toList();
    }

    List<QueueRule> closedRules() {
        return closed.values().stream().map(queue -> queue.rule).toList();
    }

    SortedMap<QueueId, Long> passed() {
        SortedMap<QueueId, Long> passed = new TreeMap<>();
        all().stream().filter(queue -> queue.passed > 0).forEach(queue -> passed.put(queue.id, queue.passed));
        return passed;
    }

    SortedMap<QueueId, Pace> paces() {
        SortedMap<QueueId, Pace> paces = new TreeMap<>();
        all().stream().filter(queue -> queue.pace.isKnown()).forEach(queue -> paces.put(queue.id, queue.pace));
        return paces;
    }
}
