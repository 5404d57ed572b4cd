package io.ahoy.crm.customer;

import io.ahoy.crm.access.Subject;
import java.util.List;
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
        new FoundBy(SearchTerms.ofNames(List.of(number, text)), SearchTerms.ofNumber(number))
                .write(session, record, subject.name());
    }

    public static void remove(SqlSession session, UUID record) {
        FoundBy.remove(session, record);
    }
}
