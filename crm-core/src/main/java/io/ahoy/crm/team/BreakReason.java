package io.ahoy.crm.team;

/** Why a seat takes no work. Ids that start with {@code system.} are set by Ahoy and never chosen. */
public record BreakReason(String id, Titles title) {
    public boolean isSetBySystem() {
        return id.startsWith("system.");
    }
}
