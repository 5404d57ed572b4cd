package io.ahoy.crm.team;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** From which of his queues a freed agent is served first. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "bestRank", value = QueueChoice.BestRank.class),
    @JsonSubTypes.Type(name = "ownOrder", value = QueueChoice.OwnOrder.class),
    @JsonSubTypes.Type(name = "weightedShare", value = QueueChoice.WeightedShare.class)
})
public sealed interface QueueChoice {
    /** The longest waiting over all his queues, head starts included. */
    record BestRank() implements QueueChoice {}

    /** The queues in the agent's own order; those it does not name come last. */
    record OwnOrder(List<String> queues) implements QueueChoice {
        public OwnOrder {
            queues = List.copyOf(queues);
        }
    }

    /** Queues in proportion to their weights. */
    record WeightedShare() implements QueueChoice {}
}
