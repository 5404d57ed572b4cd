package io.ahoy.router.acd;

/** One after the other: whose last offer, taken or not, was longest ago. */
public record RoundRobin() implements Strategy {
    @Override
    public long first(AgentFacts agent, SkillNeed need) {
        return agent.lastOffer();
    }
}
