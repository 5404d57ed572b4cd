package io.ahoy.router.acd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * One skill need on one channel, over all queues that have it: the lines of those who wait for it, and the seats that meet it and are
 * idle. A seat knows its needs, a line knows its need, so that nobody is ever searched for.
 */
final class Need {
    /** Its place in {@link Heads}. */
    final int number;

    final SkillNeed skills;
    final Channel channel;
    /** Those who wait for this one agent only. */
    final Optional<AgentId> only;
    /** Of those who wait to be taken: nobody is offered them. */
    final boolean pulled;

    /** Lines in which somebody waits, the best head first. */
    final Ranked<Line> waiting = new Ranked<>();
    /** That lead through it. */
    int courses;
    /** Signed-in seats that meet it, idle or not. */
    int seats;

    int idleSeats;
    private final Map<QueueId, Line> lines = new LinkedHashMap<>();
    private final List<IdleHeap> idle = new ArrayList<>(1);
    private final Heads heads;

    Need(int number, SkillNeed skills, Channel channel, Optional<AgentId> only, boolean pulled, Heads heads) {
        this.number = number;
        this.heads = heads;
        this.skills = skills;
        this.channel = channel;
        this.only = only;
        this.pulled = pulled;
    }

    boolean isMetBy(Seat seat) {
        return (only.isEmpty() || only.get().equals(seat.agent)) && skills.isMetBy(seat);
    }

    Line line(Queue queue, SortedSet<AgentId> never) {
        if (!never.isEmpty()) {
            return new Line(queue, this, never);
        }
        Line known = lines.get(queue.id);
        if (known != null && known.queue == queue) {
            return known;
        }
        // A queue that was forgotten and configured again is another one.
        Line line = new Line(queue, this, never);
        lines.put(queue.id, line);
        return line;
    }

    void forget(QueueId queue) {
        lines.remove(queue);
    }

    boolean isUnused() {
        return courses == 0 && waiting.isEmpty();
    }

    void enter(Line line, Contact contact) {
        boolean wasEmpty = line.waiting.isEmpty();
        boolean first = wasEmpty || contact.compareTo(line.head()) < 0;
        boolean moves = first && (wasEmpty || waiting.size() > 1);
        if (moves && !wasEmpty) {
            waiting.leave(line);
        }
        line.waiting.enter(contact);
        if (wasEmpty) {
            line.queue.begun(line);
        }
        if (moves) {
            waiting.enter(line);
        }
        if (first) {
            tellHeads();
        }
    }

    void leave(Line line, Contact contact) {
        boolean first = line.head() == contact;
        boolean last = line.waiting.size() == 1;
        boolean moves = first && (last || waiting.size() > 1);
        if (moves) {
            waiting.leave(line);
        }
        line.waiting.leave(contact);
        if (last) {
            line.queue.emptied(line);
        } else if (moves) {
            waiting.enter(line);
        }
        if (first) {
            tellHeads();
        }
    }

    /** A seat that has become free finds no one there who waits to be taken. */
    private void tellHeads() {
        if (!pulled) {
            heads.set(this, waiting.isEmpty() ? null : waiting.head().head());
        }
    }

    void enter(Seat seat) {
        idleSeats++;
        for (IdleHeap heap : idle) {
            heap.enter(seat, idleSeats);
        }
    }

    void leave(Seat seat) {
        idleSeats--;
    }

    /** Which idle seat this line's next is offered to. */
    Optional<Seat> pick(Line line) {
        if (pulled || idleSeats == 0) {
            return Optional.empty();
        }
        return heap(line.queue.strategy).pick(line);
    }

    /** Who is served first when this seat asks. */
    @Nullable
    Contact first(Seat seat) {
        for (Line line : waiting) {
            if (line.isFor(seat)) {
                return line.head();
            }
        }
        return null;
    }

    boolean ranksBy(Strategy strategy) {
        return idle.stream().anyMatch(heap -> heap.strategy.equals(strategy));
    }

    /** From now on idle seats are also ordered like this; those already idle have to enter it. */
    IdleHeap rankBy(Strategy strategy) {
        IdleHeap heap = new IdleHeap(strategy, skills);
        idle.add(heap);
        return heap;
    }

    private IdleHeap heap(Strategy strategy) {
        for (IdleHeap heap : idle) {
            if (heap.strategy == strategy || heap.strategy.equals(strategy)) {
                return heap;
            }
        }
        throw new Check.Failed("nobody is ordered by " + strategy);
    }
}
