package io.ahoy.crm.customer;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.CustomerMapper.CandidateRow;
import io.ahoy.crm.customer.CustomerMapper.CustomerRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.RecordJson;
import io.ahoy.crm.store.UuidV7;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/** The customers' records. */
public final class Customers {
    public static final int NAME_MAX = 200;
    /** More people behind one contact point are no choice any more. */
    private static final int CANDIDATES_MAX = 20;

    private final Db db;

    public Customers(Db db) {
        this.db = db;
    }

    public Optional<Customer> get(UUID id) {
        return db.call(session -> find(session, id));
    }

    /** Who has this number, when that is clear. */
    public Optional<Customer> byNumber(String e164) {
        List<Customer> all = candidates(PointKind.PHONE, e164);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** Everybody who is reached there; those first for whom it is verified, then whose record was made first. */
    public List<Customer> candidates(PointKind kind, String value) {
        return db.call(session -> complete(session, mapper(session).candidates(kind, value, CANDIDATES_MAX)));
    }

    /** As {@link #candidates(PointKind, String)}, of each of several; who has none is not in it. */
    public Map<String, List<Customer>> candidates(PointKind kind, Set<String> values) {
        if (values.isEmpty()) {
            return Map.of();
        }
        return db.call(session -> {
            List<CandidateRow> found = mapper(session).candidatesOf(kind, values, CANDIDATES_MAX);
            List<UUID> ids = found.stream().map(CandidateRow::id).distinct().toList();
            Map<UUID, Customer> all = ids.isEmpty()
                    ? Map.of()
                    : complete(session, mapper(session).all(ids)).stream()
                            .collect(Collectors.toMap(Customer::id, customer -> customer));
            return found.stream()
                    .filter(row -> all.containsKey(row.id()))
                    .collect(Collectors.groupingBy(
                            CandidateRow::value,
                            Collectors.mapping(row -> Objects.requireNonNull(all.get(row.id())), Collectors.toList())));
        });
    }

    /** Whether anybody to whom this belongs, an organisation too, said that he does not want to be contacted there. */
    public boolean isBarred(PointKind kind, String value) {
        return db.call(session -> mapper(session).barred(kind, value) > 0);
    }

    /**
     * By name.
     *
     * @param after the last of the page before
     */
    public List<Customer> page(CustomerFilter filter, Optional<UUID> after, int limit) {
        return db.call(session -> complete(session, mapper(session).page(filter, after, limit)));
    }

    /** Those that still exist, by name. */
    public List<Customer> all(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.call(session -> complete(session, mapper(session).all(ids)));
    }

    public Customer create(CustomerDraft draft, Actor actor) {
        RecordCheck.check(draft);
        return db.call(session -> {
            requireKnown(session, draft);
            UUID id = UuidV7.next(actor.now());
            insert(session, id, draft, actor.now());
            Customer made = find(session, id).orElseThrow();
            Audit.created(session, actor, Subject.CUSTOMER, id, made);
            return made;
        });
    }

    /** @param version that was read */
    public Customer change(UUID id, long version, CustomerDraft draft, Actor actor) {
        RecordCheck.check(draft);
        return db.call(session -> {
            Customer before = locked(session, id, version);
            requireKnown(session, draft);
            mapper(session).update(id, draft, draft.address().map(RecordJson::write), actor.now());
            writeParts(session, id, draft);
            Customer after = find(session, id).orElseThrow();
            Audit.changed(session, actor, Subject.CUSTOMER, id, before, after);
            return after;
        });
    }

    /** Only somebody without history; others are erased. */
    public void delete(UUID id, long version, Actor actor) {
        db.run(session -> {
            Customer before = locked(session, id, version);
            if (mapper(session).interactions(id) > 0) {
                throw new Refusal.Conflict("There are interactions with this customer. Move them to another one first,"
                        + " or have an administrator erase the person.");
            }
            if (mapper(session).casesAndOrders(id) > 0) {
                throw new Refusal.Conflict(
                        "There are cases or orders of this customer. Move them to another one first.");
            }
            new RecordParts(session).erase(id);
            mapper(session).delete(id);
            Audit.deleted(session, actor, Subject.CUSTOMER, id, before);
        });
    }

    /** The customer who is reached there; a new one of this name when nobody is. */
    public Customer knownBy(ContactPoint point, String name, Instant now) {
        return db.call(session -> createFor(session, point, name, now));
    }

    /** The customer who is reached there; a new one of this name when nobody is. Part of a larger transaction. */
    public static Customer createFor(SqlSession session, ContactPoint point, String name, Instant now) {
        CustomerMapper customers = mapper(session);
        // Two wrap-ups of the same unknown caller at once: the second finds whom the first has made.
        customers.lockPoint(point.kind(), point.value());
        List<Customer> known = complete(session, customers.candidates(point.kind(), point.value(), 1));
        UUID id = known.isEmpty() ? UuidV7.next(now) : known.getFirst().id();
        if (known.isEmpty()) {
            insert(session, id, CustomerDraft.named(name, List.of(point)), now);
        }
        customers.unlockPoint(point.kind(), point.value());
        return find(session, id).orElseThrow();
    }

    /** Unchecked and without a trace: for filling a new database. */
    public static void insert(SqlSession session, UUID id, CustomerDraft draft, Instant since) {
        mapper(session).insert(id, draft, draft.address().map(RecordJson::write), since);
        writeParts(session, id, draft);
    }

    private static void writeParts(SqlSession session, UUID id, CustomerDraft draft) {
        new RecordParts(session).write(id, RecordParts.Kind.CUSTOMER, draft.points(), draft.tags(), foundBy(draft));
        mapper(session).deleteConsents(id);
        draft.consents().forEach(consent -> mapper(session).insertConsent(id, consent));
        draft.neverOffered().ifPresent(agents -> {
            mapper(session).deleteNeverOffered(id);
            agents.forEach(agent -> mapper(session).insertNeverOffered(id, agent));
        });
    }

    /** What he is found by. */
    static FoundBy foundBy(CustomerDraft draft) {
        List<String> names = new ArrayList<>(List.of(draft.name()));
        draft.givenName().ifPresent(names::add);
        draft.familyName().ifPresent(names::add);
        draft.reading().ifPresent(names::add);
        return new FoundBy(SearchTerms.ofNames(names), SearchTerms.ofPoints(draft.points()));
    }

    private static void requireKnown(SqlSession session, CustomerDraft draft) {
        RecordParts parts = new RecordParts(session);
        parts.requireKnown(draft.segment(), draft.owner());
        draft.neverOffered().stream().flatMap(Collection::stream).forEach(parts::requireAgent);
        OrganisationMapper organisations = session.getMapper(OrganisationMapper.class);
        RecordCheck.exists(
                draft.organisation(), id -> organisations.name((UUID) id).isPresent(), "organisation", "organisation");
    }

    private static Customer locked(SqlSession session, UUID id, long version) {
        boolean there = mapper(session).lock(id).isPresent();
        Customer present = there ? find(session, id).orElseThrow() : missing();
        if (present.version() != version) {
            throw new Refusal.Stale(present);
        }
        return present;
    }

    private static Customer missing() {
        throw new Refusal.Unknown("There is no such customer.");
    }

    private static Optional<Customer> find(SqlSession session, UUID id) {
        return mapper(session)
                .get(id)
                .map(row -> complete(session, List.of(row)).getFirst());
    }

    private static List<Customer> complete(SqlSession session, List<CustomerRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, CustomerParts> parts =
                CustomerParts.of(session, rows.stream().map(CustomerRow::id).toList());
        return rows.stream()
                .map(row -> customer(row, Objects.requireNonNull(parts.get(row.id()))))
                .toList();
    }

    private static Customer customer(CustomerRow row, CustomerParts parts) {
        return new Customer(
                row.id(),
                row.version(),
                row.name(),
                row.givenName(),
                row.familyName(),
                row.reading(),
                row.address().map(json -> RecordJson.read(json, Address.class)),
                row.language(),
                row.timeZone(),
                row.segment(),
                row.organisation().flatMap(id -> row.organisationName().map(name -> new Named(id, name))),
                row.owner().flatMap(id -> row.ownerName().map(name -> new Named(id, name))),
                row.since(),
                row.changedAt(),
                parts.points(),
                parts.tags(),
                parts.consents(),
                parts.neverOffered());
    }

    private static CustomerMapper mapper(SqlSession session) {
        return session.getMapper(CustomerMapper.class);
    }
}
