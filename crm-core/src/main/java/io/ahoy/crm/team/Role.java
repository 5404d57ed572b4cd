package io.ahoy.crm.team;

/** What someone may do; a supervisor may do what an agent may. */
public enum Role {
    AGENT,
    SUPERVISOR
}
