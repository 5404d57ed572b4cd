package io.ahoy.desktop.auth;

import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.Role;
import io.ahoy.crm.team.Session;
import io.ahoy.router.acd.AgentId;

/** The person behind a request. */
public record SignedIn(Agent agent, Session session) {
    public AgentId id() {
        return new AgentId(agent.id());
    }

    public boolean isSupervisor() {
        return agent.role() == Role.SUPERVISOR || agent.role() == Role.ADMINISTRATOR;
    }
}
