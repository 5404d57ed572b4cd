package io.ahoy.crm.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;

/** What people and organisations have alike: contact points, tags, and the terms they are found by. */
interface RecordMapper {
    @Select("""
            <script>
            SELECT owner, kind, value, label, is_primary, verified_at, do_not_contact FROM contact_point WHERE owner IN
            <foreach collection="owners" item="id" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY owner, place, kind, value
            </script>
            """)
    List<PointRow> points(List<UUID> owners);

    @Select("""
            SELECT owner, kind, value, label, is_primary, verified_at, do_not_contact FROM contact_point WHERE owner = #{owner}
            ORDER BY place, kind, value
            """)
    List<PointRow> pointsOf(UUID owner);

    @Select("SELECT record, tag FROM tag WHERE record = #{record}")
    List<TagRow> tagsOf(UUID record);

    @Select("""
            <script>
            SELECT record, tag FROM tag WHERE record IN
            <foreach collection="records" item="id" open="(" separator="," close=")">#{id}</foreach>
            </script>
            """)
    List<TagRow> tags(List<UUID> records);

    @Insert("""
            INSERT INTO contact_point (kind, value, owner, owner_kind, label, is_primary, place, verified_at, do_not_contact)
            VALUES (#{point.kind}, #{point.value}, #{owner}, #{ownerKind}, #{point.label}, #{point.primary}, #{place},
                    #{point.verifiedAt}, #{point.doNotContact})
            """)
    void insertPoint(UUID owner, String ownerKind, int place, ContactPoint point);

    @Delete("DELETE FROM contact_point WHERE owner = #{owner}")
    void deletePoints(UUID owner);

    @Insert("INSERT IGNORE INTO tag (record, tag) VALUES (#{record}, #{tag})")
    void insertTag(UUID record, String tag);

    @Delete("DELETE FROM tag WHERE record = #{record}")
    void deleteTags(UUID record);

    @Insert("INSERT IGNORE INTO search_term (term, record, kind) VALUES (#{term}, #{record}, #{kind})")
    void insertTerm(UUID record, String kind, String term);

    @Insert("INSERT IGNORE INTO search_name (kind, word, record, words) VALUES (#{kind}, #{word}, #{record}, #{words})")
    void insertName(UUID record, String kind, String word, String words);

    @Delete("DELETE FROM search_term WHERE record = #{record}")
    void deleteTerms(UUID record);

    @Delete("DELETE FROM search_name WHERE record = #{record}")
    void deleteNames(UUID record);

    @Select("SELECT name FROM agent WHERE id = #{id}")
    Optional<String> agentName(UUID id);

    @Select("SELECT id FROM customer_segment WHERE id = #{id}")
    Optional<String> segment(String id);

    record PointRow(
            UUID owner,
            PointKind kind,
            String value,
            String label,
            boolean isPrimary,
            Optional<Instant> verifiedAt,
            boolean doNotContact) {
        ContactPoint point() {
            return new ContactPoint(kind, value, label, isPrimary, verifiedAt, doNotContact);
        }
    }

    record TagRow(UUID record, String tag) {}
}
