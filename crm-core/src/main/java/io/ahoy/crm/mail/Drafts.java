package io.ahoy.crm.mail;

import io.ahoy.crm.access.Refusal;
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
import org.apache.ibatis.annotations.Update;

/** What agents write and have not sent: one draft for each agent and conversation. */
public final class Drafts {
    private final Db db;

    public Drafts(Db db) {
        this.db = db;
    }

    /**
     * What he has written so far, in place of what he had. The same once more changes nothing: an answer to it may have been lost.
     *
     * @param version of what he had; 0 where he had nothing yet
     * @throws Refusal.Stale he wrote on elsewhere; with what there is now
     * @throws Refusal.Conflict it is no draft any more
     */
    public Draft keep(
            UUID thread,
            Optional<UUID> interaction,
            Optional<UUID> answers,
            UUID author,
            Draft.Content content,
            long version,
            Instant now) {
        return db.call(session -> {
            DraftMapper drafts = session.getMapper(DraftMapper.class);
            Optional<Draft> known = drafts.of(thread, author).map(DraftRow::draft);
            if (known.filter(one -> one.content().equals(content)).isPresent()) {
                return known.get();
            }
            String json = RecordJson.write(content);
            int kept = version == 0
                    ? drafts.begin(UuidV7.next(now), thread, interaction, answers, author, json, now)
                    : drafts.change(thread, author, version, interaction, answers, json, now);
            Draft present = drafts.of(thread, author)
                    .map(DraftRow::draft)
                    .orElseThrow(() -> new Refusal.Conflict(
                            "It was sent or discarded elsewhere. What you write on becomes a new answer."));
            if (kept == 0) {
                throw new Refusal.Stale(present);
            }
            return present;
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

    /** What became of the wish to send a draft. */
    public sealed interface Sending {
        record Sent() implements Sending {}

        /** It is no draft any more, or of another version: two windows do not send it twice. */
        record Changed() implements Sending {}

        /** While he wrote, somebody else answered in the same conversation. */
        record Answered(UUID by, Instant at) implements Sending {}
    }

    /**
     * It goes: from now on it is a message in the outbox and no draft any more.
     *
     * @param anyway also where somebody else has answered meanwhile
     */
    public Sending send(Draft draft, long version, boolean anyway, Outgoing mail) {
        return db.call(session -> {
            DraftMapper drafts = session.getMapper(DraftMapper.class);
            // Two who send at the same moment do so one after the other, so that the second sees the first.
            draft.thread().ifPresent(drafts::lock);
            Optional<Sending.Answered> answered = anyway ? Optional.empty() : drafts.answered(draft.id());
            if (answered.isPresent()) {
                return answered.get();
            }
            if (drafts.take(draft.id(), version) == 0) {
                return new Sending.Changed();
            }
            Outbox.put(session, mail);
            return new Sending.Sent();
        });
    }

    interface DraftMapper {
        String DRAFT = "id, version, thread, interaction, answers, author, content, changed_at ";

        @Insert("""
                INSERT IGNORE INTO mail_draft (id, thread, interaction, answers, author, content, begun_at, changed_at)
                VALUES (#{id}, #{thread}, #{interaction}, #{answers}, #{author}, #{content}, #{now}, #{now})
                """)
        int begin(
                UUID id,
                UUID thread,
                Optional<UUID> interaction,
                Optional<UUID> answers,
                UUID author,
                String content,
                Instant now);

        @Update("""
                UPDATE mail_draft SET version = version + 1, interaction = #{interaction}, answers = #{answers},
                  content = #{content}, changed_at = #{now}
                WHERE thread = #{thread} AND author = #{author} AND version = #{version}
                """)
        int change(
                UUID thread,
                UUID author,
                long version,
                Optional<UUID> interaction,
                Optional<UUID> answers,
                String content,
                Instant now);

        @Select("SELECT id FROM mail_draft WHERE thread = #{thread} ORDER BY id FOR UPDATE")
        List<UUID> lock(UUID thread);

        @Select("""
                SELECT m.author AS `by`, m.at FROM mail_draft w JOIN mail m ON m.thread = w.thread
                  JOIN mail_delivery d ON d.mail = m.id
                WHERE w.id = #{id} AND m.kind = 'ANSWER' AND m.author <> w.author AND m.at >= w.begun_at
                  AND d.state <> 'CANCELLED'
                ORDER BY m.at DESC LIMIT 1
                """)
        Optional<Sending.Answered> answered(UUID id);

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
