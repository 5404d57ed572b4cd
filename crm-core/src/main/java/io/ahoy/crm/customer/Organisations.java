package io.ahoy.crm.customer;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.OrganisationMapper.OrganisationRow;
import io.ahoy.crm.customer.OrganisationMapper.UsesRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.RecordJson;
import io.ahoy.crm.store.UuidV7;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** The organisations' records. */
public final class Organisations {
    private final Db db;

    public Organisations(Db db) {
        this.db = db;
    }

    public Optional<Organisation> get(UUID id) {
        return db.call(session -> find(session, id));
    }

    /** Who is reached there. */
    public List<Organisation> candidates(PointKind kind, String value, int limit) {
        return db.call(session -> complete(session, mapper(session).candidates(kind, value, limit)));
    }

    /**
     * By name.
     *
     * @param after the last of the page before
     */
    public List<Organisation> page(OrganisationFilter filter, Optional<UUID> after, int limit) {
        return db.call(session -> complete(session, mapper(session).page(filter, after, limit)));
    }

    /** Those that still exist, by name. */
    public List<Organisation> all(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.call(session -> complete(session, mapper(session).all(ids)));
    }

    public Organisation create(OrganisationDraft draft, Actor actor) {
        RecordCheck.check(draft);
        return db.call(session -> {
            requireKnown(session, draft);
            UUID id = UuidV7.next(actor.now());
            insert(session, id, draft, actor.now());
            Organisation made = find(session, id).orElseThrow();
            Audit.created(session, actor, Subject.ORGANISATION, id, made);
            return made;
        });
    }

    /** @param version that was read */
    public Organisation change(UUID id, long version, OrganisationDraft draft, Actor actor) {
        RecordCheck.check(draft);
        return db.call(session -> {
            Organisation before = locked(session, id, version);
            requireKnown(session, draft);
            requireNotCircular(session, id, draft.parent());
            mapper(session).update(id, draft, draft.address().map(RecordJson::write), actor.now());
            writeParts(session, id, draft);
            Organisation after = find(session, id).orElseThrow();
            Audit.changed(session, actor, Subject.ORGANISATION, id, before, after);
            return after;
        });
    }

    public void delete(UUID id, long version, Actor actor) {
        db.run(session -> {
            Organisation before = locked(session, id, version);
            UsesRow uses = mapper(session).uses(id);
            if (uses.people() > 0 || uses.parts() > 0 || uses.cases() > 0) {
                throw new Refusal.Conflict(uses.people() + " customers, " + uses.parts() + " other organisations and "
                        + uses.cases() + " cases belong to it. Move them first.");
            }
            new RecordParts(session).erase(id);
            mapper(session).delete(id);
            Audit.deleted(session, actor, Subject.ORGANISATION, id, before);
        });
    }

    /** Unchecked and without a trace: for filling a new database. */
    public static void insert(SqlSession session, UUID id, OrganisationDraft draft, Instant since) {
        mapper(session).insert(id, draft, draft.address().map(RecordJson::write), since);
        writeParts(session, id, draft);
    }

    private static void writeParts(SqlSession session, UUID id, OrganisationDraft draft) {
        FoundBy foundBy = new FoundBy(SearchTerms.ofNames(List.of(draft.name())), SearchTerms.ofPoints(draft.points()));
        new RecordParts(session).write(id, RecordParts.Kind.ORGANISATION, draft.points(), draft.tags(), foundBy);
    }

    private static void requireKnown(SqlSession session, OrganisationDraft draft) {
        new RecordParts(session).requireKnown(draft.segment(), draft.owner());
        RecordCheck.exists(draft.parent(), id -> mapper(session).name((UUID) id).isPresent(), "parent", "organisation");
    }

    private static void requireNotCircular(SqlSession session, UUID id, Optional<UUID> parent) {
        if (parent.filter(above -> mapper(session).withAllAbove(above).contains(id))
                .isPresent()) {
            throw new Refusal.Invalid(
                    "parent", "It would belong to itself: that one is a part of this one, or is this one.");
        }
    }

    private static Organisation locked(SqlSession session, UUID id, long version) {
        if (mapper(session).lock(id).isEmpty()) {
            throw new Refusal.Unknown("There is no such organisation.");
        }
        Organisation present = find(session, id).orElseThrow();
        if (present.version() != version) {
            throw new Refusal.Stale(present);
        }
        return present;
    }

    private static Optional<Organisation> find(SqlSession session, UUID id) {
        return mapper(session)
                .get(id)
                .map(row -> complete(session, List.of(row)).getFirst());
    }

    private static List<Organisation> complete(SqlSession session, List<OrganisationRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(OrganisationRow::id).toList();
        RecordParts parts = new RecordParts(session);
        Map<UUID, List<ContactPoint>> points = parts.points(ids);
        Map<UUID, List<String>> tags = parts.tags(ids);
        return rows.stream()
                .map(row -> organisation(
                        row, points.getOrDefault(row.id(), List.of()), tags.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Organisation organisation(OrganisationRow row, List<ContactPoint> points, List<String> tags) {
        return new Organisation(
                row.id(),
                row.version(),
                row.name(),
                row.parent().flatMap(id -> row.parentName().map(name -> new Named(id, name))),
                row.address().map(json -> RecordJson.read(json, Address.class)),
                row.language(),
                row.timeZone(),
                row.segment(),
                row.owner().flatMap(id -> row.ownerName().map(name -> new Named(id, name))),
                row.since(),
                row.changedAt(),
                points,
                Customer.sorted(tags));
    }

    private static OrganisationMapper mapper(SqlSession session) {
        return session.getMapper(OrganisationMapper.class);
    }
}
