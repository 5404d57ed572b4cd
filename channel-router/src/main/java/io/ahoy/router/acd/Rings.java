package io.ahoy.router.acd;

import java.util.List;

/** The first group in which somebody is idle; within it, and among those in none, the longest idle. */
public record Rings(List<GroupId> groups) implements Strategy {
    public Rings {
        groups = List.copyOf(groups);
    }

    @Override
    public long first(AgentFacts agent, SkillNeed need) {
        for (int ring = 0; ring < groups.size(); ring++) {
            if (agent.isIn(groups.get(ring))) {
                return ring;
            }
        }
        return groups.size();
    }
}
