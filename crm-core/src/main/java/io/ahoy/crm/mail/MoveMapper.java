package io.ahoy.crm.mail;

import io.ahoy.crm.store.RecordJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface MoveMapper {
    String MOVE = """
            v.id, v.kind, v.from_thread, v.to_thread, v.mail, v.interaction, v.agent, v.at, v.size, v.content, v.undone_at
             FROM mail_move v
            """;

    // ---- where mails stand

    /** Who sends one of these drafts in this moment does so first. */
    @Select("SELECT id, thread, author FROM mail_draft WHERE thread IN (#{one}, #{other}) ORDER BY id FOR UPDATE")
    List<DraftRow> lockDrafts(UUID one, UUID other);

    /** Whoever adds one, or moves one, does so before or afterwards. */
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    @Select("""
            SELECT id, thread, interaction, direction, state, subject, at FROM mail
            WHERE thread IN (#{one}, #{other}) ORDER BY at, id FOR UPDATE
            """)
    List<StandingRow> lockMails(UUID one, UUID other);

    @Select("SELECT reply FROM mail_reply WHERE mail = #{mail} AND reply IS NOT NULL")
    List<UUID> repliesTo(UUID mail);

    /** Whose interaction somebody has, the router has: after a crash it needs not be placed once more. */
    @Update("""
            UPDATE mail SET thread = #{thread}, interaction = #{interaction}, state = IF(state = 'STORED', 'ROUTED', state)
            WHERE id = #{mail}
            """)
    void put(UUID mail, UUID thread, Optional<UUID> interaction);

    @Update(
            "UPDATE mail SET interaction = #{was.interaction} WHERE id = #{was.mail} AND thread = #{thread} AND interaction = #{now}")
    void giveBack(Move.Standing was, UUID thread, UUID now);

    @Update("UPDATE mail SET linked = #{to} WHERE linked = #{from}")
    void moveLinks(UUID from, UUID to);

    // ---- what hangs on a conversation

    @Update("""
            UPDATE mail_draft SET thread = #{to}, interaction = COALESCE(#{interaction}, interaction), version = version + 1
            WHERE id = #{draft}
            """)
    void moveDraft(UUID draft, UUID to, Optional<UUID> interaction);

    @Select(
            "SELECT thread, agent, due_at, note FROM mail_follow_up WHERE thread IN (#{one}, #{other}) AND NOT returned")
    List<FollowUp> followUps(UUID one, UUID other);

    @Delete("DELETE FROM mail_follow_up WHERE thread = #{thread}")
    void dropFollowUp(UUID thread);

    @Insert("""
            INSERT INTO mail_conversation (interaction, thread) VALUES (#{interaction}, #{thread})
            ON DUPLICATE KEY UPDATE thread = VALUES(thread)
            """)
    void place(UUID interaction, UUID thread);

    @Select("SELECT interaction FROM mail_conversation WHERE thread = #{thread}")
    List<UUID> placed(UUID thread);

    // ---- moves

    @Insert("""
            INSERT INTO mail_move (id, kind, from_thread, to_thread, mail, interaction, agent, at, size, content, routed)
            VALUES (#{move.id}, #{move.kind}, #{move.from}, #{move.to}, #{move.mail}, #{move.interaction}, #{move.agent},
              #{move.at}, #{move.size}, #{content}, #{routed})
            """)
    void insert(Move move, String content, boolean routed);

    @Insert("INSERT INTO mail_moved (move, mail, interaction) VALUES (#{move}, #{was.mail}, #{was.interaction})")
    void insertMoved(UUID move, Move.Standing was);

    @Select(
            "SELECT x.mail, x.interaction FROM mail_moved x JOIN mail m ON m.id = x.mail WHERE x.move = #{move} ORDER BY m.at, m.id")
    List<Move.Standing> moved(UUID move);

    @Update("UPDATE mail_move SET undone_at = #{at}, content = #{content}, routed = #{routed} WHERE id = #{id}")
    void undone(UUID id, Instant at, String content, boolean routed);

    @Update("UPDATE mail_move SET undone_at = NULL, content = #{content}, routed = TRUE WHERE id = #{id}")
    void redone(UUID id, String content);

    @Update("UPDATE mail_move SET content = #{content}, routed = TRUE WHERE id = #{id} AND undone_at <=> #{undoneAt}")
    int stays(UUID id, String content, Optional<Instant> undoneAt);

    @Update("UPDATE mail_move SET routed = TRUE WHERE id = #{id} AND undone_at <=> #{undoneAt}")
    void routed(UUID id, Optional<Instant> undoneAt);

    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    @Select("SELECT " + MOVE + " WHERE v.id = #{id} FOR UPDATE")
    Optional<MoveRow> lock(UUID id);

    @Select("SELECT " + MOVE + " WHERE NOT v.routed ORDER BY v.id")
    List<MoveRow> unrouted();

    @Select("SELECT " + MOVE + """
             WHERE v.undone_at IS NULL AND (v.from_thread = #{thread} OR v.to_thread = #{thread}) ORDER BY v.id
            """)
    List<MoveRow> ofThread(UUID thread);

    @Select("SELECT COUNT(*) FROM mail WHERE thread = #{thread}")
    int size(UUID thread);

    @Select("SELECT id AS mail, interaction FROM mail WHERE thread = #{thread}")
    List<Move.Standing> standing(UUID thread);

    @Select("SELECT COUNT(*) FROM mail_draft WHERE thread = #{thread}")
    int drafts(UUID thread);

    // ---- others

    /** Those that are about something: what was only begun, or was taken back, is not. */
    @Select("""
            SELECT m.thread, MAX(m.at) AS last_at, COUNT(*) AS mails FROM mail m
            WHERE m.thread <> #{except} AND m.state NOT IN ('DUPLICATE', 'DROPPED') AND m.thread IN (
              SELECT o.thread FROM interaction i JOIN mail o ON o.interaction = i.id WHERE i.customer = #{customer})
              AND NOT EXISTS (SELECT 1 FROM mail_delivery d WHERE d.mail = m.id AND d.state = 'CANCELLED')
            GROUP BY m.thread ORDER BY last_at DESC LIMIT #{limit}
            """)
    List<OtherRow> others(UUID customer, UUID except, int limit);

    @Select("SELECT subject FROM mail WHERE thread = #{thread} ORDER BY direction, at DESC, id DESC LIMIT 1")
    Optional<String> subject(UUID thread);

    record DraftRow(UUID id, UUID thread, UUID author) {}

    record OtherRow(UUID thread, Instant lastAt, int mails) {}

    /** Of a mail what matters here. */
    record StandingRow(
            UUID id,
            UUID thread,
            Optional<UUID> interaction,
            String direction,
            String state,
            String subject,
            Instant at) {
        /** What a conversation does not show is nothing that could be left in it. */
        boolean isShown() {
            return !state.equals("DUPLICATE") && !state.equals("DROPPED");
        }
    }

    /** As the database has it. */
    record MoveRow(
            UUID id,
            String kind,
            UUID fromThread,
            UUID toThread,
            Optional<UUID> mail,
            UUID interaction,
            UUID agent,
            Instant at,
            int size,
            String content,
            Optional<Instant> undoneAt) {
        Move with(List<Move.Standing> mails) {
            return new Move(
                    id,
                    Move.Kind.valueOf(kind),
                    fromThread,
                    toThread,
                    mail,
                    interaction,
                    agent,
                    at,
                    size,
                    RecordJson.read(content, Move.Before.class),
                    mails,
                    undoneAt);
        }
    }
}
