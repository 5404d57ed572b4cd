package io.ahoy.router.acd;

import java.util.UUID;

/** One contact of one customer, from arrival to close, whatever its channel. UUIDv7, made by the adapter that saw it arrive. */
public record InteractionId(UUID value) implements Comparable<InteractionId> {
    @Override
    public int compareTo(InteractionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
