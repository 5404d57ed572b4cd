package io.ahoy.crm.team;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may take an interaction: an agent with each of these skills at its least level, in one of these teams.
 *
 * @param teams empty: everybody
 */
public record Need(SortedMap<String, Integer> skills, SortedSet<String> teams) {
    public static final int LEVEL_MIN = 1;
    public static final int LEVEL_MAX = 10;

    public Need {
        skills = Sorted.map(skills);
        teams = Sorted.set(teams);
    }

    /** This skill at any level. */
    public static Need of(String skill) {
        return new Need(Sorted.map(Map.of(skill, LEVEL_MIN)), Collections.emptySortedSet());
    }

    public boolean isMetBy(Map<String, Integer> levels, Set<String> in) {
        return skills.entrySet().stream().allMatch(one -> levels.getOrDefault(one.getKey(), 0) >= one.getValue())
                && (teams.isEmpty() || teams.stream().anyMatch(in::contains));
    }

    /** After these changes, in their order; what they name and this does not need is left alone. */
    Need after(List<Widening.Change> changes) {
        SortedMap<String, Integer> fewer = new TreeMap<>(skills);
        SortedSet<String> more = new TreeSet<>(teams);
        for (Widening.Change change : changes) {
            switch (change) {
                case Widening.LowerLevel(String skill, int level) ->
                    fewer.computeIfPresent(skill, (same, before) -> Math.min(before, level));
                case Widening.DropSkill(String skill) -> fewer.remove(skill);
                case Widening.AddTeam(String team) -> {
                    // No team means everybody already.
                    if (!more.isEmpty()) {
                        more.add(team);
                    }
                }
            }
        }
        return new Need(fewer, more);
    }
}
