package io.ahoy.crm.customer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;

interface FinderMapper {
    /** Of one kind, or of any. */
    @Select("""
            <script>
            SELECT record, kind, MIN(term) AS term FROM (
              SELECT record, kind, term FROM search_term WHERE term &gt;= #{from} AND term &lt; #{to}
              <if test="kind.isPresent()">AND kind = #{kind}</if>
              ORDER BY term, record LIMIT #{limit}) found
            GROUP BY record, kind ORDER BY term, record
            </script>
            """)
    List<HitRow> beginning(String from, String to, Optional<String> kind, int limit);

    /** How many, as far as it matters. */
    @Select("""
            SELECT COUNT(*) FROM (SELECT 1 FROM search_term WHERE term >= #{from} AND term < #{to} LIMIT #{limit}) found
            """)
    int count(String from, String to, int limit);

    /** @param passed of those with the first word, looked at before */
    @Select("""
            <script>
            SELECT f.record, f.kind, MIN(f.term) AS term FROM (
              SELECT record, kind, term FROM search_term WHERE term &gt;= #{from} AND term &lt; #{to}
              <if test="kind.isPresent()">AND kind = #{kind}</if>
              ORDER BY term, record LIMIT #{lookedAt} OFFSET #{passed}) f
            WHERE TRUE
            <foreach collection="others" item="other">
              AND EXISTS (SELECT 1 FROM search_term o
                          WHERE o.record = f.record AND o.term &gt;= #{other.from} AND o.term &lt; #{other.to})
            </foreach>
            GROUP BY f.record, f.kind ORDER BY term, f.record LIMIT #{limit}
            </script>
            """)
    List<HitRow> beginningAndAll(
            String from, String to, Optional<String> kind, List<Range> others, int passed, int lookedAt, int limit);

    record HitRow(UUID record, String kind, String term) {}

    record Range(String from, String to) {}
}
