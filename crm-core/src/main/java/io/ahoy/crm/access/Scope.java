package io.ahoy.crm.access;

/** On whose records. Each includes those before it. */
public enum Scope {
    NONE,
    /** That he looks after himself. */
    OWN,
    /** That one of his teams looks after, or nobody. */
    TEAM,
    ALL;

    public boolean covers(Scope needed) {
        return compareTo(needed) >= 0;
    }
}
