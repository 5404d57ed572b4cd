package io.ahoy.crm.team;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Why a seat takes no work. Ids that start with {@code system.} are set by Ahoy and never chosen. */
public record BreakReason(String id, Titles title) implements Configured {
    @JsonIgnore
    public boolean isSetBySystem() {
        return id.startsWith("system.");
    }

    @Override
    public Kind kind() {
        return Kind.BREAK_REASONS;
    }

    @Override
    public String key() {
        return id;
    }
}
