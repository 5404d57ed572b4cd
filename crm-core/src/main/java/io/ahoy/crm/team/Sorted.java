package io.ahoy.crm.team;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Copies that nobody changes, in an order that is always the same. */
final class Sorted {
    private Sorted() {}

    static <K extends Comparable<? super K>, V> SortedMap<K, V> map(Map<K, V> from) {
        // JSON may name a key and give it null.
        from.values().forEach(Objects::requireNonNull);
        return Collections.unmodifiableSortedMap(new TreeMap<>(from));
    }

    static <K extends Comparable<? super K>, V> SortedMap<K, List<V>> lists(Map<K, List<V>> from) {
        SortedMap<K, List<V>> copy = new TreeMap<>();
        from.forEach((key, list) -> copy.put(key, List.copyOf(list)));
        return Collections.unmodifiableSortedMap(copy);
    }

    static <T extends Comparable<? super T>> SortedSet<T> set(Collection<T> from) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(from));
    }
}
