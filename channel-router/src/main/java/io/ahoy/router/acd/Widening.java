package io.ahoy.router.acd;

import java.time.Duration;
import java.util.List;

/**
 * After so long in the queue, others may take the interaction too. Steps add up: the second finds the need as the first left it.
 *
 * @param after the entry into this queue
 */
public record Widening(Duration after, List<Change> changes) {
    public Widening {
        changes = List.copyOf(changes);
    }

    public sealed interface Change {}

    public record LowerLevel(SkillId skill, int level) implements Change {
        public LowerLevel {
            SkillNeed.checkLevel(skill, level);
        }
    }

    public record DropSkill(SkillId skill) implements Change {}

    /** Also agents of this group. */
    public record AddGroup(GroupId group) implements Change {}
}
