package io.ahoy.crm.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;

interface AuditMapper {
    @Insert("""
            INSERT INTO audit (id, at, agent, token, action, subject, record, `before`, `after`)
            VALUES (#{id}, #{at}, #{agent}, #{token}, #{action}, #{subject}, #{record}, #{before}, #{after})
            """)
    void insert(AuditRow row);

    @Insert("""
            <script>
            INSERT INTO audit_shown (entry, record) VALUES
            <foreach collection="records" item="record" separator=",">(#{entry}, #{record})</foreach>
            </script>
            """)
    void insertShown(UUID entry, Set<UUID> records);

    @Select("""
            <script>
            SELECT entry, record FROM audit_shown WHERE entry IN
            <foreach collection="entries" item="entry" open="(" separator="," close=")">#{entry}</foreach>
            ORDER BY entry, record
            </script>
            """)
    List<ShownRow> shown(List<UUID> entries);

    @Insert("INSERT IGNORE INTO audit_key (record, secret) VALUES (#{record}, #{secret})")
    void insertKey(String record, byte[] secret);

    @Select("SELECT secret FROM audit_key WHERE record = #{record}")
    Optional<KeyRow> key(String record);

    /** It stays at least until the transaction ends. */
    @Select("SELECT secret FROM audit_key WHERE record = #{record} LOCK IN SHARE MODE")
    Optional<KeyRow> heldKey(String record);

    @Delete("DELETE FROM audit_key WHERE record = #{record}")
    void forgetKey(String record);

    /** Of the oldest lines; ids are in the order of time. */
    @Select("""
            SELECT DISTINCT record FROM (SELECT record FROM audit WHERE id < #{bound} ORDER BY id LIMIT #{limit}) old
            """)
    List<String> oldRecords(UUID bound, int limit);

    @Delete("DELETE FROM audit WHERE id < #{bound} ORDER BY id LIMIT #{limit}")
    int forgetOld(UUID bound, int limit);

    @Select("""
            <script>
            SELECT record FROM audit_key WHERE record IN
            <foreach collection="records" item="one" open="(" separator="," close=")">#{one}</foreach> FOR UPDATE
            </script>
            """)
    List<String> lockKeys(List<String> records);

    @Delete("""
            <script>
            DELETE FROM audit_key WHERE record IN
            <foreach collection="records" item="one" open="(" separator="," close=")">#{one}</foreach>
            AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.record = audit_key.record)
            </script>
            """)
    void forgetUnusedKeys(List<String> records);

    @Select("""
            <script>
            SELECT a.id, a.at, a.agent, g.name AS agent_name, a.token, a.action, a.subject, a.record, a.`before`, a.`after`
            FROM
            <if test="record.isPresent()">
              (SELECT id FROM audit WHERE record = #{record}
               UNION SELECT entry FROM audit_shown WHERE record = #{record}) about JOIN audit a ON a.id = about.id
            </if>
            <if test="record.isEmpty()">audit a</if>
            LEFT JOIN agent g ON g.id = a.agent
            WHERE TRUE
            <if test="agent.isPresent()">AND a.agent = #{agent}</if>
            <if test="before.isPresent()">AND a.id &lt; #{before}</if>
            ORDER BY a.id DESC LIMIT #{limit}
            </script>
            """)
    List<FoundRow> page(Optional<String> record, Optional<UUID> agent, Optional<UUID> before, int limit);

    record AuditRow(
            UUID id,
            Instant at,
            Optional<UUID> agent,
            Optional<UUID> token,
            String action,
            String subject,
            String record,
            Optional<String> before,
            Optional<String> after) {}

    record ShownRow(UUID entry, UUID record) {}

    record KeyRow(byte[] secret) {}

    record FoundRow(
            UUID id,
            Instant at,
            Optional<UUID> agent,
            Optional<String> agentName,
            Optional<UUID> token,
            String action,
            String subject,
            String record,
            Optional<String> before,
            Optional<String> after) {}
}
