package io.ahoy.crm.team;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Someone who signs in.
 *
 * @param login in lower case; capitals given are turned into it
 * @param extension what colleagues dial; also the name of his phone at the PBX
 * @param language BCP 47, of his desktop
 * @param routing decides which queues he serves
 */
public record Agent(
        UUID id, String login, String name, Role role, String extension, String language, AgentRouting routing) {
    public Agent {
        login = login.toLowerCase(Locale.ROOT);
    }

    /** At the highest level in all of these skills. */
    public Agent(UUID id, String login, String name, Role role, String extension, String language, Set<String> skills) {
        this(id, login, name, role, extension, language, expert(id, skills));
    }

    /** With their levels. */
    public SortedMap<String, Integer> skills() {
        return routing.skills();
    }

    /** Without any skill there is nothing he could be ready for. */
    public boolean hasSeat() {
        return !skills().isEmpty();
    }

    private static AgentRouting expert(UUID id, Set<String> skills) {
        SortedMap<String, Integer> levels = new TreeMap<>();
        skills.forEach(skill -> levels.put(skill, Need.LEVEL_MAX));
        return new AgentRouting(
                id, levels, Collections.emptySortedSet(), Collections.emptySortedMap(), new QueueChoice.BestRank());
    }
}
