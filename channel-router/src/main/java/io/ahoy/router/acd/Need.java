package io.ahoy.router.acd;

import java.time.Instant;
import java.util.TreeMap;

/** One skill: who waits for it, over all queues, and who is idle with it, the longest idle first. */
final class Need {
    final SkillId skill;
    final Line line = new Line();
    private final TreeMap<Idle, Seat> idle = new TreeMap<>();

    Need(SkillId skill) {
        this.skill = skill;
    }

    private record Idle(Instant since, AgentId agent) implements Comparable<Idle> {
        @Override
        public int compareTo(Idle other) {
            int bySince = since.compareTo(other.since);
            return bySince != 0 ? bySince : agent.compareTo(other.agent);
        }
    }

    void add(Seat seat) {
        idle.put(new Idle(seat.idleSince, seat.agent), seat);
    }

    void remove(Seat seat) {
        idle.remove(new Idle(seat.idleSince, seat.agent));
    }

    boolean canBeMet() {
        return !idle.isEmpty() && line.length() > 0;
    }

    Seat longestIdle() {
        Check.that(!idle.isEmpty(), "nobody is idle with %s", skill);
        return idle.firstEntry().getValue();
    }

    int idleSeats() {
        return idle.size();
    }
}
