package io.ahoy.crm.customer;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;

interface FinderMapper {
    @Select("""
            SELECT record FROM (
              SELECT record, term FROM search_term WHERE kind = #{kind} AND term >= #{from} AND term < #{to}
              ORDER BY term, record LIMIT #{limit}) found
            GROUP BY record ORDER BY MIN(term), record
            """)
    List<UUID> beginning(String kind, String from, String to, int limit);

    /** How many, as far as it matters. */
    @Select("""
            SELECT COUNT(*) FROM (
              SELECT 1 FROM search_term WHERE kind = #{kind} AND term >= #{from} AND term < #{to} LIMIT #{limit}) found
            """)
    int count(String kind, String from, String to, int limit);

    /**
     * One name with a word that begins so, and with others as well. The end of the range is sure to use the index; what is looked at is
     * bounded by the database itself. A record may come more than once.
     *
     * @param others letters and digits only, so that nothing in them has a meaning
     */
    @Select("""
            <script>
            SELECT record FROM search_name WHERE kind = #{kind} AND word &gt;= #{from} AND word &lt; #{to}
            <foreach collection="others" item="other">AND words LIKE CONCAT('% ', #{other}, '%')</foreach>
            ORDER BY word, record LIMIT #{limit} ROWS EXAMINED #{lookedAt}
            </script>
            """)
    List<UUID> named(String kind, String from, String to, List<String> others, int limit, int lookedAt);

    /** Whatever the words belong to. */
    @Select("""
            <script>
            SELECT f.record FROM (
              SELECT record, term FROM search_term WHERE kind = #{kind} AND term &gt;= #{from} AND term &lt; #{to}
              ORDER BY term, record LIMIT #{lookedAt}) f
            WHERE TRUE
            <foreach collection="others" item="other">
              AND EXISTS (SELECT 1 FROM search_term o
                          WHERE o.record = f.record AND o.term &gt;= #{other.from} AND o.term &lt; #{other.to})
            </foreach>
            GROUP BY f.record ORDER BY MIN(f.term), f.record LIMIT #{limit}
            </script>
            """)
    List<UUID> beginningAndAll(String kind, String from, String to, List<Range> others, int lookedAt, int limit);

    record Range(String from, String to) {}
}
