package io.ahoy.crm.customer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;

interface FinderMapper {
    /** Looked up for each record that was found, never gathered: a word as short as a letter stands for a great part of all. */
    String OTHERS = """
            <foreach collection="others" item="other">
              AND (SELECT 1 FROM search_term o FORCE INDEX (search_term_record)
                   WHERE o.record = f.record AND o.term &gt;= #{other.from} AND o.term &lt; #{other.to} LIMIT 1) IS NOT NULL
            </foreach>
            """;

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

    /**
     * Those with a common word and all the others, in the order of the index, until there are enough. A record comes as often as it has
     * the word.
     *
     * @param examined rows after which it ends with what was found by then
     */
    @Select("""
            <script>
            SELECT f.record, f.kind, f.term FROM search_term f
            <choose>
              <when test="kind.isPresent()">FORCE INDEX (search_term_kind) WHERE f.kind = #{kind} AND</when>
              <otherwise>FORCE INDEX (PRIMARY) WHERE</otherwise>
            </choose>
            f.term &gt;= #{word.from} AND f.term &lt; #{word.to}
            """ + OTHERS + """
            ORDER BY f.term, f.record LIMIT #{limit} ROWS EXAMINED #{examined}
            </script>
            """)
    List<HitRow> common(Range word, Optional<String> kind, List<Range> others, int limit, int examined);

    /** Those with both words, the records of the second gathered first; a record comes as often as it has the first. */
    @Select("""
            <script>
            SELECT f.record, f.kind, f.term FROM (
              SELECT record, kind, term FROM search_term WHERE term &gt;= #{word.from} AND term &lt; #{word.to}
              <if test="kind.isPresent()">AND kind = #{kind}</if>
              ORDER BY term, record LIMIT #{lookedAt}) f
            WHERE f.record IN (SELECT record FROM (
              SELECT record FROM search_term WHERE term &gt;= #{second.from} AND term &lt; #{second.to}
              <if test="kind.isPresent()">AND kind = #{kind}</if>
              LIMIT #{gathered}) g)
            """ + OTHERS + """
            ORDER BY f.term, f.record LIMIT #{limit}
            </script>
            """)
    List<HitRow> both(
            Range word, Range second, Optional<String> kind, List<Range> others, int lookedAt, int gathered, int limit);

    record HitRow(UUID record, String kind, String term) {}

    record Range(String from, String to) {}
}
