package io.ahoy.crm.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface CustomerMapper {
    String CUSTOMER = """
            c.id, c.version, c.name, c.given_name, c.family_name, c.reading, c.address, c.language, c.time_zone, c.segment,
            c.organisation, o.name AS organisation_name, c.owner, a.name AS owner_name, c.since, c.changed_at
            """;
    String JOINED = " LEFT JOIN organisation o ON o.id = c.organisation LEFT JOIN agent a ON a.id = c.owner ";

    @Select("SELECT " + CUSTOMER + " FROM customer c" + JOINED + "WHERE c.id = #{id}")
    Optional<CustomerRow> get(UUID id);

    @Select("SELECT version FROM customer WHERE id = #{id} FOR UPDATE")
    Optional<VersionRow> lock(UUID id);

    /** Those first for whom it is verified, then whose record was made first: the order of the ids, for which no table is made. */
    @Select("SELECT " + CUSTOMER + " FROM contact_point p JOIN customer c ON c.id = p.owner" + JOINED + """
            WHERE p.kind = #{kind} AND p.value = #{value} ORDER BY p.verified_at IS NULL, p.owner LIMIT #{limit}
            """)
    List<CustomerRow> candidates(PointKind kind, String value, int limit);

    /** As {@link #candidates}, of each of several. */
    @Select("""
            <script>
            SELECT value, id FROM (
              SELECT p.value, c.id, ROW_NUMBER() OVER (PARTITION BY p.value ORDER BY p.verified_at IS NULL, p.owner) AS place
              FROM contact_point p JOIN customer c ON c.id = p.owner WHERE p.kind = #{kind} AND p.value IN
                <foreach collection="values" item="value" open="(" separator="," close=")">#{value}</foreach>) x
            WHERE place &lt;= #{limit} ORDER BY value, place
            </script>
            """)
    List<CandidateRow> candidatesOf(PointKind kind, Collection<String> values, int limit);

    @Select("SELECT COUNT(*) FROM contact_point WHERE kind = #{kind} AND value = #{value} AND do_not_contact")
    int barred(PointKind kind, String value);

    @Select("<script>SELECT " + CUSTOMER + " FROM customer c" + JOINED + """
            WHERE c.id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY c.name, c.id
            </script>
            """)
    List<CustomerRow> all(List<UUID> ids);

    @Select("<script>SELECT " + CUSTOMER + " FROM customer c" + JOINED + """
            <if test="filter.tag.isPresent()">JOIN tag t ON t.record = c.id AND t.tag = #{filter.tag}</if>
            WHERE TRUE
            <if test="filter.segment.isPresent()">AND c.segment = #{filter.segment}</if>
            <if test="filter.organisation.isPresent()">AND c.organisation = #{filter.organisation}</if>
            <if test="filter.owner.isPresent()">AND c.owner = #{filter.owner}</if>
            <if test="filter.language.isPresent()">AND c.language = #{filter.language}</if>
            <if test="after.isPresent()">
              AND (c.name &gt; (SELECT name FROM customer WHERE id = #{after})
                OR c.name = (SELECT name FROM customer WHERE id = #{after}) AND c.id &gt; #{after})
            </if>
            ORDER BY c.name, c.id LIMIT #{limit}
            </script>
            """)
    List<CustomerRow> page(CustomerFilter filter, Optional<UUID> after, int limit);

    @Insert("""
            INSERT INTO customer (id, name, given_name, family_name, reading, address, language, time_zone, segment, organisation,
              owner, since, changed_at)
            VALUES (#{id}, #{draft.name}, #{draft.givenName}, #{draft.familyName}, #{draft.reading}, #{address},
                    #{draft.language}, #{draft.timeZone}, #{draft.segment}, #{draft.organisation}, #{draft.owner}, #{now}, #{now})
            """)
    void insert(UUID id, CustomerDraft draft, Optional<String> address, Instant now);

    @Update("""
            UPDATE customer SET name = #{draft.name}, given_name = #{draft.givenName}, family_name = #{draft.familyName},
              reading = #{draft.reading}, address = #{address}, language = #{draft.language}, time_zone = #{draft.timeZone},
              segment = #{draft.segment}, organisation = #{draft.organisation}, owner = #{draft.owner}, changed_at = #{now},
              version = version + 1
            WHERE id = #{id}
            """)
    void update(UUID id, CustomerDraft draft, Optional<String> address, Instant now);

    @Delete("DELETE FROM customer WHERE id = #{id}")
    void delete(UUID id);

    @Insert("""
            INSERT INTO consent (customer, purpose, channel, given, at, source)
            VALUES (#{customer}, #{consent.purpose}, #{consent.channel}, #{consent.given}, #{consent.at}, #{consent.source})
            """)
    void insertConsent(UUID customer, Consent consent);

    @Delete("DELETE FROM consent WHERE customer = #{customer}")
    void deleteConsents(UUID customer);

    @Insert("INSERT INTO never_offered (customer, agent) VALUES (#{customer}, #{agent})")
    void insertNeverOffered(UUID customer, UUID agent);

    @Delete("DELETE FROM never_offered WHERE customer = #{customer}")
    void deleteNeverOffered(UUID customer);

    @Select("SELECT COUNT(*) FROM interaction WHERE customer = #{customer}")
    long interactions(UUID customer);

    @Select("""
            SELECT (SELECT COUNT(*) FROM service_case WHERE customer = #{customer})
              + (SELECT COUNT(*) FROM customer_order WHERE customer = #{customer})
            """)
    long casesAndOrders(UUID customer);

    /** Those of whom a number is known but nobody asked for it at the same moment wait here for each other. */
    @Insert(
            "INSERT INTO point_lock (kind, value) VALUES (#{kind}, #{value}) ON DUPLICATE KEY UPDATE value = VALUES(value)")
    void lockPoint(PointKind kind, String value);

    @Delete("DELETE FROM point_lock WHERE kind = #{kind} AND value = #{value}")
    void unlockPoint(PointKind kind, String value);

    record CandidateRow(String value, UUID id) {}

    record VersionRow(long version) {}

    record CustomerRow(
            UUID id,
            long version,
            String name,
            Optional<String> givenName,
            Optional<String> familyName,
            Optional<String> reading,
            Optional<String> address,
            Optional<String> language,
            Optional<String> timeZone,
            Optional<String> segment,
            Optional<UUID> organisation,
            Optional<String> organisationName,
            Optional<UUID> owner,
            Optional<String> ownerName,
            Instant since,
            Instant changedAt) {}
}
