package io.ahoy.router.acd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who waits where, and who is idle. Nobody is ever scanned: a change marks the skills it concerns, and only the heads of those are
 * compared.
 */
final class Lines {
    /** Configured queues in their order; linked, so that the order is the operator's. */
    private final Map<QueueId, QueueRule> open = new LinkedHashMap<>();

    private final SortedMap<QueueId, QueueRule> closed = new TreeMap<>();
    private final SortedMap<QueueId, Line> queues = new TreeMap<>();
    private final SortedMap<SkillId, Need> needs = new TreeMap<>();
    private final SortedSet<SkillId> touched = new TreeSet<>();

    /** The best pair there is. */
    record Match(Contact contact, Seat seat, SkillId skill, int idleSeats) {}

    /**
     * @param stillUsed whether somebody who came for a queue is still here; its rule is then kept
     */
    void configure(List<QueueRule> rules, Predicate<QueueId> stillUsed) {
        closed.putAll(open);
        open.clear();
        rules.forEach(rule -> open.put(rule.id(), rule));
        closed.keySet().removeIf(queue -> open.containsKey(queue) || !stillUsed.test(queue));
        queues.keySet().removeIf(queue -> !open.containsKey(queue) && !closed.containsKey(queue));
    }

    void restoreClosed(List<QueueRule> rules) {
        rules.forEach(rule -> closed.put(rule.id(), rule));
    }

    boolean isOpen(QueueId queue) {
        return open.containsKey(queue);
    }

    /** Nobody is lost to a queue that does not exist: he waits in the first one there is. */
    QueueId openQueueFor(QueueId asked) {
        Check.that(!open.isEmpty(), "an arrival for %s before any queue was configured", asked);
        return isOpen(asked) ? asked : open.keySet().iterator().next();
    }

    QueueRule rule(QueueId queue) {
        Optional<QueueRule> rule =
                Optional.ofNullable(open.get(queue)).or(() -> Optional.ofNullable(closed.get(queue)));
        Check.that(rule.isPresent(), "queue %s was forgotten while in use", queue);
        return rule.orElseThrow();
    }

    void enter(Contact contact) {
        queue(contact.queue()).enter(contact);
        need(rule(contact.queue()).skill()).line.enter(contact);
        touched.add(rule(contact.queue()).skill());
    }

    void leave(Contact contact) {
        queue(contact.queue()).leave(contact);
        need(rule(contact.queue()).skill()).line.leave(contact);
    }

    void enter(Seat seat) {
        seat.skills.forEach(skill -> need(skill).add(seat));
        touched.addAll(seat.skills);
    }

    void leave(Seat seat) {
        seat.skills.forEach(skill -> need(skill).remove(seat));
    }

    Line queue(QueueId queue) {
        return queues.computeIfAbsent(queue, id -> new Line());
    }

    /**
     * Among the skills touched since the last call that found nothing: the best-ranked customer for whom somebody is idle, with the
     * longest idle of those.
     */
    Optional<Match> bestMatch() {
        Optional<Need> best = Optional.empty();
        for (SkillId skill : touched) {
            Need need = need(skill);
            if (need.canBeMet() && (best.isEmpty() || isBefore(need, best.get()))) {
                best = Optional.of(need);
            }
        }
        if (best.isEmpty()) {
            touched.clear();
        }
        return best.map(
                need -> new Match(need.line.head().orElseThrow(), need.longestIdle(), need.skill, need.idleSeats()));
    }

    List<QueueRule> openRules() {
        return new ArrayList<>(open.values());
    }

    List<QueueRule> closedRules() {
        return new ArrayList<>(closed.values());
    }

    private static boolean isBefore(Need one, Need other) {
        Line.Place place = Line.Place.of(one.line.head().orElseThrow());
        return place.compareTo(Line.Place.of(other.line.head().orElseThrow())) < 0;
    }

    private Need need(SkillId skill) {
        return needs.computeIfAbsent(skill, Need::new);
    }
}
