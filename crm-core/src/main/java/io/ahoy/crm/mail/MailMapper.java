package io.ahoy.crm.mail;

import io.ahoy.crm.mail.Mails.MailRow;
import io.ahoy.crm.mail.Mails.Parties;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface MailMapper {
    String MAIL = """
            m.id, m.state, m.mailbox, m.sha256, m.size, m.message_id, m.thread, m.linked, m.interaction, m.author, m.kind,
            m.from_address, m.from_name, m.recipients, m.subject, m.at, m.content, m.readings, m.note
            """;

    String IDS = """
            <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            """;

    // ---- receiving

    @Select(
            "SELECT uid_validity, first_uid, last_uid, marked_uid, since FROM mailbox_progress WHERE mailbox = #{mailbox}")
    Optional<Place.Progress> progress(String mailbox);

    @Insert("""
            INSERT INTO mailbox_progress (mailbox, uid_validity, first_uid, last_uid, marked_uid, since)
            VALUES (#{mailbox}, #{progress.uidValidity}, #{progress.firstUid}, #{progress.lastUid}, #{progress.markedUid},
              #{progress.since})
            ON DUPLICATE KEY UPDATE uid_validity = VALUES(uid_validity), first_uid = VALUES(first_uid),
              last_uid = VALUES(last_uid), marked_uid = VALUES(marked_uid), since = VALUES(since)
            """)
    void begin(String mailbox, Place.Progress progress);

    @Delete("DELETE FROM mailbox_progress WHERE mailbox = #{mailbox}")
    void forgetPlace(String mailbox);

    @Update("""
            UPDATE mailbox_progress SET last_uid = GREATEST(last_uid, #{uid})
            WHERE mailbox = #{mailbox} AND uid_validity = #{uidValidity}
            """)
    void advance(String mailbox, long uidValidity, long uid);

    @Update("""
            UPDATE mailbox_progress SET marked_uid = GREATEST(marked_uid, #{uid})
            WHERE mailbox = #{mailbox} AND uid_validity = #{uidValidity}
            """)
    void marked(String mailbox, long uidValidity, long uid);

    @Update("""
            UPDATE mailbox_progress SET last_uid = GREATEST(last_uid, #{uid}), marked_uid = GREATEST(marked_uid, #{uid})
            WHERE mailbox = #{mailbox} AND uid_validity = #{uidValidity}
            """)
    void passed(String mailbox, long uidValidity, long uid);

    @Select("SELECT uidl FROM mailbox_uidl WHERE mailbox = #{mailbox}")
    List<String> uidls(String mailbox);

    @Insert("INSERT IGNORE INTO mailbox_uidl (mailbox, uidl) VALUES (#{mailbox}, #{uidl})")
    void remember(String mailbox, String uidl);

    @Delete("DELETE FROM mailbox_uidl WHERE mailbox = #{mailbox} AND uidl = #{uidl}")
    void forget(String mailbox, String uidl);

    /** A thread of its own, until it is read. */
    @Insert("""
            INSERT INTO mail (id, direction, state, mailbox, sha256, size, message_id, fingerprint, thread, kind, from_address,
              from_name, recipients, subject, at, follow_up, content)
            VALUES (#{mail.id}, 'IN', 'STORED', #{mail.mailbox}, #{mail.sha256}, #{mail.size}, #{mail.messageId},
              #{mail.fingerprint}, #{mail.id}, '', '', '', '{"to":[],"cc":[],"bcc":[]}', '', #{mail.at}, #{followUp},
              '{"text":"","quoted":"","signature":"","attachments":[],"problems":[],"evidence":[]}')
            """)
    void insertReceived(Received mail, boolean followUp);

    // ---- reading

    @Select("SELECT " + MAIL + " FROM mail m WHERE m.state = 'STORED' ORDER BY m.id LIMIT #{limit}")
    List<MailRow> unread(int limit);

    @Update("<script>UPDATE mail SET readings = readings + 1 WHERE id IN " + IDS + "</script>")
    void readingBegins(List<UUID> ids);

    @Update("<script>UPDATE mail SET readings = 0 WHERE id IN " + IDS + "</script>")
    void readingEnds(List<UUID> ids);

    @Select("<script>" + """
            SELECT DISTINCT m.id FROM mail m
              JOIN mail e ON e.fingerprint = m.fingerprint AND e.id &lt; m.id AND e.direction = 'IN'
            WHERE e.state &lt;&gt; 'DUPLICATE' AND m.id IN """ + IDS + "</script>")
    Set<UUID> copies(List<UUID> ids);

    @Update("""
            UPDATE mail SET state = #{state}, thread = #{thread}, linked = #{linked}, interaction = #{interaction},
              kind = #{kind}, from_address = #{fromAddress}, from_name = #{fromName}, recipients = #{recipients},
              subject = #{subject}, content = #{content}, note = #{note}
            WHERE id = #{id}
            """)
    void settle(
            UUID id,
            String state,
            UUID thread,
            Optional<UUID> linked,
            Optional<UUID> interaction,
            String kind,
            String fromAddress,
            String fromName,
            String recipients,
            String subject,
            String content,
            Optional<String> note);

    @Update("<script>UPDATE mail SET state = 'ROUTED' WHERE id IN " + IDS + "</script>")
    void routed(List<UUID> ids);

    // ---- looking

    @Select("""
            SELECT from_address, recipients FROM mail
            WHERE thread = #{thread} AND state NOT IN ('DUPLICATE', 'DROPPED') ORDER BY at DESC, id DESC LIMIT #{limit}
            """)
    List<Parties> parties(UUID thread, int limit);

    @Select("SELECT " + MAIL + " FROM mail m WHERE m.id = #{id}")
    Optional<MailRow> get(UUID id);

    @Select("SELECT " + MAIL + """
             FROM mail m WHERE m.message_id = #{messageId} AND m.state <> 'DUPLICATE'
            ORDER BY m.direction = 'OUT' DESC, m.id DESC LIMIT 1
            """)
    Optional<MailRow> byMessageId(String messageId);

    @Select("SELECT " + MAIL + """
             FROM mail m WHERE m.state IN ('ROUTED', 'DROPPED') AND m.direction = 'IN'
            ORDER BY m.id DESC LIMIT #{limit} OFFSET #{skip}
            """)
    List<MailRow> lastJudged(int limit, int skip);

    @Select("SELECT " + MAIL + """
             FROM mail m WHERE m.thread = #{thread} AND m.state NOT IN ('DUPLICATE', 'DROPPED')
            ORDER BY m.at DESC, m.id DESC LIMIT #{limit}
            """)
    List<MailRow> thread(UUID thread, int limit);

    @Select("SELECT " + MAIL + """
             FROM mail m WHERE m.interaction = #{interaction} AND m.state IN ('STORED', 'ROUTED') ORDER BY m.at DESC, m.id DESC LIMIT 1
            """)
    Optional<MailRow> lastReceived(UUID interaction);

    /** As it was put there, or as its mails say. */
    @Select("""
            SELECT x.thread FROM (
              SELECT thread, 0 AS place FROM mail_conversation WHERE interaction = #{interaction}
              UNION ALL (SELECT thread, 1 FROM mail WHERE interaction = #{interaction} ORDER BY at LIMIT 1)) x
            ORDER BY x.place LIMIT 1
            """)
    Optional<UUID> threadOf(UUID interaction);

    /**
     * One that has not ended comes first: conversations that were joined have several. Those that only were put there come last, for what
     * their customer wrote is elsewhere.
     */
    @Select("""
            SELECT x.interaction FROM (
              SELECT interaction, at, 0 AS place FROM mail WHERE thread = #{thread} AND interaction IS NOT NULL
              UNION ALL SELECT c.interaction, i.arrived_at, 1 FROM mail_conversation c JOIN interaction i ON i.id = c.interaction
                WHERE c.thread = #{thread}) x
              LEFT JOIN interaction i ON i.id = x.interaction
            ORDER BY i.state IS NOT NULL AND i.state NOT IN ('CLOSED', 'WRAP_UP') DESC, x.place, x.at DESC,
              x.interaction DESC
            """)
    List<UUID> interactionsOf(UUID thread);

    /** Nobody puts it into another conversation until the transaction ends. */
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    @Select("SELECT thread FROM mail WHERE id = #{mail} LOCK IN SHARE MODE")
    Optional<UUID> heldIn(UUID mail);

    @Select("SELECT author FROM mail WHERE thread = #{thread} AND author IS NOT NULL ORDER BY at DESC LIMIT 1")
    Optional<UUID> lastAuthor(UUID thread);

    @Insert("INSERT IGNORE INTO mail_key (one, secret) VALUES (TRUE, #{fresh})")
    void makeKey(byte[] fresh);

    @Select("SELECT secret FROM mail_key")
    byte[] key();
}
