package io.ahoy.crm.casework;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.CaseClocks.Pace;
import io.ahoy.crm.casework.CaseRows.CaseRow;
import io.ahoy.crm.casework.CaseRows.InteractionRow;
import io.ahoy.crm.customer.Findable;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.CasePriority;
import io.ahoy.crm.team.CaseType;
import io.ahoy.crm.team.CaseType.State;
import io.ahoy.crm.team.CaseType.StateKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** The cases. What somebody may not read is to him as if it were not there. */
public final class Cases {
    private final Db db;

    public Cases(Db db) {
        this.db = db;
    }

    public Optional<Case> get(UUID id, Actor actor) {
        return db.call(session -> new CaseStore(session).find(id, actor));
    }

    /** For Ahoy itself, which shows it to nobody. */
    public Optional<Case> known(UUID id) {
        return db.call(session -> new CaseStore(session).find(id));
    }

    /** It is there, but not for him. */
    public boolean isHidden(UUID id, Actor actor) {
        return db.call(session -> {
            CaseStore store = new CaseStore(session);
            return store.find(id).isPresent() && store.find(id, actor).isEmpty();
        });
    }

    /**
     * What is due first comes first, then by number.
     *
     * @param after the last of the page before
     */
    public List<Case> page(CaseFilter filter, Optional<UUID> after, int limit, Actor actor) {
        if (Sight.isBlind(actor)) {
            return List.of();
        }
        return db.call(session -> read(mapper(session)
                .page(filter, filter.priority().map(CasePriority::name), Sight.of(actor), after, limit)));
    }

    /** As the other, whoever may see them: for what is asked about one person by his right. */
    public List<Case> page(CaseFilter filter, Optional<UUID> after, int limit) {
        return db.call(session -> read(mapper(session)
                .page(filter, filter.priority().map(CasePriority::name), Sight.EVERYTHING, after, limit)));
    }

    /** Those that still exist. */
    public List<Case> all(List<UUID> ids, Actor actor) {
        return ids.isEmpty() || Sight.isBlind(actor)
                ? List.of()
                : db.call(session -> read(mapper(session).all(ids, Sight.of(actor))));
    }

    /** Who opens a case that he could not see afterwards looks after it until he gives it away. */
    public Case open(CaseDraft draft, Actor actor) {
        CaseCheck.check(draft);
        return db.call(session -> {
            Optional<String> team = draft.team()
                    .or(() -> new CaseStore(session).type(draft.type()).team());
            boolean seen = actor.may(Subject.CASE, Action.READ, draft.owner(), team);
            CaseDraft kept = seen || draft.owner().isPresent() ? draft : draft.ownedBy(Optional.of(actor.agent()));
            Case made = insert(session, UuidV7.next(actor.now()), kept, actor.now());
            new CaseStore(session).created(made, actor);
            return made;
        });
    }

    /**
     * Of a message that begins something new: nobody asked for it, so it is Ahoy's own doing.
     *
     * @return the case that the interaction belongs to, also when it did already
     */
    public Case openFor(UUID interaction, CaseDraft draft, Instant now) {
        return db.call(session -> {
            CaseLinkMapper links = session.getMapper(CaseLinkMapper.class);
            Optional<UUID> present = links.lockInteraction(interaction).flatMap(InteractionRow::serviceCase);
            if (present.isPresent()) {
                return new CaseStore(session).find(present.get()).orElseThrow();
            }
            Case made = insert(session, UuidV7.next(now), draft, now);
            Audit.created(session, now, Subject.CASE, made.id(), made);
            links.attach(interaction, Optional.of(made.id()));
            return made;
        });
    }

    /** Without a trace: for filling a new database too. What is not said comes from the customer and the type. */
    static Case insert(SqlSession session, UUID id, CaseDraft draft, Instant now) {
        CaseStore store = new CaseStore(session);
        CaseType type = store.type(draft.type());
        CaseCheck.requireKnown(session, draft);
        CaseDraft whole = draft.in(
                draft.organisation().or(() -> draft.customer().flatMap(mapper(session)::organisationOf)),
                draft.team().or(type::team));
        Pace pace = store.pace(type, draft.priority());
        return store.insert(id, whole, Progress.begun(type, pace, now), pace, now);
    }

    /** @param version that was read */
    public Case change(UUID id, long version, CaseDraft draft, Actor actor) {
        CaseCheck.check(draft);
        return db.call(session -> {
            CaseStore store = new CaseStore(session);
            Case before = store.locked(id, version, Action.CHANGE, actor);
            CaseStore.requireNotClosed(before);
            CaseType type = store.type(draft.type());
            requireSameState(before, type);
            CaseCheck.requireKnown(session, draft);
            Pace pace = store.pace(type, draft.priority());
            Pace paceBefore = store.pace(store.type(before.type()), before.priority());
            Progress to = before.progress().promised(paceBefore, pace, actor.now());
            Case after = store.rewritten(before, draft, to, pace, actor.now());
            if (after.stateKind() == StateKind.SOLVED) {
                CaseCheck.requireSolvable(type, after);
            }
            return store.changed(before, after, actor);
        });
    }

