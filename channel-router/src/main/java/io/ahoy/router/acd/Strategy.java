package io.ahoy.router.acd;

/**
 * Which of the idle agents who meet the need is offered an interaction: the one with the smallest {@link #first}, then the smallest
 * {@link #second}, then the smallest id. Both must not change while an agent stays idle.
 */
public sealed interface Strategy permits LongestIdle, MostSkilled, LeastOccupied, RoundRobin, Rings {
    long first(AgentFacts agent, SkillNeed need);

    default long second(AgentFacts agent) {
        return agent.idleSince().toEpochMilli();
    }
}
