package io.ahoy.crm.team;

/** How soon a case must be dealt with, the most urgent last. */
public enum CasePriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
