package io.ahoy.crm.customer;

import io.ahoy.crm.access.Subject;
import io.ahoy.crm.store.Db;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds people, organisations and whatever else has search terms while somebody types: every word typed must be the beginning of a word
 * of the name, of an address, or of an ending of a number.
 */
public final class Finder {
    /** More is not read; people do not type, they paste. */
    public static final int QUERY_MAX = 200;
    /** How many names with the rarest word are looked at when several words are typed: some milliseconds. */
    private static final int NAMES_LOOKED_AT_MAX = 20_000;
    /** Of those whose words do not all stand in one name: each is looked up by itself. */
    private static final int LOOKED_AT_MAX = 2_000;

    private final Db db;

    public Finder(Db db) {
        this.db = db;
    }

    /** Of one kind, so that those of others, however many, take no place; whole words first. */
    public List<UUID> find(String query, Subject kind, int limit) {
        String text = query.length() <= QUERY_MAX ? query : query.substring(0, QUERY_MAX);
        List<Set<String>> typed = SearchTerms.typed(text);
        if (typed.isEmpty()) {
            return List.of();
        }
        return db.call(session -> {
            FinderMapper mapper = session.getMapper(FinderMapper.class);
            return typed.size() == 1
                    ? begun(mapper, typed.getFirst(), kind.name(), limit)
                    : together(
                            mapper,
                            typed.stream().map(word -> word.iterator().next()).toList(),
                            kind.name(),
                            limit);
        });
    }

    /** @param ways in which one thing may have been meant */
    private static List<UUID> begun(FinderMapper mapper, Set<String> ways, String kind, int limit) {
        Set<UUID> found = new LinkedHashSet<>();
        ways.forEach(word -> found.addAll(mapper.beginning(kind, word, after(word), limit)));
        return found.stream().limit(limit).toList();
    }

    /** First those in whose name all words stand; only where there is none, a word may be of an address or a number. */
    private static List<UUID> together(FinderMapper mapper, List<String> words, String kind, int limit) {
        List<String> rarestFirst = rarestFirst(mapper, words, kind);
        String first = rarestFirst.getFirst();
        List<String> others = rarestFirst.subList(1, rarestFirst.size());
        List<UUID> named = mapper.named(kind, first, after(first), others, 2 * limit, NAMES_LOOKED_AT_MAX);
        if (!named.isEmpty()) {
            return named.stream().distinct().limit(limit).toList();
        }
        List<FinderMapper.Range> ranges = others.stream()
                .map(word -> new FinderMapper.Range(word, after(word)))
                .toList();
        return mapper.beginningAndAll(kind, first, after(first), ranges, LOOKED_AT_MAX, limit);
    }

    /** Whom the rarest word leads to are mostly few enough to be all looked at. */
    private static List<String> rarestFirst(FinderMapper mapper, List<String> words, String kind) {
        Map<String, Integer> counts = new HashMap<>();
        words.forEach(word -> counts.put(word, mapper.count(kind, word, after(word), LOOKED_AT_MAX)));
        return words.stream()
                .sorted(Comparator.comparing((String word) -> counts.getOrDefault(word, 0)))
                .toList();
    }

    /** Behind everything that begins so: a range is sure to use the index, whatever stands in the word. */
    private static String after(String word) {
        return word + Character.toString(Character.MAX_CODE_POINT);
    }
}
