package io.ahoy.router.acd;

/** A queue's short stable name, as in {@code sales}; what people see is its title in the database. */
public record QueueId(String value) implements Comparable<QueueId> {
    @Override
    public int compareTo(QueueId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
