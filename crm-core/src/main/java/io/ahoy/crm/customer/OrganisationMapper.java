package io.ahoy.crm.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface OrganisationMapper {
    String ORGANISATION = """
            o.id, o.version, o.name, o.parent, p.name AS parent_name, o.address, o.language, o.time_zone, o.segment, o.owner,
            a.name AS owner_name, o.since, o.changed_at
            """;
    String JOINED = " LEFT JOIN organisation p ON p.id = o.parent LEFT JOIN agent a ON a.id = o.owner ";

    @Select("SELECT name FROM organisation WHERE id = #{id}")
    Optional<String> name(UUID id);

    @Select("SELECT " + ORGANISATION + " FROM organisation o" + JOINED + "WHERE o.id = #{id}")
    Optional<OrganisationRow> get(UUID id);

    @Select("SELECT version FROM organisation WHERE id = #{id} FOR UPDATE")
    Optional<CustomerMapper.VersionRow> lock(UUID id);

    @Select("SELECT " + ORGANISATION + " FROM contact_point t JOIN organisation o ON o.id = t.owner" + JOINED + """
            WHERE t.kind = #{kind} AND t.value = #{value} ORDER BY o.since, o.id LIMIT #{limit}
            """)
    List<OrganisationRow> candidates(PointKind kind, String value, int limit);

    @Select("<script>SELECT " + ORGANISATION + " FROM organisation o" + JOINED + """
            WHERE o.id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY o.name, o.id
            </script>
            """)
    List<OrganisationRow> all(List<UUID> ids);

    @Select("<script>SELECT " + ORGANISATION + " FROM organisation o" + JOINED + """
            <if test="filter.tag.isPresent()">JOIN tag t ON t.record = o.id AND t.tag = #{filter.tag}</if>
            WHERE TRUE
            <if test="filter.segment.isPresent()">AND o.segment = #{filter.segment}</if>
            <if test="filter.parent.isPresent()">AND o.parent = #{filter.parent}</if>
            <if test="filter.owner.isPresent()">AND o.owner = #{filter.owner}</if>
            <if test="filter.language.isPresent()">AND o.language = #{filter.language}</if>
            <if test="after.isPresent()">
              AND (o.name &gt; (SELECT name FROM organisation WHERE id = #{after})
                OR o.name = (SELECT name FROM organisation WHERE id = #{after}) AND o.id &gt; #{after})
            </if>
            ORDER BY o.name, o.id LIMIT #{limit}
            </script>
            """)
    List<OrganisationRow> page(OrganisationFilter filter, Optional<UUID> after, int limit);

    @Insert("""
            INSERT INTO organisation (id, name, parent, address, language, time_zone, segment, owner, since, changed_at)
            VALUES (#{id}, #{draft.name}, #{draft.parent}, #{address}, #{draft.language}, #{draft.timeZone}, #{draft.segment},
                    #{draft.owner}, #{now}, #{now})
            """)
    void insert(UUID id, OrganisationDraft draft, Optional<String> address, Instant now);

    @Update("""
            UPDATE organisation SET name = #{draft.name}, parent = #{draft.parent}, address = #{address},
              language = #{draft.language}, time_zone = #{draft.timeZone}, segment = #{draft.segment}, owner = #{draft.owner},
              changed_at = #{now}, version = version + 1
            WHERE id = #{id}
            """)
    void update(UUID id, OrganisationDraft draft, Optional<String> address, Instant now);

    @Delete("DELETE FROM organisation WHERE id = #{id}")
    void delete(UUID id);

    @Select("""
            SELECT (SELECT COUNT(*) FROM customer WHERE organisation = #{id}) AS people,
              (SELECT COUNT(*) FROM organisation WHERE parent = #{id}) AS parts,
              (SELECT COUNT(*) FROM service_case WHERE organisation = #{id}) AS cases
            """)
    UsesRow uses(UUID id);

    /** It and everything above it; ends by itself also where it is circular. */
    @Select("""
            WITH RECURSIVE above (id, parent) AS (
              SELECT id, parent FROM organisation WHERE id = #{id}
              UNION SELECT o.id, o.parent FROM organisation o JOIN above ON o.id = above.parent)
            SELECT id FROM above
            """)
    List<UUID> withAllAbove(UUID id);

    record UsesRow(long people, long parts, long cases) {}

    record OrganisationRow(
            UUID id,
            long version,
            String name,
            Optional<UUID> parent,
            Optional<String> parentName,
            Optional<String> address,
            Optional<String> language,
            Optional<String> timeZone,
            Optional<String> segment,
            Optional<UUID> owner,
            Optional<String> ownerName,
            Instant since,
            Instant changedAt) {}
}
