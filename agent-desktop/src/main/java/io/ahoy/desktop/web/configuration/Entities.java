package io.ahoy.desktop.web.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.AgentRouting;
import io.ahoy.crm.team.Configured;
import io.ahoy.crm.team.Kind;
import io.ahoy.crm.team.Team;
import io.ahoy.crm.team.Versioned;
import io.ahoy.desktop.web.Json;
import io.ahoy.desktop.web.Problem;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is configured, as JSON with its version; agents with their names, so that somebody can tell who they are. */
final class Entities {
    private static final String VERSION = "version";
    private static final String ID = "id";
    /** Told of agents, changed elsewhere; a browser may send them back. */
    private static final Set<String> ONLY_TOLD = Set.of("name", "login", "extension");

    private final Json json;
    private final Team team;

    Entities(Json json, Team team) {
        this.json = json;
        this.team = team;
    }

    List<JsonNode> written(List<Versioned> all) {
        Map<UUID, Agent> agents = all.stream().anyMatch(one -> one.entity() instanceof AgentRouting)
                ? team.agents().stream().collect(Collectors.toMap(Agent::id, Function.identity()))
                : Map.of();
        return all.stream().map(one -> written(one, agents)).toList();
    }

    private JsonNode written(Versioned one, Map<UUID, Agent> agents) {
        ObjectNode node = json.object(one.entity());
        node.put(VERSION, one.version());
        if (one.entity() instanceof AgentRouting routing) {
            Agent agent = agents.get(routing.id());
            if (agent != null) {
                node.put("name", agent.name()).put("login", agent.login()).put("extension", agent.extension());
            }
        }
        return node;
    }

    JsonNode tree(String text) {
        return json.readTree(text);
    }

    /** @param body without its version; the id may be left out, as it stands in the address */
    Configured read(Kind kind, String id, ObjectNode body) {
        JsonNode given = body.remove(ID);
        if (given != null && !given.asText().equals(id)) {
            throw Problem.unprocessable(ID, "The address says " + id + "; an id cannot be changed.");
        }
        body.put(ID, id);
        if (kind == Kind.AGENTS) {
            body.remove(ONLY_TOLD);
        }
        return json.read(body, kind.type());
    }

    static OptionalLong takeVersion(ObjectNode body) {
        JsonNode version = body.remove(VERSION);
        if (version == null) {
            return OptionalLong.empty();
        }
        if (!version.isIntegralNumber() || !version.canConvertToLong()) {
            throw Problem.unprocessable(
                    VERSION, "Must be the version that you read; leave it out to create something.");
        }
        return OptionalLong.of(version.longValue());
    }
}
