package io.ahoy.router.acd;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something by interaction. The ids stand in the table itself, in open addressing: with ten thousands present a map of nodes spends
 * longer on waiting for memory than the decision takes.
 */
final class ByInteraction<V> {
    private static final int SMALLEST = 64;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** Two to each place. */
    private long[] keys = new long[2 * SMALLEST];

    private @Nullable Object[] values = new @Nullable Object[SMALLEST];
    private int size;

    @Nullable
    V get(InteractionId id) {
        UUID key = id.value();
        int at = find(key.getMostSignificantBits(), key.getLeastSignificantBits());
        return valueAt(at);
    }

    boolean contains(InteractionId id) {
        return get(id) != null;
    }

    void put(InteractionId id, V value) {
        UUID key = id.value();
        int at = find(key.getMostSignificantBits(), key.getLeastSignificantBits());
        if (values[at] == null) {
            size++;
        }
        set(at, key.getMostSignificantBits(), key.getLeastSignificantBits(), value);
        if (size > values.length / 2) {
            grow();
        }
    }

    void remove(InteractionId id) {
        UUID key = id.value();
        int hole = find(key.getMostSignificantBits(), key.getLeastSignificantBits());
        if (values[hole] == null) {
            return;
        }
        size--;
        int last = values.length - 1;
        // Whoever was pushed on by the one that goes moves up, so that no search ends at the hole.
        for (int at = (hole + 1) & last; values[at] != null; at = (at + 1) & last) {
            int home = home(keys[2 * at], keys[2 * at + 1]);
            if (((at - home) & last) >= ((at - hole) & last)) {
                set(hole, keys[2 * at], keys[2 * at + 1], values[at]);
                hole = at;
            }
        }
        values[hole] = null;
    }

    int size() {
        return size;
    }

    /** In no order that means anything. */
    List<V> all() {
        List<V> all = new ArrayList<>(size);
        for (int at = 0; at < values.length; at++) {
            V value = valueAt(at);
            if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    /** Where it is, or would be. */
    private int find(long most, long least) {
        int at = home(most, least);
        while (values[at] != null && (keys[2 * at + 1] != least || keys[2 * at] != most)) {
            at = (at + 1) & (values.length - 1);
        }
        return at;
    }

    private int home(long most, long least) {
        long mixed = (most ^ Long.rotateLeft(least, 32)) * MIX;
        return (int) (mixed >>> 32) & (values.length - 1);
    }

    private void set(int at, long most, long least, @Nullable Object value) {
        keys[2 * at] = most;
        keys[2 * at + 1] = least;
        values[at] = value;
    }

    @SuppressWarnings("unchecked") // only put sets it
    private @Nullable V valueAt(int at) {
        return (V) values[at];
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new @Nullable Object[2 * oldValues.length];
        for (int at = 0; at < oldValues.length; at++) {
            if (oldValues[at] != null) {
                long most = oldKeys[2 * at];
                long least = oldKeys[2 * at + 1];
                set(find(most, least), most, least, oldValues[at]);
            }
        }
    }
}
