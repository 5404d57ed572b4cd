package io.ahoy.crm.mail;

import io.ahoy.crm.store.Db;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;

/** The record of automatic replies: each that was thought of, sent or not, and why. */
public final class Replies {
    private final Db db;

    public Replies(Db db) {
        this.db = db;
    }

    /**
     * @param mail that it answers
     * @param reason SENT, or why not, in one word
     * @param detail in a sentence
     */
    public record Thought(
            UUID mail,
            String kind,
            String mailbox,
            Optional<String> queue,
            Instant at,
            String reason,
            String detail,
            Optional<UUID> reply) {}

    /** Not sent. The first word on a message stands: it is thought of once. */
    public void suppressed(List<Thought> thoughts) {
        if (!thoughts.isEmpty()) {
            db.runBatch(session -> thoughts.forEach(session.getMapper(RepliesMapper.class)::insert));
        }
    }

    /** Together with the message itself, or not at all. @return whether nobody had decided before */
    public boolean sent(Thought thought, Outgoing reply) {
        return db.call(session -> {
            boolean first = session.getMapper(RepliesMapper.class).insert(thought) == 1;
            if (first) {
                // An agent may have put the mail into another conversation in this moment.
                Optional<UUID> conversation =
                        session.getMapper(MailMapper.class).heldIn(thought.mail());
                Outbox.put(session, reply.in(conversation.or(reply::thread)));
            }
            return first;
        });
    }

    /**
     * What an address was sent before.
     *
     * @param last when it got a reply of one of the kinds that were asked for
     * @param lately mails of any kind; what was taken back was never sent
     */
    public record Before(Optional<Instant> last, int lately) {
        public static final Before NOTHING = new Before(Optional.empty(), 0);
    }

    /**
     * @param addresses in small letters
     * @param since how far back a reply is looked for
     * @param lately from when on mails are counted; after {@code since}
     * @return by the address; who was sent nothing is not in it
     */
    public Map<String, Before> before(Set<String> addresses, List<String> kinds, Instant since, Instant lately) {
        return db
                .call(session -> session.getMapper(RepliesMapper.class).before(addresses, kinds, since, lately))
                .stream()
                .collect(Collectors.toMap(BeforeRow::address, row -> new Before(row.last(), row.lately())));
    }

    /** As the database has it. */
    record BeforeRow(String address, Optional<Instant> last, int lately) {}

    /**
     * A mail that an overflow has closed.
     *
     * @param queue that it left
     */
    public record Closed(UUID interaction, String queue) {}

    /** Those that an overflow was to answer, and of which nothing was thought yet. */
    public List<Closed> unanswered(Instant since) {
        return db.call(session -> session.getMapper(RepliesMapper.class).unanswered(since));
    }

    public List<Thought> of(UUID mail) {
        return db.call(session -> session.getMapper(RepliesMapper.class).of(mail));
    }

    /** By the mail that they answer, of a whole conversation. */
    public Map<UUID, List<Thought>> ofThread(UUID thread) {
        return db.call(session -> session.getMapper(RepliesMapper.class).ofThread(thread).stream()
                .collect(Collectors.groupingBy(Thought::mail)));
    }

    interface RepliesMapper {
        @Insert("""
                INSERT IGNORE INTO mail_reply (mail, kind, mailbox, queue, at, reason, detail, reply)
                VALUES (#{mail}, #{kind}, #{mailbox}, #{queue}, #{at}, #{reason}, #{detail}, #{reply})
                """)
        int insert(Thought thought);

        /** From the address on, of which there are few: what was thought of is as long as all that ever came. */
        @Select("""
                <script>
                SELECT t.address COLLATE utf8mb4_bin AS address,
                  MAX(IF(m.author IS NULL AND m.kind IN
                    <foreach collection="kinds" item="kind" open="(" separator="," close=")">#{kind}</foreach>, t.at, NULL)) AS last,
                  COUNT(IF(t.at &gt;= #{lately} AND d.state &lt;&gt; 'CANCELLED', 1, NULL)) AS lately
                FROM mail_recipient t JOIN mail m ON m.id = t.mail JOIN mail_delivery d ON d.mail = t.mail
                WHERE t.at &gt;= #{since} AND t.address IN
                  <foreach collection="addresses" item="address" open="(" separator="," close=")">#{address}</foreach>
                GROUP BY t.address COLLATE utf8mb4_bin
                </script>
                """)
        List<BeforeRow> before(Set<String> addresses, List<String> kinds, Instant since, Instant lately);

        @Select("""
                SELECT DISTINCT i.id AS interaction,
                  (SELECT s.queue FROM segment s WHERE s.interaction = i.id ORDER BY s.entered_at DESC LIMIT 1) AS queue
                FROM mail m JOIN interaction i ON i.id = m.interaction
                WHERE m.at >= #{since} AND m.direction = 'IN' AND i.cause = 'ANSWERED_AUTOMATICALLY'
                  AND NOT EXISTS (SELECT 1 FROM mail_reply r JOIN mail o ON o.id = r.mail
                    WHERE o.interaction = i.id AND r.kind = 'OVERFLOW')
                """)
        List<Closed> unanswered(Instant since);

        @Select("SELECT mail, kind, mailbox, queue, at, reason, detail, reply FROM mail_reply WHERE mail = #{mail}")
        List<Thought> of(UUID mail);

        @Select("""
                SELECT r.mail, r.kind, r.mailbox, r.queue, r.at, r.reason, r.detail, r.reply
                FROM mail_reply r JOIN mail m ON m.id = r.mail WHERE m.thread = #{thread}
                """)
        List<Thought> ofThread(UUID thread);
    }
}
