package io.ahoy.crm.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface PrivacyMapper {
    // ---- one person

    @Select("SELECT version FROM customer WHERE id = #{id} FOR UPDATE")
    Optional<Long> lock(UUID id);

    @Select("SELECT COUNT(*) FROM interaction WHERE customer = #{id} AND state != 'CLOSED'")
    int open(UUID id);

    @Update("""
            UPDATE wrap_up w JOIN interaction i ON i.id = w.interaction SET w.note = ''
            WHERE i.customer = #{id} AND w.note != ''
            """)
    int forgetWrapUps(UUID id);

    /** Those by which nobody else is reached. */
    @Select("""
            SELECT p.value FROM contact_point p WHERE p.owner = #{id} AND p.kind = 'PHONE' AND NOT EXISTS (
              SELECT 1 FROM contact_point o WHERE o.kind = p.kind AND o.value = p.value AND o.owner != p.owner)
            """)
    List<String> ownNumbers(UUID id);

    @Select("""
            SELECT p.value FROM contact_point p WHERE p.owner = #{id} AND p.kind = 'EMAIL' AND NOT EXISTS (
              SELECT 1 FROM contact_point o WHERE o.kind = p.kind AND o.value = p.value AND o.owner != p.owner)
            """)
    List<String> ownAddresses(UUID id);

    @Update(
            "UPDATE interaction SET from_shown = '', from_address = NULL, withheld = TRUE WHERE from_address = #{address}")
    void forgetAddress(String address);

    /** Where he called, whoever it was thought to be. */
    @Update("UPDATE interaction SET from_shown = '', from_e164 = NULL, withheld = TRUE WHERE from_e164 = #{number}")
    void forgetNumber(String number);

    /** Where he was called. */
    @Update("""
            UPDATE interaction i JOIN contact_point p ON p.owner = #{id} AND p.value = i.to_shown SET i.to_shown = ''
            WHERE i.customer = #{id}
            """)
    void forgetDialled(UUID id);

    @Update("""
            UPDATE interaction SET from_shown = '', from_e164 = NULL, from_address = NULL, withheld = TRUE, customer = NULL
            WHERE customer = #{id}
            """)
    int forgetInteractions(UUID id);

    @Delete("DELETE FROM note WHERE record = #{id}")
    int deleteNotes(UUID id);

    @Delete("DELETE FROM tag WHERE record = #{id}")
    void deleteTags(UUID id);

    @Delete("DELETE FROM contact_point WHERE owner = #{id}")
    void deletePoints(UUID id);

    @Delete("DELETE FROM consent WHERE customer = #{id}")
    void deleteConsents(UUID id);

    @Delete("DELETE FROM never_offered WHERE customer = #{id}")
    void deleteNeverOffered(UUID id);

    /** What was answered about him lately; whoever asks again with its key is told anew. */
    @Delete("DELETE FROM idempotency WHERE body LIKE CONCAT('%', #{id}, '%')")
    void deleteAnswers(String id);

    /** The last row of each of the router's journals. */
    @Select("SELECT domain, MAX(seq) AS last FROM journal GROUP BY domain")
    List<JournalEnd> journals();

    /**
     * Where somebody was transferred to this number, within a part of a journal. Everything else of the rows stays as it was: what they
     * decide does not depend on the number.
     */
    @Update("""
            UPDATE journal SET payload = REPLACE(payload, CONCAT('"', #{number}, '"'), '""')
            WHERE domain = #{domain} AND seq > #{after} AND seq <= #{upTo} AND INSTR(payload, CONCAT('"', #{number}, '"')) > 0
            """)
    void forgetTransfers(String number, String domain, long after, long upTo);

    @Select("SELECT id FROM service_case WHERE customer = #{id}")
    List<UUID> cases(UUID id);

    /** It goes on counting as a case of its type; what it was about is forgotten. */
    @Update("""
            UPDATE service_case SET customer = NULL, subject = '', description = '', cause = NULL, remedy = NULL,
              version = version + 1
            WHERE id = #{id}
            """)
    void forgetCase(UUID id);

    @Select("SELECT id FROM customer_order WHERE customer = #{id}")
    List<UUID> orders(UUID id);

    /** The program that writes orders has them still. */
    @Delete("DELETE FROM customer_order WHERE id = #{id}")
    void deleteOrder(UUID id);

    @Delete("DELETE FROM customer WHERE id = #{id}")
    void delete(UUID id);

    // ---- what is old

    @Select("SELECT kind, days FROM retention ORDER BY kind")
    List<PeriodRow> periods();

    @Update("UPDATE retention SET days = #{days} WHERE kind = #{kind}")
    void setPeriod(String kind, int days);

    @Insert("INSERT INTO retention_run (id, at, dry_run, counts) VALUES (#{id}, #{at}, #{dryRun}, #{counts})")
    void insertRun(UUID id, Instant at, boolean dryRun, String counts);

    @Select("SELECT id, at, dry_run, counts FROM retention_run ORDER BY id DESC LIMIT #{limit}")
    List<RunRow> runs(int limit);

    @Select("""
            SELECT COUNT(*) FROM interaction WHERE arrived_at < #{before} AND state = 'CLOSED'
              AND (from_shown != '' OR from_e164 IS NOT NULL OR from_address IS NOT NULL OR customer IS NOT NULL)
            """)
    int countInteractions(Instant before);

    @Update("""
            UPDATE interaction SET from_shown = '', from_e164 = NULL, from_address = NULL, withheld = TRUE, customer = NULL,
              to_shown = IF(channel = 'CALLBACK', '', to_shown)
            WHERE arrived_at < #{before} AND state = 'CLOSED'
              AND (from_shown != '' OR from_e164 IS NOT NULL OR from_address IS NOT NULL OR customer IS NOT NULL)
            LIMIT #{limit}
            """)
    int oldInteractions(Instant before, int limit);

    @Select("SELECT COUNT(*) FROM wrap_up WHERE written_at < #{before} AND note != ''")
    int countWrapUps(Instant before);

    @Update("UPDATE wrap_up SET note = '' WHERE written_at < #{before} AND note != '' LIMIT #{limit}")
    int oldWrapUps(Instant before, int limit);

    @Select("SELECT COUNT(*) FROM note WHERE changed_at < #{before}")
    int countNotes(Instant before);

    @Delete("DELETE FROM note WHERE changed_at < #{before} LIMIT #{limit}")
    int oldNotes(Instant before, int limit);

    /** Ids are in the order of time. */
    @Select("SELECT COUNT(*) FROM audit WHERE id < #{bound}")
    int countAudit(UUID bound);

    @Select("SELECT COUNT(*) FROM idempotency WHERE at < #{before}")
    int countAnswers(Instant before);

    @Delete("DELETE FROM idempotency WHERE at < #{before} LIMIT #{limit}")
    int oldAnswers(Instant before, int limit);

    @Select("SELECT COUNT(*) FROM session WHERE expires_at < #{before}")
    int countSessions(Instant before);

    @Delete("DELETE FROM session WHERE expires_at < #{before} LIMIT #{limit}")
    int oldSessions(Instant before, int limit);

    @Select("SELECT COUNT(*) FROM article_search WHERE at < #{before}")
    int countSearches(Instant before);

    @Delete("DELETE FROM article_search WHERE at < #{before} LIMIT #{limit}")
    int oldSearches(Instant before, int limit);

    @Select("SELECT COUNT(*) FROM service_case c WHERE " + OLD_CASE)
    int countCases(Instant before);

    @Select("SELECT c.id FROM service_case c WHERE " + OLD_CASE + " LIMIT #{limit} FOR UPDATE")
    List<UUID> oldCases(Instant before, int limit);

    /** One of which something is still known. */
    String OLD_CASE = """
            c.closed_at < #{before} AND (c.customer IS NOT NULL OR c.subject != '' OR c.description != ''
              OR c.cause IS NOT NULL OR c.remedy IS NOT NULL)
            """;

    record JournalEnd(String domain, long last) {}

    record PeriodRow(String kind, int days) {}

    record RunRow(UUID id, Instant at, boolean dryRun, String counts) {}
}
