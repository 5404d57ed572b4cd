package io.ahoy.router.acd;

/** A skill's short stable name, as in {@code german}. */
public record SkillId(String value) implements Comparable<SkillId> {
    @Override
    public int compareTo(SkillId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
