package io.ahoy.crm.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface NoteMapper {
    String NOTE = "n.id, n.version, n.record, n.text, n.author, a.name AS author_name, n.written_at, n.changed_at ";

    @Select("SELECT " + NOTE + " FROM note n LEFT JOIN agent a ON a.id = n.author WHERE n.id = #{id}")
    Optional<NoteRow> get(UUID id);

    @Select("SELECT version FROM note WHERE id = #{id} FOR UPDATE")
    Optional<CustomerMapper.VersionRow> lock(UUID id);

    @Select("<script>SELECT " + NOTE + """
            FROM note n LEFT JOIN agent a ON a.id = n.author WHERE n.record = #{record}
            <if test="before.isPresent()">AND n.id &lt; #{before}</if>
            ORDER BY n.id DESC LIMIT #{limit}
            </script>
            """)
    List<NoteRow> page(UUID record, Optional<UUID> before, int limit);

    @Insert("""
            INSERT INTO note (id, record, text, author, written_at, changed_at)
            VALUES (#{id}, #{record}, #{text}, #{author}, #{now}, #{now})
            """)
    void insert(UUID id, UUID record, String text, UUID author, Instant now);

    @Update("UPDATE note SET text = #{text}, changed_at = #{now}, version = version + 1 WHERE id = #{id}")
    void update(UUID id, String text, Instant now);

    @Delete("DELETE FROM note WHERE id = #{id}")
    void delete(UUID id);

    record NoteRow(
            UUID id,
            long version,
            UUID record,
            String text,
            UUID author,
            Optional<String> authorName,
            Instant writtenAt,
            Instant changedAt) {
        Note note() {
            return new Note(id, version, record, text, new Named(author, authorName.orElse("")), writtenAt, changedAt);
        }
    }
}
