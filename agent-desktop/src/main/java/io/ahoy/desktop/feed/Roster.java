package io.ahoy.desktop.feed;

import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.Queue;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.feed.Frame.AgentName;
import io.ahoy.router.acd.AgentId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names and extensions of the team, and its queues, as last read from the database. */
public record Roster(Map<AgentId, Agent> agents, List<Queue> queues) {
    public Roster {
        agents = Map.copyOf(agents);
        queues = List.copyOf(queues);
    }

    public static Roster of(Team team) {
        return new Roster(
                team.agents().stream().collect(Collectors.toMap(agent -> new AgentId(agent.id()), Function.identity())),
                team.queues());
    }

    AgentName name(AgentId id) {
        return agent(id)
                .map(agent -> new AgentName(agent.id(), agent.name(), agent.extension()))
                .orElseGet(() -> new AgentName(id.value(), "?", ""));
    }

    /** How a colleague calls him. */
    public String calls(AgentId id) {
        return name(id).name();
    }

    public Optional<Queue> queue(String id) {
        return queues.stream().filter(queue -> queue.id().equals(id)).findFirst();
    }

    Optional<Agent> agent(AgentId id) {
        return Optional.ofNullable(agents.get(id));
    }
}
