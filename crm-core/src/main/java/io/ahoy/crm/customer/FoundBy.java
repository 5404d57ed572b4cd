package io.ahoy.crm.customer;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/**
 * The beginnings by which a record is found.
 *
 * @param names words that may be typed together
 * @param others of numbers and addresses
 */
record FoundBy(Set<String> names, Set<String> others) {
    /** As long as the column. */
    private static final int TOGETHER_MAX = 700;

    Set<String> all() {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(others);
        return all;
    }

    /** A space before each of the names. */
    String together() {
        String words = names.stream().map(word -> " " + word).collect(Collectors.joining());
        return words.codePointCount(0, words.length()) <= TOGETHER_MAX
                ? words
                : words.substring(0, words.offsetByCodePoints(0, TOGETHER_MAX));
    }

    /** In place of whatever it was found by. */
    void write(SqlSession session, UUID record, String kind) {
        remove(session, record);
        RecordMapper mapper = mapper(session);
        String together = together();
        all().forEach(term -> mapper.insertTerm(record, kind, term));
        names.forEach(word -> mapper.insertName(record, kind, word, together));
    }

    static void remove(SqlSession session, UUID record) {
        mapper(session).deleteTerms(record);
        mapper(session).deleteNames(record);
    }

    private static RecordMapper mapper(SqlSession session) {
        return session.getMapper(RecordMapper.class);
    }
}
