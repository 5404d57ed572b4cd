package io.ahoy.crm.team;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;

/**
 * After so long in the queue, others may take the interaction too. Steps add up.
 *
 * @param after the entry into the queue
 */
public record Widening(Duration after, List<Change> changes) {
    public Widening {
        changes = List.copyOf(changes);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(name = "lowerLevel", value = LowerLevel.class),
        @JsonSubTypes.Type(name = "dropSkill", value = DropSkill.class),
        @JsonSubTypes.Type(name = "addTeam", value = AddTeam.class)
    })
    public sealed interface Change {}

    public record LowerLevel(String skill, int level) implements Change {}

    public record DropSkill(String skill) implements Change {}

    /** Also agents of this team. */
    public record AddTeam(String team) implements Change {}
}
