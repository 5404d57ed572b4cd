package io.ahoy.crm.casework;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.CaseClocks.Pace;
import io.ahoy.crm.casework.CaseRows.InteractionRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.CaseType;
import io.ahoy.crm.team.CaseType.StateKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** Cases that become one, come apart or belong together, and the interactions that belong to them: each to one at most. */
public final class CaseLinks {
    private final Db db;

    public CaseLinks(Db db) {
        this.db = db;
    }

    /** Those that he may read. */
    public List<Relation> relations(UUID id, Actor actor) {
        return db.call(session -> {
            requireSeen(session, id, actor);
            return mapper(session).relations(id, Sight.of(actor)).stream()
                    .map(row -> new Relation(
                            Relation.Kind.valueOf(row.kind()), row.id(), row.number(), row.subject(), row.stateKind()))
                    .toList();
        });
    }

    /** Done twice it is done once. */
    public void relate(UUID id, UUID other, Actor actor) {
        db.run(session -> {
            new CaseStore(session).locked(id, Action.CHANGE, actor);
            requireAnother(id, other, "other");
            requireSeen(session, other, actor);
            // Whatever else joins the two says more than that they are related.
            if (mapper(session).kinds(id, other).isEmpty()) {
                mapper(session).relate(id, other);
                mapper(session).relate(other, id);
                Audit.changed(session, actor, Subject.CASE, id, NO_RELATION, new Related(Optional.of(other)));
            }
        });
    }

    public void unrelate(UUID id, UUID other, Actor actor) {
        db.run(session -> {
            new CaseStore(session).locked(id, Action.CHANGE, actor);
            List<String> kinds = mapper(session).kinds(id, other);
            if (kinds.isEmpty()) {
                throw new Refusal.Unknown("These two cases are not related.");
            }
            if (mapper(session).unrelate(id, other) == 0) {
                throw new Refusal.Conflict("They were merged or split, which stays so.");
            }
            Audit.changed(session, actor, Subject.CASE, id, new Related(Optional.of(other)), NO_RELATION);
        });
    }

    private record Related(Optional<UUID> related) {}

    private static final Related NO_RELATION = new Related(Optional.empty());

    /**
     * One case goes on in another: interactions, notes and relations go there, and it is closed.
     *
     * @param version of the one that ends, as it was read
     * @return the one that goes on
     */
    public Case merge(UUID id, long version, UUID into, Actor actor) {
        return db.call(session -> {
            CaseStore store = new CaseStore(session);
            Case from = store.locked(id, version, Action.CHANGE, actor);
            requireAnother(id, into, "into");
            Case to = store.lockedNamed(into, "into", actor);
            CaseStore.requireNotClosed(from);
            CaseStore.requireNotClosed(to);
            CaseType type = store.type(from.type());
            Pace pace = store.pace(type, from.priority());
            mapper(session).moveInteractions(id, into);
            mapper(session).moveNotes(id, into);
            mapper(session).moveRelationsFrom(id, into);
            mapper(session).moveRelationsTo(id, into);
            mapper(session).deleteRelations(id);
            mapper(session).link(id, into, Relation.Kind.MERGED_INTO.name());
            Progress closed = from.progress().moved(type.first(StateKind.CLOSED).orElseThrow(), pace, actor.now());
            store.changed(from, store.progressed(from, closed, pace, actor.now()), actor);
            session.getMapper(CaseMapper.class).touch(into, actor.now());
            Case whole = store.find(into).orElseThrow();
            Audit.did(session, actor, "MERGED", Subject.CASE, into);
            return whole;
        });
    }

    /**
     * Some of the interactions are about something else: a new case with them, of the same kind and for the same people.
     *
     * @param version of the case that they belong to, as it was read
     * @return the new one
     */
    public Case split(UUID id, long version, String subject, List<UUID> interactions, Actor actor) {
        return db.call(session -> {
            CaseStore store = new CaseStore(session);
            Case from = store.locked(id, version, Action.CHANGE, actor);
            CaseStore.requireNotClosed(from);
            CaseDraft draft = CaseDraft.of(from).withSubject(subject);
            CaseCheck.check(draft);
            Case made = Cases.insert(session, UuidV7.next(actor.now()), draft, actor.now());
            for (int i = 0; i < interactions.size(); i++) {
                moveFrom(session, from, interactions.get(i), "interactions." + i, made.id(), actor);
            }
            mapper(session).link(made.id(), id, Relation.Kind.SPLIT_FROM.name());
            session.getMapper(CaseMapper.class).touch(id, actor.now());
            store.created(made, actor);
            Audit.did(session, actor, "SPLIT", Subject.CASE, id);
            return made;
        });
    }