    /**
     * Somebody else works on it, or nobody.
     *
     * @param version that was read
     */
    public Case assign(UUID id, long version, Optional<UUID> owner, Actor actor) {
        return db.call(session -> {
            CaseStore store = new CaseStore(session);
            Case before = store.locked(id, version, Action.CHANGE, actor);
            CaseStore.requireNotClosed(before);
            CaseDraft draft = CaseDraft.of(before).ownedBy(owner);
            CaseCheck.requireKnown(session, draft);
            Pace pace = store.pace(store.type(before.type()), before.priority());
            return store.changed(before, store.rewritten(before, draft, before.progress(), pace, actor.now()), actor);
        });
    }

    /**
     * Into another state of its lifecycle.
     *
     * @param version that was read
     */
    public Case move(UUID id, long version, String state, Actor actor) {
        return db.call(session -> {
            CaseStore store = new CaseStore(session);
            Case before = store.locked(id, version, Action.CHANGE, actor);
            CaseType type = store.type(before.type());
            State to = allowed(type, before, state);
            if (to.kind() == StateKind.SOLVED) {
                CaseCheck.requireSolvable(type, before);
            }
            Pace pace = store.pace(type, before.priority());
            Progress progress = before.progress().moved(to, pace, actor.now());
            return store.changed(before, store.progressed(before, progress, pace, actor.now()), actor);
        });
    }

    /** The customer was given an answer, by whatever channel. */
    public Case answered(UUID id, Actor actor) {
        return db.call(session -> {
            CaseStore store = new CaseStore(session);
            Case before = store.locked(id, Action.CHANGE, actor);
            CaseStore.requireNotClosed(before);
            Pace pace = store.pace(store.type(before.type()), before.priority());
            Progress to = before.progress().answered(pace, actor.now());
            return to.equals(before.progress())
                    ? before
                    : store.changed(before, store.progressed(before, to, pace, actor.now()), actor);
        });
    }

    /**
     * The customer came again: a case that waited for him, was solved, or was closed so lately that its type lets him is open again, and he
     * is owed the next answer. Part of a larger transaction; nothing happens when there is no such case, or it goes on in another one.
     */
    public static void contacted(SqlSession session, UUID id, Instant now) {
        CaseStore store = new CaseStore(session);
        mapper(session)
                .lock(id)
                .flatMap(there -> store.find(id))
                .filter(one -> one.mergedInto().isEmpty())
                .ifPresent(before -> {
                    CaseType type = store.type(before.type());
                    Pace pace = store.pace(type, before.priority());
                    Progress to = before.progress().contacted(type, pace, now);
                    if (!to.equals(before.progress())) {
                        Case after = store.progressed(before, to, pace, now);
                        Audit.changed(session, now, Subject.CASE, id, before, after);
                    }
                });
    }

    /** Only one without interactions; others are closed. */
    public void delete(UUID id, long version, Actor actor) {
        db.run(session -> {
            Case before = new CaseStore(session).locked(id, version, Action.DELETE, actor);
            if (session.getMapper(CaseLinkMapper.class).interactions(id) > 0) {
                throw new Refusal.Conflict("Interactions belong to it. Close it, or move them to another case first.");
            }
            Findable.remove(session, id);
            mapper(session).deleteNotes(id);
            mapper(session).delete(id);
            Audit.deleted(session, actor, Subject.CASE, id, before);
        });
    }

    private static State allowed(CaseType type, Case before, String state) {
        List<String> next = type.state(before.state()).map(State::next).orElseGet(List::of);
        if (!next.contains(state)) {
            throw new Refusal.Invalid(
                    "state",
                    next.isEmpty()
                            ? "From " + before.state() + " this case can be moved nowhere."
                            : "From " + before.state() + " this case can be moved to " + String.join(", ", next) + ".");
        }
        return type.state(state).orElseThrow();
    }

    private static void requireSameState(Case before, CaseType type) {
        if (type.state(before.state())
                .filter(state -> state.kind() == before.stateKind())
                .isEmpty()) {
            throw new Refusal.Invalid(
                    "type",
                    "Cases of this type are never in the state " + before.state()
                            + ". Move the case to a state that both types have, or open another one.");
        }
    }

    private static List<Case> read(List<CaseRow> rows) {
        return rows.stream().map(CaseRow::read).toList();
    }

    private static CaseMapper mapper(SqlSession session) {
        return session.getMapper(CaseMapper.class);
    }
}
