package io.ahoy.crm.casework;

import io.ahoy.crm.casework.CaseRows.CaseRow;
import io.ahoy.crm.casework.CaseRows.LoadRow;
import io.ahoy.crm.casework.CaseRows.VersionRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface CaseMapper {
    String CASE = """
            c.id, c.version, c.number, c.type, c.category, c.state, c.state_kind, c.state_since, c.priority, c.subject,
            c.description, c.customer, u.name AS customer_name, c.organisation, o.name AS organisation_name, c.owner,
            a.name AS owner_name, c.team, c.product, p.title AS product_title, c.cause, c.remedy, c.clocks, c.due_at,
            c.due_soon_at, c.opened_at, c.answered_at, c.solved_at, c.closed_at, c.changed_at, m.id AS merged_into,
            m.number AS merged_number
            """;
    String JOINED = """
             LEFT JOIN customer u ON u.id = c.customer LEFT JOIN organisation o ON o.id = c.organisation
             LEFT JOIN agent a ON a.id = c.owner LEFT JOIN product p ON p.id = c.product
             LEFT JOIN case_relation r ON r.from_case = c.id AND r.kind = 'MERGED_INTO'
             LEFT JOIN service_case m ON m.id = r.to_case
            """;
    /** As {@code Actor.may} says of one. */
    String SEEN = """
            <if test="!sight.all">
              AND (c.owner = #{sight.agent}
              <if test="sight.shared">
                OR c.team IS NULL AND c.owner IS NULL
                <if test="!sight.teams.isEmpty()">
                  OR c.team IN <foreach collection="sight.teams" item="one" open="(" separator="," close=")">#{one}</foreach>
                </if>
              </if>)
            </if>
            """;

    @Select("SELECT " + CASE + " FROM service_case c" + JOINED + "WHERE c.id = #{id}")
    Optional<CaseRow> get(UUID id);

    @Select("SELECT version FROM service_case WHERE id = #{id} FOR UPDATE")
    Optional<VersionRow> lock(UUID id);

    @Select("<script>SELECT " + CASE + " FROM service_case c" + JOINED + """
            WHERE c.id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            """ + SEEN
            + " ORDER BY c.due_at, c.number</script>")
    List<CaseRow> all(List<UUID> ids, Sight sight);

    @Select("<script>SELECT " + CASE + " FROM service_case c" + JOINED + "WHERE TRUE" + SEEN + """
            <if test="filter.owner.isPresent()">AND c.owner = #{filter.owner}</if>
            <if test="filter.unassigned">AND c.owner IS NULL</if>
            <if test="filter.team.isPresent()">AND c.team = #{filter.team}</if>
            <if test="filter.type.isPresent()">AND c.type = #{filter.type}</if>
            <if test="filter.category.isPresent()">
              AND c.category IN (WITH RECURSIVE below (id) AS (
                SELECT id FROM case_category WHERE id = #{filter.category} UNION SELECT k.id FROM case_category k JOIN below ON k.parent = below.id)
                SELECT id FROM below)
            </if>
            <if test="!filter.kinds.isEmpty()">
              AND c.state_kind IN <foreach collection="filter.kinds" item="kind" open="(" separator="," close=")">#{kind}</foreach>
            </if>
            <if test="priority.isPresent()">AND c.priority = #{priority}</if>
            <if test="filter.customer.isPresent()">AND c.customer = #{filter.customer}</if>
            <if test="filter.organisation.isPresent()">AND c.organisation = #{filter.organisation}</if>
            <if test="filter.dueBefore.isPresent()">AND c.due_at &lt; #{filter.dueBefore}</if>
            <if test="filter.dueSoonBy.isPresent()">AND c.due_soon_at &lt;= #{filter.dueSoonBy}</if>
            <if test="after.isPresent()">
              AND (c.due_at &gt; (SELECT due_at FROM service_case WHERE id = #{after})
                OR c.due_at = (SELECT due_at FROM service_case WHERE id = #{after})
                  AND c.number &gt; (SELECT number FROM service_case WHERE id = #{after}))
            </if>
            ORDER BY c.due_at, c.number LIMIT #{limit}
            </script>
            """)
    List<CaseRow> page(CaseFilter filter, Optional<String> priority, Sight sight, Optional<UUID> after, int limit);

    // ---- numbers

    @Insert("INSERT INTO case_number (year, last) VALUES (#{year}, 1) ON DUPLICATE KEY UPDATE last = last + 1")
    void countUp(int year);

    @Select("SELECT last FROM case_number WHERE year = #{year}")
    long lastNumber(int year);

    // ---- writing

    @Insert("""
            INSERT INTO service_case (id, number, type, category, state, state_kind, state_since, priority, subject, description,
              customer, organisation, owner, team, product, cause, remedy, clocks, due_at, due_soon_at, opened_at, answered_at,
              solved_at, closed_at, changed_at)
            VALUES (#{id}, #{number}, #{draft.type}, #{draft.category}, #{to.state}, #{to.kind}, #{to.since}, #{draft.priority},
                    #{draft.subject}, #{draft.description}, #{draft.customer}, #{draft.organisation}, #{draft.owner},
                    #{draft.team}, #{draft.product}, #{draft.cause}, #{draft.remedy}, #{clocks}, #{due}, #{dueSoon},
                    #{to.openedAt}, #{to.answeredAt}, #{to.solvedAt}, #{to.closedAt}, #{now})
            """)
    void insert(
            UUID id,
            String number,
            CaseDraft draft,
            Progress to,
            String clocks,
            Instant due,
            Instant dueSoon,
            Instant now);

    @Update("""
            UPDATE service_case SET type = #{draft.type}, category = #{draft.category}, priority = #{draft.priority},
              subject = #{draft.subject}, description = #{draft.description}, customer = #{draft.customer},
              organisation = #{draft.organisation}, owner = #{draft.owner}, team = #{draft.team}, product = #{draft.product},
              cause = #{draft.cause}, remedy = #{draft.remedy}, changed_at = #{now}, version = version + 1
            WHERE id = #{id}
            """)
    void update(UUID id, CaseDraft draft, Instant now);

    /** Together with {@link #update} or {@link #touch}, which count the version. */
    @Update("""
            UPDATE service_case SET state = #{to.state}, state_kind = #{to.kind}, state_since = #{to.since}, clocks = #{clocks},
              due_at = #{due}, due_soon_at = #{dueSoon}, answered_at = #{to.answeredAt}, solved_at = #{to.solvedAt},
              closed_at = #{to.closedAt}
            WHERE id = #{id}
            """)
    void progress(UUID id, Progress to, String clocks, Instant due, Instant dueSoon);

    @Update("UPDATE service_case SET changed_at = #{now}, version = version + 1 WHERE id = #{id}")
    void touch(UUID id, Instant now);

    @Delete("DELETE FROM service_case WHERE id = #{id}")
    void delete(UUID id);

    @Delete("DELETE FROM note WHERE record = #{id}")
    void deleteNotes(UUID id);

    // ---- what a case names: it is held until the case is written

    @Select("SELECT id FROM customer WHERE id = #{id} LOCK IN SHARE MODE")
    Optional<UUID> customer(UUID id);

    @Select("SELECT organisation FROM customer WHERE id = #{customer}")
    Optional<UUID> organisationOf(UUID customer);

    @Select("SELECT id FROM organisation WHERE id = #{id} LOCK IN SHARE MODE")
    Optional<UUID> organisation(UUID id);

    @Select("SELECT id FROM agent WHERE id = #{id}")
    Optional<UUID> agent(UUID id);

    @Select("SELECT id FROM product WHERE id = #{id} LOCK IN SHARE MODE")
    Optional<UUID> product(UUID id);

    // ---- the board

    /** From one index, of those that are not solved. */
    @Select("""
            SELECT team, owner, COUNT(*) AS open, COALESCE(SUM(due_soon_at <= #{now} AND due_at > #{now}), 0) AS nearly_overdue,
              COALESCE(SUM(due_at <= #{now}), 0) AS overdue
            FROM service_case WHERE state_kind IN ('NEW', 'OPEN', 'WAITING_FOR_CUSTOMER') GROUP BY team, owner
            """)
    List<LoadRow> load(Instant now);
}
