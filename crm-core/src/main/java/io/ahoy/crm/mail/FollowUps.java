package io.ahoy.crm.mail;

import io.ahoy.crm.store.Db;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** When conversations come back to those who put them off. */
public final class FollowUps {
    /** How the Message-ID of one that comes back begins. */
    public static final String MESSAGE_ID = "follow-up.";

    public static final int NOTE_MAX = 500;

    private final Db db;

    public FollowUps(Db db) {
        this.db = db;
    }

    /** In place of the one that the conversation had. */
    public void set(FollowUp followUp) {
        db.run(session -> session.getMapper(FollowUpMapper.class).set(followUp));
    }

    /** @return whether there was one that had not come back */
    public boolean drop(UUID thread) {
        return db.call(session -> session.getMapper(FollowUpMapper.class).drop(thread) == 1);
    }

    /** The one that has not come back. */
    public Optional<FollowUp> of(UUID thread) {
        return db.call(session -> session.getMapper(FollowUpMapper.class).of(thread));
    }

    /** Those that are to come back now, the longest due first. */
    public List<FollowUp> due(Instant now, int limit) {
        return db.call(session -> session.getMapper(FollowUpMapper.class).due(now, limit));
    }

    /** When the next one comes back. */
    public Optional<Instant> nextDue() {
        return db.call(session -> session.getMapper(FollowUpMapper.class).nextDue());
    }

    /** It came back, unless it was moved to another time meanwhile. */
    public void returned(FollowUp followUp) {
        db.run(session -> session.getMapper(FollowUpMapper.class).returned(followUp.thread(), followUp.dueAt()));
    }

    /** Who put the conversation off that came back last. */
    public Optional<UUID> wanted(UUID thread) {
        return db.call(session -> session.getMapper(FollowUpMapper.class).agent(thread));
    }

    interface FollowUpMapper {
        @Insert("""
                INSERT INTO mail_follow_up (thread, agent, due_at, note) VALUES (#{thread}, #{agent}, #{dueAt}, #{note})
                ON DUPLICATE KEY UPDATE agent = VALUES(agent), due_at = VALUES(due_at), note = VALUES(note), returned = FALSE
                """)
        void set(FollowUp followUp);

        @Delete("DELETE FROM mail_follow_up WHERE thread = #{thread} AND NOT returned")
        int drop(UUID thread);

        @Select("SELECT thread, agent, due_at, note FROM mail_follow_up WHERE thread = #{thread} AND NOT returned")
        Optional<FollowUp> of(UUID thread);

        @Select("""
                SELECT thread, agent, due_at, note FROM mail_follow_up
                WHERE NOT returned AND due_at <= #{now} ORDER BY due_at LIMIT #{limit}
                """)
        List<FollowUp> due(Instant now, int limit);

        @Select("SELECT due_at FROM mail_follow_up WHERE NOT returned ORDER BY due_at LIMIT 1")
        Optional<Instant> nextDue();

        @Update("UPDATE mail_follow_up SET returned = TRUE WHERE thread = #{thread} AND due_at = #{dueAt}")
        void returned(UUID thread, Instant dueAt);

        @Select("SELECT agent FROM mail_follow_up WHERE thread = #{thread}")
        Optional<UUID> agent(UUID thread);
    }
}
