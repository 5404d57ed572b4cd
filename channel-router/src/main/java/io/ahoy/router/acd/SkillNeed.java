package io.ahoy.router.acd;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may take an interaction: an agent with each of these skills at its least level, in one of these groups.
 *
 * @param levels from {@link #LEVEL_MIN} to {@link #LEVEL_MAX}
 * @param groups empty: everybody
 */
public record SkillNeed(SortedMap<SkillId, Integer> levels, SortedSet<GroupId> groups) {
    public static final int LEVEL_MIN = 1;
    public static final int LEVEL_MAX = 10;

    /** Nothing is asked. */
    public static final SkillNeed NONE = new SkillNeed(Collections.emptySortedMap(), Collections.emptySortedSet());

    public SkillNeed {
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
        groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
        levels.forEach((skill, level) -> checkLevel(skill, level));
    }

    /** This skill at any level. */
    public static SkillNeed of(SkillId skill) {
        return of(skill, LEVEL_MIN);
    }

    public static SkillNeed of(SkillId skill, int level) {
        return new SkillNeed(new TreeMap<>(Map.of(skill, level)), Collections.emptySortedSet());
    }

    public boolean isMetBy(AgentFacts agent) {
        for (Map.Entry<SkillId, Integer> one : levels.entrySet()) {
            if (agent.level(one.getKey()) < one.getValue()) {
                return false;
            }
        }
        return groups.isEmpty() || groups.stream().anyMatch(agent::isIn);
    }

    /** Also these; the higher level counts. */
    SkillNeed and(SortedMap<SkillId, Integer> more) {
        if (more.isEmpty()) {
            return this;
        }
        SortedMap<SkillId, Integer> both = new TreeMap<>(levels);
        more.forEach((skill, level) -> both.merge(skill, level, Math::max));
        return new SkillNeed(both, groups);
    }

    /** After these changes, in their order; what they name and this does not need is left alone. */
    SkillNeed after(List<Widening.Change> changes) {
        SortedMap<SkillId, Integer> fewer = new TreeMap<>(levels);
        SortedSet<GroupId> more = new TreeSet<>(groups);
        for (Widening.Change change : changes) {
            switch (change) {
                case Widening.LowerLevel(SkillId skill, int level) ->
                    fewer.computeIfPresent(skill, (same, before) -> Math.min(before, level));
                case Widening.DropSkill(SkillId skill) -> fewer.remove(skill);
                case Widening.AddGroup(GroupId group) -> {
                    // No group means everybody already.
                    if (!more.isEmpty()) {
                        more.add(group);
                    }
                }
            }
        }
        return new SkillNeed(fewer, more);
    }

    static void checkLevel(SkillId skill, int level) {
        Check.that(level >= LEVEL_MIN && level <= LEVEL_MAX, "level %s of skill %s is not 1 to 10", level, skill);
    }
}
