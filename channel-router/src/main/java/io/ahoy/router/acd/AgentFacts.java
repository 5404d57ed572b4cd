package io.ahoy.router.acd;

import java.time.Instant;

/** What strategies know of an agent. */
public interface AgentFacts {
    AgentId agent();

    /** From 1 to 10; 0 if he does not have it. */
    int level(SkillId skill);

    boolean isIn(GroupId group);

    /** Of his capacity. */
    int unitsInUse();

    /** Since when his place among the idle counts: the end of his last work, on whatever channel. */
    Instant idleSince();

    /** The day on which he last worked, counted from the epoch in the centre's zone, so that an earlier day's work counts as none. */
    long lastDayBusy();

    /** Time spent on contacts and their paperwork on that day. */
    long busyMillis();

    /** Number of the last offer that was made to him, counted over the whole centre; 0 before the first. */
    long lastOffer();
}
