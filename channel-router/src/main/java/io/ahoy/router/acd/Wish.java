package io.ahoy.router.acd;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one interaction asks for beside its queue.
 *
 * @param levels skills that it needs itself, as the language the customer chose
 * @param tier the higher of this and the queue's counts
 * @param headStart on top of the queue's, as for a VIP
 * @param preferred an agent for whom it waits first
 * @param patience how long it waits for him
 * @param never agents who are not offered it
 */
public record Wish(
        SortedMap<SkillId, Integer> levels,
        int tier,
        Duration headStart,
        Optional<AgentId> preferred,
        Duration patience,
        SortedSet<AgentId> never) {
    public static final Wish NONE = new Wish(
            Collections.emptySortedMap(),
            0,
            Duration.ZERO,
            Optional.empty(),
            Duration.ZERO,
            Collections.emptySortedSet());

    public Wish {
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
        never = Collections.unmodifiableSortedSet(new TreeSet<>(never));
        levels.forEach(SkillNeed::checkLevel);
    }

    public Wish skills(SortedMap<SkillId, Integer> others) {
        return new Wish(others, tier, headStart, preferred, patience, never);
    }

    public Wish headStart(Duration other) {
        return new Wish(levels, tier, other, preferred, patience, never);
    }

    public Wish tier(int other) {
        return new Wish(levels, other, headStart, preferred, patience, never);
    }

    public Wish preferring(AgentId agent, Duration upTo) {
        return new Wish(levels, tier, headStart, Optional.of(agent), upTo, never);
    }

    public Wish never(SortedSet<AgentId> agents) {
        return new Wish(levels, tier, headStart, preferred, patience, agents);
    }
}
