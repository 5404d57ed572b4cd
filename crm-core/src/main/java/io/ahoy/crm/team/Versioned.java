package io.ahoy.crm.team;

/** @param version number of the change that made it so; never used again, not even for something new of the same id */
public record Versioned(Configured entity, long version) {}
