package io.ahoy.router.acd;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an agent can and may do.
 *
 * @param levels of his skills, from 1 to 10
 * @param limits how many interactions of a channel he takes at once, where that is not the channel's own limit; 0: none
 * @param choice from which of his queues he is served first
 */
public record Abilities(
        SortedMap<SkillId, Integer> levels,
        SortedSet<GroupId> groups,
        SortedMap<Channel, Integer> limits,
        QueueChoice choice) {
    public Abilities {
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
        levels.forEach(SkillNeed::checkLevel);
    }

    /** The skills and groups that are asked for. */
    public boolean meet(SkillNeed need) {
        return need.levels().entrySet().stream().allMatch(one -> levels.getOrDefault(one.getKey(), 0) >= one.getValue())
                && (need.groups().isEmpty() || need.groups().stream().anyMatch(groups::contains));
    }

    /** All of them at the highest level, and nothing special otherwise. */
    public static Abilities expertIn(SortedSet<SkillId> skills) {
        SortedMap<SkillId, Integer> levels = new TreeMap<>();
        skills.forEach(skill -> levels.put(skill, SkillNeed.LEVEL_MAX));
        return new Abilities(levels, Collections.emptySortedSet(), Collections.emptySortedMap(), BestRank.INSTANCE);
    }
}
