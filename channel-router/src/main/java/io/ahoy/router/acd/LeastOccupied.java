package io.ahoy.router.acd;

/** Who has spent the least time on contacts and their paperwork today, since midnight in the centre's zone. */
public record LeastOccupied() implements Strategy {
    private static final long DAY = 86_400_000L;

    /** An earlier day is before today whatever was done on it. */
    @Override
    public long first(AgentFacts agent, SkillNeed need) {
        return agent.lastDayBusy() * DAY + Math.min(agent.busyMillis(), DAY - 1);
    }
}
