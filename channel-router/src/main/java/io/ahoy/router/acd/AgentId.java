package io.ahoy.router.acd;

import java.util.UUID;

/** A person who takes interactions. His place at work is a {@link Seat}. */
public record AgentId(UUID value) implements Comparable<AgentId> {
    @Override
    public int compareTo(AgentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
