package io.ahoy.crm.team;

/** Agents who belong together; one may be in several. */
public record AgentTeam(String id, Titles title) implements Configured {
    @Override
    public Kind kind() {
        return Kind.TEAMS;
    }

    @Override
    public String key() {
        return id;
    }
}
