package io.ahoy.router.acd;

/** Whose last work, on whatever channel, ended longest ago; one who is on something, as a chat, comes after all who are on nothing. */
public record LongestIdle() implements Strategy {
    @Override
    public long first(AgentFacts agent, SkillNeed need) {
        return agent.unitsInUse();
    }
}
