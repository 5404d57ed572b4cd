package io.ahoy.crm.mail;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.RecordJson;
import io.ahoy.crm.store.UuidV7;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;

/** What agents write and have not sent: one draft for each agent and conversation. */
public final class Drafts {
    private final Db db;

    public Drafts(Db db) {
        this.db = db;
    }

    /** What he has written so far, in place of what he had. */
    public Draft keep(
            Optional<UUID> id,
            Optional<UUID> thread,
            Optional<UUID> interaction,
            Optional<UUID> answers,
            UUID author,
            Draft.Content content,
            Instant now) {
        return db.call(session -> {
            DraftMapper drafts = session.getMapper(DraftMapper.class);
            Optional<DraftRow> known = thread.isPresent() ? drafts.of(thread.get(), author) : id.flatMap(drafts::get);
            UUID kept = known.map(DraftRow::id).orElseGet(() -> id.orElseGet(() -> UuidV7.next(now)));
            drafts.keep(kept, thread, interaction, answers, author, RecordJson.write(content), now);
            return drafts.get(kept).orElseThrow().draft();
        });
    }

    public Optional<Draft> get(UUID id) {
        return db.call(session -> session.getMapper(DraftMapper.class).get(id).map(DraftRow::draft));
    }

    /** Everybody's in this conversation: who else writes. */
    public List<Draft> ofThread(UUID thread) {
        return db.call(session -> session.getMapper(DraftMapper.class).ofThread(thread).stream()
                .map(DraftRow::draft)
                .toList());
    }

    public void drop(UUID id) {
        db.run(session -> session.getMapper(DraftMapper.class).drop(id));
    }

    /**
     * It goes: from now on it is a message in the outbox and no draft any more.
     *
     * @return whether it was still a draft of this version, so that two windows do not send it twice
     */
    public boolean send(UUID id, long version, Outgoing mail) {
        return db.call(session -> {
            boolean taken = session.getMapper(DraftMapper.class).take(id, version) == 1;
            if (taken) {
                Outbox.put(session, mail);
            }
            return taken;
        });
    }

    interface DraftMapper {
        String DRAFT = "id, version, thread, interaction, answers, author, content, changed_at ";

        @Insert("""
                INSERT INTO mail_draft (id, thread, interaction, answers, author, content, changed_at)
                VALUES (#{id}, #{thread}, #{interaction}, #{answers}, #{author}, #{content}, #{now})
                ON DUPLICATE KEY UPDATE version = version + 1, interaction = VALUES(interaction), answers = VALUES(answers),
                  content = VALUES(content), changed_at = VALUES(changed_at)
                """)
        void keep(
                UUID id,
                Optional<UUID> thread,
                Optional<UUID> interaction,
                Optional<UUID> answers,
                UUID author,
                String content,
                Instant now);

        @Select("SELECT " + DRAFT + " FROM mail_draft WHERE id = #{id}")
        Optional<DraftRow> get(UUID id);

        @Select("SELECT " + DRAFT + " FROM mail_draft WHERE thread = #{thread} AND author = #{author}")
        Optional<DraftRow> of(UUID thread, UUID author);

        @Select("SELECT " + DRAFT + " FROM mail_draft WHERE thread = #{thread} ORDER BY changed_at")
        List<DraftRow> ofThread(UUID thread);

        @Delete("DELETE FROM mail_draft WHERE id = #{id}")
        void drop(UUID id);

        @Delete("DELETE FROM mail_draft WHERE id = #{id} AND version = #{version}")
        int take(UUID id, long version);
    }

    /** As the database has it. */
    record DraftRow(
            UUID id,
            long version,
            Optional<UUID> thread,
            Optional<UUID> interaction,
            Optional<UUID> answers,
            UUID author,
            String content,
            Instant changedAt) {
        Draft draft() {
            return new Draft(
                    id,
                    version,
                    thread,
                    interaction,
                    answers,
                    author,
                    RecordJson.read(content, Draft.Content.class),
                    changedAt);
        }
    }
}
