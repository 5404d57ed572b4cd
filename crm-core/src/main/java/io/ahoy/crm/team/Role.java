package io.ahoy.crm.team;

/** What someone is here for; {@code Permissions} says what that allows. */
public enum Role {
    AGENT,
    TEAM_LEAD,
    SUPERVISOR,
    ADMINISTRATOR,
    /** Reads everything, changes nothing. */
    AUDITOR
}
