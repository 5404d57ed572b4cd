package io.ahoy.crm.customer;

import io.ahoy.crm.access.Subject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** Makes other records be found by the {@link Finder}, within somebody's transaction. */
public final class Findable {
    private Findable() {}

    /**
     * In place of whatever it was found by.
     *
     * @param number as C-2026-000123: by each of its parts, without the zeros before them too, and by all its digits
     * @param text every word
     */
    public static void write(SqlSession session, UUID record, Subject subject, String number, String text) {
        remove(session, record);
        Set<String> terms = new LinkedHashSet<>(SearchTerms.ofNames(List.of(number, text)));
        terms.addAll(SearchTerms.ofNumber(number));
        terms.forEach(term -> mapper(session).insertTerm(record, subject.name(), term));
    }

    public static void remove(SqlSession session, UUID record) {
        mapper(session).deleteTerms(record);
    }

    private static RecordMapper mapper(SqlSession session) {
        return session.getMapper(RecordMapper.class);
    }
}
