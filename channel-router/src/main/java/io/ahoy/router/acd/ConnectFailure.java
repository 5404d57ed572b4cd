package io.ahoy.router.acd;

/** Why the two legs could not be joined although the agent had accepted. */
public enum ConnectFailure {
    AGENT_LEG_GONE,
    BRIDGE_REFUSED,
    LOST_IN_RESTART
}
