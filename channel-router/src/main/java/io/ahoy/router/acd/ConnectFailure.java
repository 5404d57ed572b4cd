package io.ahoy.router.acd;

/** Why the two legs could not be joined although the agent had accepted. */
public enum ConnectFailure {
    AGENT_LEG_GONE,
    BRIDGE_REFUSED,
    LOST_IN_RESTART,
    /** A callback: the customer did not answer, or was busy. */
    CUSTOMER_UNREACHED,
    /** A callback: this customer must not be called. */
    DO_NOT_CALL
}
