package io.ahoy.crm.customer;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.NoteMapper.NoteRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** Notes on people, organisations and cases. */
public final class Notes {
    public static final int TEXT_MAX = 20_000;

    private final Db db;

    public Notes(Db db) {
        this.db = db;
    }

    /**
     * Newest first.
     *
     * @param before the last of the page before
     */
    public List<Note> page(UUID record, Optional<UUID> before, int limit) {
        return db.call(session -> mapper(session).page(record, before, limit).stream()
                .map(NoteRow::note)
                .toList());
    }

    /** The record that it is about. */
    public Optional<UUID> about(UUID note) {
        return db.call(
                session -> mapper(session).get(note).map(row -> row.note().record()));
    }

    public Note write(UUID record, String text, Actor actor) {
        check(text);
        return db.call(session -> {
            UUID id = UuidV7.next(actor.now());
            mapper(session).insert(id, record, text, actor.agent(), actor.now());
            Note written = mapper(session).get(id).orElseThrow().note();
            Audit.created(session, actor, Subject.NOTE, record, written);
            return written;
        });
    }

    /** @param version that was read */
    public Note change(UUID id, long version, String text, Actor actor) {
        check(text);
        return db.call(session -> {
            Note before = locked(session, id, version, Action.CHANGE, actor);
            mapper(session).update(id, text, actor.now());
            Note after = mapper(session).get(id).orElseThrow().note();
            Audit.changed(session, actor, Subject.NOTE, before.record(), before, after);
            return after;
        });
    }

    public void delete(UUID id, long version, Actor actor) {
        db.run(session -> {
            Note before = locked(session, id, version, Action.DELETE, actor);
            mapper(session).delete(id);
            Audit.deleted(session, actor, Subject.NOTE, before.record(), before);
        });
    }

    /** Unchecked and without a trace: for filling a new database. */
    public static void insert(SqlSession session, UUID id, UUID record, String text, UUID author, Instant at) {
        mapper(session).insert(id, record, text, author, at);
    }

    private static Note locked(SqlSession session, UUID id, long version, Action action, Actor actor) {
        if (mapper(session).lock(id).isEmpty()) {
            throw new Refusal.Unknown("There is no such note.");
        }
        Note present = mapper(session).get(id).orElseThrow().note();
        if (!actor.may(Subject.NOTE, action, Optional.of(present.author().id()), Optional.empty())) {
            throw new Refusal.NotAllowed("Somebody else wrote this note; ask him, or a team lead.");
        }
        if (present.version() != version) {
            throw new Refusal.Stale(present);
        }
        return present;
    }

    private static void check(String text) {
        if (text.isBlank() || text.codePointCount(0, text.length()) > TEXT_MAX) {
            throw new Refusal.Invalid("text", "A note has 1 to " + TEXT_MAX + " characters.");
        }
    }

    private static NoteMapper mapper(SqlSession session) {
        return session.getMapper(NoteMapper.class);
    }
}
