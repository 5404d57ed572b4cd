package io.ahoy.crm.casework;

import io.ahoy.crm.casework.CaseRows.CaseRow;
import io.ahoy.crm.casework.CaseRows.InteractionRow;
import io.ahoy.crm.casework.CaseRows.RelationRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** How cases hang together with each other and with interactions. */
interface CaseLinkMapper {
    @Select("SELECT id, service_case, arrived_at FROM interaction WHERE id = #{id} FOR UPDATE")
    Optional<InteractionRow> lockInteraction(UUID id);

    @Select("SELECT service_case FROM interaction WHERE id = #{id}")
    Optional<UUID> caseOf(UUID id);

    @Select("SELECT COUNT(*) FROM interaction WHERE service_case = #{id}")
    long interactions(UUID id);

    @Update("UPDATE interaction SET service_case = #{to} WHERE id = #{interaction}")
    void attach(UUID interaction, Optional<UUID> to);

    @Update("UPDATE interaction SET service_case = #{to} WHERE service_case = #{from}")
    void moveInteractions(UUID from, UUID to);

    @Update("UPDATE note SET record = #{to} WHERE record = #{from}")
    void moveNotes(UUID from, UUID to);

    /** It can go on: it was not closed, or so lately that its type lets the customer open it again, and it went on in no other. */
    String CAN_GO_ON = """
            (c.state_kind != 'CLOSED' OR m.id IS NULL
              AND c.closed_at > #{now} - INTERVAL COALESCE(JSON_VALUE(t.clocks, '$.reopenDays'), 0) DAY)
            """;

    @Select("<script>SELECT " + CaseMapper.CASE + " FROM interaction i JOIN service_case c ON c.customer = i.customer"
            + " JOIN case_type t ON t.id = c.type" + CaseMapper.JOINED + """
            WHERE i.id = #{interaction} AND i.service_case IS NULL AND c.state_kind IN ('WAITING_FOR_CUSTOMER', 'SOLVED', 'CLOSED') AND
            """ + "<![CDATA[" + CAN_GO_ON + "]]>"
            + CaseMapper.SEEN
            + " ORDER BY c.number DESC LIMIT #{limit}</script>")
    List<CaseRow> continuable(UUID interaction, Instant now, Sight sight, int limit);

    @Select("SELECT c.id FROM interaction i JOIN service_case c ON c.customer = i.customer"
            + " JOIN case_type t ON t.id = c.type" + CaseMapper.JOINED
            + " WHERE i.id = #{interaction} AND c.number = #{number} AND " + CAN_GO_ON)
    Optional<UUID> ownCase(UUID interaction, String number, Instant now);

    @Select("SELECT c.id FROM interaction i JOIN service_case c ON c.id = i.service_case"
            + " JOIN case_type t ON t.id = c.type" + CaseMapper.JOINED + " WHERE i.id = #{earlier} AND " + CAN_GO_ON)
    Optional<UUID> caseOfEarlier(UUID earlier, Instant now);

    // ---- relations

    @Insert("INSERT IGNORE INTO case_relation (from_case, to_case, kind) VALUES (#{from}, #{to}, 'RELATED')")
    int relate(UUID from, UUID to);

    @Insert("""
            INSERT INTO case_relation (from_case, to_case, kind) VALUES (#{from}, #{to}, #{kind})
            ON DUPLICATE KEY UPDATE kind = VALUES(kind)
            """)
    void link(UUID from, UUID to, String kind);

    /** Between the two, whichever way round. */
    @Select("""
            SELECT kind FROM case_relation WHERE from_case = #{one} AND to_case = #{other}
              OR from_case = #{other} AND to_case = #{one}
            """)
    List<String> kinds(UUID one, UUID other);

    @Delete("""
            DELETE FROM case_relation WHERE kind = 'RELATED'
              AND (from_case = #{one} AND to_case = #{other} OR from_case = #{other} AND to_case = #{one})
            """)
    int unrelate(UUID one, UUID other);

    /** Those that the other one has already stay where they are, and are removed by {@link #deleteRelations}. */
    @Update("UPDATE IGNORE case_relation SET from_case = #{to} WHERE from_case = #{from} AND to_case != #{to}")
    void moveRelationsFrom(UUID from, UUID to);

    @Update("UPDATE IGNORE case_relation SET to_case = #{to} WHERE to_case = #{from} AND from_case != #{to}")
    void moveRelationsTo(UUID from, UUID to);

    @Delete("DELETE FROM case_relation WHERE from_case = #{id} OR to_case = #{id}")
    void deleteRelations(UUID id);

    @Select("<script>SELECT x.kind, c.id, c.number, c.subject, c.state_kind FROM (" + """
              SELECT kind, to_case AS other FROM case_relation WHERE from_case = #{id}
              UNION
              SELECT IF(kind = 'MERGED_INTO', 'MERGED_FROM', 'SPLIT_INTO'), from_case FROM case_relation
              WHERE to_case = #{id} AND kind != 'RELATED') x
            JOIN service_case c ON c.id = x.other WHERE TRUE
            """ + CaseMapper.SEEN
            + " ORDER BY c.number</script>")
    List<RelationRow> relations(UUID id, Sight sight);
}
