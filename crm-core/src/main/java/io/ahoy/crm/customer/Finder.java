package io.ahoy.crm.customer;

import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.FinderMapper.HitRow;
import io.ahoy.crm.store.Db;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/**
 * Finds people, organisations and whatever else has search terms while somebody types: every word typed must be the beginning of a word
 * of the name, of an address, or of an ending of a number.
 */
public final class Finder {
    /** More is not read; people do not type, they paste. */
    public static final int QUERY_MAX = 200;
    /** How many of those with the rarest word are looked at when several words are typed. */
    private static final int LOOKED_AT_MAX = 2_000;
    /** Of them at first: where every word is common they nearly always suffice. */
    private static final int LOOKED_AT_FIRST = 200;

    private final Db db;

    public Finder(Db db) {
        this.db = db;
    }

    /**
     * @param kind CUSTOMER, ORGANISATION, CASE or ORDER
     * @param term by which it was found
     */
    public record Hit(UUID id, String kind, String term) {}

    /** Of any kind; whole words first. */
    public List<Hit> find(String query, int limit) {
        return find(query, Optional.empty(), limit);
    }

    /** Of one kind, so that those of others, however many, take no place; whole words first. */
    public List<UUID> find(String query, Subject kind, int limit) {
        return find(query, Optional.of(kind.name()), limit).stream()
                .map(Hit::id)
                .toList();
    }

    private List<Hit> find(String query, Optional<String> kind, int limit) {
        String text = query.length() <= QUERY_MAX ? query : query.substring(0, QUERY_MAX);
        List<Set<String>> typed = SearchTerms.typed(text);
        if (typed.isEmpty()) {
            return List.of();
        }
        return db.call(session -> find(session, typed, kind, limit));
    }

    private static List<Hit> find(SqlSession session, List<Set<String>> typed, Optional<String> kind, int limit) {
        FinderMapper mapper = session.getMapper(FinderMapper.class);
        List<Set<String>> rarestFirst = typed.size() == 1 ? typed : rarestFirst(mapper, typed);
        List<String> others =
                rarestFirst.stream().skip(1).map(word -> word.iterator().next()).toList();
        Map<UUID, Hit> found = new LinkedHashMap<>();
        for (String first : rarestFirst.getFirst()) {
            if (others.isEmpty()) {
                keep(mapper.beginning(first, after(first), kind, limit), found);
                continue;
            }
            List<FinderMapper.Range> ranges = ranges(others);
            keep(mapper.beginningAndAll(first, after(first), kind, ranges, 0, LOOKED_AT_FIRST, limit), found);
            if (found.size() < limit) {
                keep(
                        mapper.beginningAndAll(
                                first,
                                after(first),
                                kind,
                                ranges,
                                LOOKED_AT_FIRST,
                                LOOKED_AT_MAX - LOOKED_AT_FIRST,
                                limit),
                        found);
            }
        }
        return found.values().stream().limit(limit).toList();
    }

    private static void keep(List<HitRow> rows, Map<UUID, Hit> found) {
        rows.forEach(row -> found.putIfAbsent(row.record(), new Hit(row.record(), row.kind(), row.term())));
    }

    /** Whom the rarest word leads to are few enough to be all looked at. */
    private static List<Set<String>> rarestFirst(FinderMapper mapper, List<Set<String>> typed) {
        Map<Set<String>, Integer> counts = new HashMap<>();
        for (Set<String> word : typed) {
            String first = word.iterator().next();
            counts.put(word, mapper.count(first, after(first), LOOKED_AT_MAX));
        }
        return typed.stream()
                .sorted(Comparator.comparing((Set<String> word) -> counts.getOrDefault(word, 0)))
                .toList();
    }

    private static List<FinderMapper.Range> ranges(List<String> words) {
        List<FinderMapper.Range> ranges = new ArrayList<>();
        words.forEach(word -> ranges.add(new FinderMapper.Range(word, after(word))));
        return ranges;
    }

    /** Behind everything that begins so: a range is sure to use the index, whatever stands in the word. */
    private static String after(String word) {
        return word + Character.toString(Character.MAX_CODE_POINT);
    }
}
