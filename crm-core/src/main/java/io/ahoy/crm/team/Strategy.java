package io.ahoy.crm.team;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Which of the idle agents who meet a queue's need is offered an interaction. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "longestIdle", value = Strategy.LongestIdle.class),
    @JsonSubTypes.Type(name = "mostSkilled", value = Strategy.MostSkilled.class),
    @JsonSubTypes.Type(name = "leastOccupied", value = Strategy.LeastOccupied.class),
    @JsonSubTypes.Type(name = "roundRobin", value = Strategy.RoundRobin.class),
    @JsonSubTypes.Type(name = "rings", value = Strategy.Rings.class)
})
public sealed interface Strategy {
    record LongestIdle() implements Strategy {}

    record MostSkilled() implements Strategy {}

    record LeastOccupied() implements Strategy {}

    record RoundRobin() implements Strategy {}

    /** The first team in which somebody is idle. */
    record Rings(List<String> teams) implements Strategy {
        public Rings {
            teams = List.copyOf(teams);
        }
    }
}
