package io.ahoy.router.acd;

/** A group of agents (a team, a ring), by its short stable name, as in {@code night-shift}. */
public record GroupId(String value) implements Comparable<GroupId> {
    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