    private static void moveFrom(SqlSession session, Case from, UUID interaction, String field, UUID to, Actor actor) {
        Optional<UUID> present = mapper(session).lockInteraction(interaction).flatMap(InteractionRow::serviceCase);
        if (!present.equals(Optional.of(from.id()))) {
            throw new Refusal.Invalid(field, "This interaction does not belong to case " + from.number() + ".");
        }
        attached(session, interaction, present, Optional.of(to), actor);
    }

    // ---- interactions

    /** The case that it belongs to, if he may read that. */
    public Optional<Case> caseOf(UUID interaction, Actor actor) {
        return db.call(
                session -> mapper(session).caseOf(interaction).flatMap(id -> new CaseStore(session).find(id, actor)));
    }

    /**
     * It belongs to this case from now on, or to none. When it came after the case began to wait for the customer, was solved, or was closed
     * no longer ago than its type says, the case is open again.
     */
    public Optional<Case> attach(UUID interaction, Optional<UUID> to, Actor actor) {
        return attach(interaction, to, true, actor);
    }

    /** As {@link #attach}, of what an agent wrote of his own accord: a case that waits for the customer goes on waiting. */
    public Optional<Case> attachWritten(UUID interaction, Optional<UUID> to, Actor actor) {
        return attach(interaction, to, false, actor);
    }

    private Optional<Case> attach(UUID interaction, Optional<UUID> to, boolean customers, Actor actor) {
        return db.call(session -> {
            CaseStore store = new CaseStore(session);
            Optional<Case> target = to.map(id -> store.lockedNamed(id, "serviceCase", actor));
            InteractionRow row = mapper(session)
                    .lockInteraction(interaction)
                    .orElseThrow(() -> new Refusal.Unknown("There is no such interaction."));
            if (row.serviceCase().equals(to)) {
                return target;
            }
            boolean comesBack = target.filter(ignored -> customers)
                    .filter(one -> row.arrivedAt().isAfter(one.stateSince()))
                    .filter(one -> waits(one) || reopens(store, one, actor))
                    .isPresent();
            if (!comesBack) {
                target.ifPresent(CaseStore::requireNotClosed);
            }
            row.serviceCase().ifPresent(present -> requireMine(store, present, actor));
            attached(session, interaction, row.serviceCase(), to, actor);
            target.filter(one -> comesBack).ifPresent(one -> Cases.contacted(session, one.id(), actor.now()));
            return to.flatMap(store::find);
        });
    }

    private static void attached(
            SqlSession session, UUID interaction, Optional<UUID> from, Optional<UUID> to, Actor actor) {
        mapper(session).attach(interaction, to);
        Audit.changed(session, actor, Subject.HISTORY, interaction, new Attached(from), new Attached(to));
    }

    private record Attached(Optional<UUID> serviceCase) {}

    private static void requireMine(CaseStore store, UUID present, Actor actor) {
        if (store.find(present).isPresent() && store.find(present, actor).isEmpty()) {
            throw new Refusal.NotAllowed("It belongs to a case that others look after; they have to let it go first.");
        }
    }

    private static boolean waits(Case one) {
        return one.stateKind() == StateKind.WAITING_FOR_CUSTOMER || one.stateKind() == StateKind.SOLVED;
    }

    private static boolean reopens(CaseStore store, Case one, Actor actor) {
        return one.mergedInto().isEmpty()
                && one.closedAt()
                        .filter(at -> store.type(one.type()).reopens(at, actor.now()))
                        .isPresent();
    }

    private static void requireAnother(UUID id, UUID other, String field) {
        if (id.equals(other)) {
            throw new Refusal.Invalid(field, "That is the same case; name another one.");
        }
    }

    private static void requireSeen(SqlSession session, UUID id, Actor actor) {
        if (new CaseStore(session).find(id, actor).isEmpty()) {
            throw new Refusal.Unknown("There is no such case.");
        }
    }

    private static CaseLinkMapper mapper(SqlSession session) {
        return session.getMapper(CaseLinkMapper.class);
    }
}
