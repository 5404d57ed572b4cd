package io.ahoy.crm.team;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;

/**
 * What work an agent gets.
 *
 * @param id the agent's
 * @param skills with his levels, from 1 to 10
 * @param limits how many interactions of a channel he takes at once, where that is not the channel's own limit; 0: none
 */
public record AgentRouting(
        UUID id,
        SortedMap<String, Integer> skills,
        SortedSet<String> teams,
        SortedMap<Channel, Integer> limits,
        QueueChoice choice)
        implements Configured {
    public AgentRouting {
        skills = Sorted.map(skills);
        teams = Sorted.set(teams);
        limits = Sorted.map(limits);
    }

    @Override
    public Kind kind() {
        return Kind.AGENTS;
    }

    @Override
    public String key() {
        return id.toString();
    }
}
