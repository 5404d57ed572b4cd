package io.ahoy.router.acd;

/** The highest sum of levels in the needed skills. */
public record MostSkilled() implements Strategy {
    @Override
    public long first(AgentFacts agent, SkillNeed need) {
        long sum = 0;
        for (SkillId skill : need.levels().keySet()) {
            sum += agent.level(skill);
        }
        return -sum;
    }
}
