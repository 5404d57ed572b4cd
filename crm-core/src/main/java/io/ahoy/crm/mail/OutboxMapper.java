package io.ahoy.crm.mail;

import io.ahoy.crm.mail.Outbox.DeliveryRow;
import io.ahoy.crm.mail.Outbox.RecipientRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface OutboxMapper {
    String DELIVERY =
            "d.mail, d.state, d.envelope_from, d.automatic, d.due_at, d.attempts, d.maybe_twice, d.error, d.sent_at ";

    @Insert("""
            INSERT INTO mail (id, direction, state, mailbox, sha256, size, message_id, fingerprint, thread, interaction, author,
              kind, from_address, from_name, recipients, subject, at, content)
            VALUES (#{mail.id}, 'OUT', 'OUT', #{mail.mailbox}, #{mail.sha256}, #{mail.size}, #{mail.messageId}, '', #{thread},
              #{mail.interaction}, #{mail.author}, #{mail.kind}, #{mail.from.address}, #{mail.from.name}, #{recipients},
              #{subject}, #{mail.at}, #{content})
            """)
    void insertMail(Outgoing mail, UUID thread, String subject, String recipients, String content);

    @Insert("""
            INSERT INTO mail_delivery (mail, state, envelope_from, automatic, due_at)
            VALUES (#{id}, 'WAITING', #{envelopeFrom}, #{automatic}, #{dueAt})
            """)
    void insertDelivery(Outgoing mail);

    @Insert("INSERT IGNORE INTO mail_file (mail, sha256) VALUES (#{mail}, #{sha256})")
    void insertFile(UUID mail, String sha256);

    @Insert("INSERT INTO mail_recipient (mail, address, at) VALUES (#{mail}, #{address}, #{at})")
    void insertRecipient(UUID mail, String address, Instant at);

    @Select("SELECT " + DELIVERY + """
             FROM mail_delivery d JOIN mail m ON m.id = d.mail
            WHERE d.state = 'WAITING' AND d.due_at <= #{now} AND m.mailbox = #{mailbox} ORDER BY d.due_at LIMIT #{limit}
            """)
    List<DeliveryRow> due(String mailbox, Instant now, int limit);

    @Select("""
            SELECT d.due_at FROM mail_delivery d JOIN mail m ON m.id = d.mail
            WHERE d.state = 'WAITING' AND m.mailbox = #{mailbox} ORDER BY d.due_at LIMIT 1
            """)
    Optional<Instant> nextDue(String mailbox);

    @Select("""
            SELECT DISTINCT m.mailbox FROM mail_delivery d JOIN mail m ON m.id = d.mail WHERE d.state IN ('WAITING', 'SENDING')
            """)
    Set<String> mailboxes();

    @Update("""
            UPDATE mail_delivery SET state = 'SENDING', attempts = attempts + 1 WHERE mail = #{mail} AND state = 'WAITING'
            """)
    int begin(UUID mail);

    @Update("UPDATE mail_delivery SET state = 'SENT', sent_at = #{now}, error = NULL WHERE mail = #{mail}")
    void sent(UUID mail, Instant now);

    @Update("UPDATE mail_recipient SET sent_at = #{now} WHERE mail = #{mail} AND address = #{address}")
    void sentTo(UUID mail, String address, Instant now);

    @Update("UPDATE mail_delivery SET state = 'WAITING', due_at = #{dueAt}, error = #{error} WHERE mail = #{mail}")
    void later(UUID mail, Instant dueAt, String error);

    @Update("""
            UPDATE mail_delivery d JOIN mail m ON m.id = d.mail
            SET d.due_at = #{dueAt}, d.error = #{error}
            WHERE d.state = 'WAITING' AND d.due_at <= #{now} AND m.mailbox = #{mailbox}
            """)
    void away(String mailbox, Instant now, Instant dueAt, String error);

    @Update("""
            UPDATE mail_delivery SET state = #{state}, error = #{error}
            WHERE mail = #{mail} AND state IN ('WAITING', 'SENDING')
            """)
    void end(UUID mail, String state, String error);

    @Update("UPDATE mail_recipient SET failure = #{words} WHERE mail = #{mail} AND address = #{address}")
    void refused(UUID mail, String address, String words);

    @Select("SELECT " + DELIVERY + """
             FROM mail_delivery d JOIN mail m ON m.id = d.mail WHERE d.state = 'SENDING' AND m.mailbox = #{mailbox}
            """)
    List<DeliveryRow> underWay(String mailbox);

    @Update("""
            UPDATE mail_delivery SET state = IF(maybe_twice, 'UNCERTAIN', 'WAITING'), due_at = #{dueAt}, error = #{error},
              maybe_twice = TRUE
            WHERE mail = #{mail}
            """)
    void cutOff(UUID mail, Instant dueAt, String error);

    @Update("""
            UPDATE mail_delivery SET state = 'WAITING', due_at = #{now}
            WHERE mail = #{mail} AND state IN ('FAILED', 'UNCERTAIN')
            """)
    int again(UUID mail, Instant now);

    @Update("UPDATE mail_delivery SET state = 'CANCELLED' WHERE mail = #{mail} AND state = 'WAITING' AND attempts = 0")
    int takeBack(UUID mail);

    @Select("SELECT " + DELIVERY + " FROM mail_delivery d WHERE d.mail = #{mail}")
    Optional<DeliveryRow> get(UUID mail);

    @Select("SELECT address, sent_at, failure FROM mail_recipient WHERE mail = #{mail} ORDER BY address")
    List<Delivery.Recipient> recipients(UUID mail);

    @Select("""
            SELECT r.mail, r.address, r.sent_at, r.failure FROM mail_recipient r JOIN mail m ON m.id = r.mail
            WHERE m.thread = #{thread} ORDER BY r.address
            """)
    List<RecipientRow> recipientsOfThread(UUID thread);

    @Select("SELECT " + DELIVERY + " FROM mail_delivery d JOIN mail m ON m.id = d.mail WHERE m.thread = #{thread}")
    List<DeliveryRow> ofThread(UUID thread);
}
