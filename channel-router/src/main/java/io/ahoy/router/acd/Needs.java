package io.ahoy.router.acd;

import io.ahoy.router.acd.QueueRule.Staffing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Every need that somebody has or may have, and which seats meet it. */
final class Needs {
    private final Map<Key, Need> all = new LinkedHashMap<>();
    private final Heads heads = new Heads();
    private final BitSet numbers = new BitSet();
    private final Map<AgentId, Seat> seats;
    /** Who has it at any level: a need is compared with those who have its rarest skill, not with everybody. */
    private final Map<SkillId, Set<Seat>> skilled = new LinkedHashMap<>();

    /** Counts the changes of who is signed in and what he can do. */
    private int staffing = 1;

    private record Key(SkillNeed skills, Channel channel, Optional<AgentId> only, boolean pulled) {}

    /** @param seats everybody who is signed in, at any time */
    Needs(Map<AgentId, Seat> seats) {
        this.seats = seats;
    }

    /** @param pulled whoever goes through it waits to be taken */
    Course course(Staffing staffing, SortedMap<SkillId, Integer> levels, Channel channel, boolean pulled) {
        List<Need> needs = new ArrayList<>();
        List<Duration> widenings = new ArrayList<>();
        SkillNeed skills = staffing.need().and(levels);
        needs.add(need(new Key(skills, channel, Optional.empty(), pulled), staffing.strategy()));
        for (Widening step : staffing.widening()) {
            skills = skills.after(step.changes());
            needs.add(need(new Key(skills, channel, Optional.empty(), pulled), staffing.strategy()));
            widenings.add(step.after());
        }
        needs.forEach(need -> need.courses++);
        return new Course(needs, widenings);
    }

    /** Of those who wait for one agent. */
    Need only(AgentId agent, Channel channel, Strategy strategy) {
        return need(new Key(SkillNeed.NONE, channel, Optional.of(agent), false), strategy);
    }

    /** A seat that came, or whose abilities changed. */
    void meet(Seat seat) {
        staffing++;
        seat.abilities
                .levels()
                .keySet()
                .forEach(skill -> skilled.computeIfAbsent(skill, fresh -> new LinkedHashSet<>())
                        .add(seat));
        all.values().stream().filter(need -> need.isMetBy(seat)).forEach(need -> {
            need.seats++;
            seat.meets(need);
        });
    }

    /** Before its abilities change. */
    void part(Seat seat) {
        staffing++;
        seat.abilities
                .levels()
                .keySet()
                .forEach(skill -> skilled.computeIfPresent(skill, (same, all) -> {
                    all.remove(seat);
                    return all.isEmpty() ? null : all;
                }));
        seat.needs.forEach(need -> need.seats--);
        seat.meetsNothing();
    }

    private Need need(Key key, Strategy strategy) {
        Need known = all.get(key);
        Need need = known == null ? added(key) : known;
        if (!need.ranksBy(strategy)) {
            IdleHeap heap = need.rankBy(strategy);
            for (Seat seat : candidates(need)) {
                if (seat.isIdleFor(need.channel) && need.isMetBy(seat)) {
                    heap.enter(seat, need.idleSeats);
                }
            }
        }
        return need;
    }

    private Need added(Key key) {
        int number = numbers.nextClearBit(0);
        numbers.set(number);
        Need need = new Need(number, key.skills(), key.channel(), key.only(), key.pulled(), heads);
        all.put(key, need);
        for (Seat seat : candidates(need)) {
            if (need.isMetBy(seat)) {
                need.seats++;
                seat.meets(need);
                if (seat.isIdleFor(need.channel)) {
                    need.idleSeats++;
                }
            }
        }
        return need;
    }

    /** All who meet it are among them. */
    private Collection<Seat> candidates(Need need) {
        if (need.only.isPresent()) {
            Seat only = seats.get(need.only.get());
            return only == null ? List.of() : List.of(only);
        }
        Collection<Seat> fewest = seats.values();
        for (SkillId skill : need.skills.levels().keySet()) {
            Set<Seat> all = skilled.getOrDefault(skill, Set.of());
            if (all.size() < fewest.size()) {
                fewest = all;
            }
        }
        return fewest;
    }

    void perhapsForget(Need need) {
        if (need.isUnused() && all.remove(new Key(need.skills, need.channel, need.only, need.pulled), need)) {
            for (Seat seat : candidates(need)) {
                seat.meetsNoLonger(need);
            }
            numbers.clear(need.number);
        }
    }

    int staffing() {
        return staffing;
    }

    /** The best-ranked of all who wait on these channels for a need that the seat meets. */
    Optional<Contact> first(Seat seat, int onChannels) {
        return heads.best(seat.needNumbers, seat.needCount, onChannels);
    }
}
