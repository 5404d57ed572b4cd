package io.ahoy.crm.customer;

import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.FinderMapper.HitRow;
import io.ahoy.crm.customer.FinderMapper.Range;
import io.ahoy.crm.store.Db;
import java.util.Comparator;
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
    /** How many terms of the rarest word are looked at when several words are typed. */
    private static final int LOOKED_AT_MAX = 2_000;
    /** Of the next word, whose records are gathered at once: reading on in an index takes less than looking into it again and again. */
    private static final int GATHERED_MAX = 8_000;
    /** Rows read for common words, of which the first few hundred records nearly always suffice. */
    private static final int EXAMINED_MAX = 10_000;
    /** All with a rare word are looked at, each with the rows of some numbers and addresses. */
    private static final int EXAMINED_OF_RARE_MAX = 50 * LOOKED_AT_MAX;
    /** A record is found by its name, by what comes before the sign of its address, and by the whole address. */
    private static final int TERMS_EACH = 3;

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
        Map<UUID, Hit> found = new LinkedHashMap<>();
        if (typed.size() == 1) {
            for (String word : typed.getFirst()) {
                keep(mapper.beginning(word, after(word), kind, limit), found);
            }
            return found.values().stream().limit(limit).toList();
        }
        List<Counted> rarestFirst = rarestFirst(mapper, typed);
        Range rarest = rarestFirst.getFirst().range();
        Range next = rarestFirst.get(1).range();
        List<Range> others = rarestFirst.stream().skip(1).map(Counted::range).toList();
        boolean isRare = !rarestFirst.getFirst().isCommon();
        if (rarestFirst.get(1).isCommon()) {
            int examined = isRare ? EXAMINED_OF_RARE_MAX : EXAMINED_MAX;
            keep(mapper.common(rarest, kind, others, TERMS_EACH * limit, examined), found);
        }
        // Those with a rare word have all been looked at when the next one was common.
        boolean isLookedThrough = isRare && rarestFirst.get(1).isCommon();
        if (found.size() < limit && !isLookedThrough) {
            List<Range> more = others.subList(1, others.size());
            keep(mapper.both(rarest, next, kind, more, LOOKED_AT_MAX, GATHERED_MAX, TERMS_EACH * limit), found);
        }
        return found.values().stream().limit(limit).toList();
    }

    private static void keep(List<HitRow> rows, Map<UUID, Hit> found) {
        rows.forEach(row -> found.putIfAbsent(row.record(), new Hit(row.record(), row.kind(), row.term())));
    }

    /** @param terms that begin so, as far as they were counted */
    private record Counted(Range range, int terms) {
        boolean isCommon() {
            return terms >= LOOKED_AT_MAX;
        }
    }

    /** Whom the rarest word leads to are few enough to be all looked at. */
    private static List<Counted> rarestFirst(FinderMapper mapper, List<Set<String>> typed) {
        return typed.stream()
                .map(word -> word.iterator().next())
                .map(word -> new Counted(new Range(word, after(word)), mapper.count(word, after(word), LOOKED_AT_MAX)))
                .sorted(Comparator.comparingInt(Counted::terms))
                .toList();
    }

    /** Behind everything that begins so: a range is sure to use the index, whatever stands in the word. */
    private static String after(String word) {
        return word + Character.toString(Character.MAX_CODE_POINT);
    }
}
