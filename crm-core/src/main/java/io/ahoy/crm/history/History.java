package io.ahoy.crm.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.history.HistoryMapper.ContactRow;
import io.ahoy.crm.history.HistoryMapper.SegmentOf;
import io.ahoy.crm.history.HistoryMapper.WrapUpOf;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.ibatis.session.SqlSession;

/**
 * What happened with customers. Every write may be repeated and may come in any order relative to writes of other kinds, so
 * that whoever was cut off by an outage simply sends again.
 */
public final class History {
    /** Looked at together, of those who were last seen with the IVR. */
    private static final int IN_IVR_MAX = 2_000;

    private final Db db;

    public History(Db db) {
        this.db = db;
    }

    public void open(NewContact contact) {
        save(new Batch().open(contact));
    }

    public void saveSegment(SegmentRow row) {
        save(new Batch().segment(row));
    }

    public void saveState(UUID interaction, String state, Optional<Instant> endedAt, Optional<String> cause) {
        save(new Batch().state(new StateRow(interaction, state, endedAt, cause)));
    }

    /**
     * Closes those that came before then, are still with the IVR as far as is recorded, and in truth are gone. Of very many only the
     * oldest are looked at.
     *
     * @return how many
     */
    public int closeInIvr(Instant before, Predicate<UUID> isGone, Instant endedAt, String cause) {
        return db.call(session -> mapper(session).inIvr(before, IN_IVR_MAX).stream()
                .filter(isGone)
                .mapToInt(id -> mapper(session).closeInIvr(id, endedAt, cause))
                .sum());
    }

    public void saveOffer(OfferRow row) {
        save(new Batch().offer(row));
    }

    /** All of it in one transaction, or nothing. */
    public void save(Batch batch) {
        if (batch.isEmpty()) {
            return;
        }
        db.runBatch(session -> {
            HistoryMapper history = mapper(session);
            batch.opened.values().forEach(history::open);
            batch.states
                    .values()
                    .forEach(row -> history.saveState(
                            row, UuidV7.madeAt(row.interaction(), row.endedAt().orElse(Instant.EPOCH))));
            batch.segments.values().forEach(history::saveSegment);
            batch.offers.values().forEach(history::saveOffer);
        });
    }

    /** Keeps what the agent has typed so far; what is absent stays as it was. */
    public void draft(UUID interaction, UUID agent, Optional<String> disposition, Optional<String> note) {
        db.run(session -> mapper(session).draft(interaction, agent, disposition, note));
    }

    /**
     * The agent's final word. A caller whose number is known but belongs to nobody becomes a customer now, and his earlier
     * calls become that customer's too.
     *
     * @param note absent: the draft's
     * @return the customer made or found for a caller who was unknown so far
     */
    public Optional<Customer> wrapUp(
            UUID interaction, UUID agent, String disposition, Optional<String> note, Instant now) {
        return db.call(session -> {
            HistoryMapper history = mapper(session);
            history.wrapUp(interaction, agent, disposition, note, now);
            return history.numberOfUnknownCaller(interaction).map(e164 -> {
                Customer customer = Customers.createFor(session, e164, now);
                history.claim(customer.id(), e164);
                return customer;
            });
        });
    }

    public Optional<Contact> contact(UUID id) {
        return db.call(session -> mapper(session)
                .contact(id)
                .map(row -> complete(session, List.of(row)).getFirst()));
    }

    /**
     * A customer's contacts, or those an agent spoke in, or all; newest first.
     *
     * @param before the {@code next} of the page before
     * @throws IllegalArgumentException when {@code before} is no such text
     */
    public Page page(Optional<UUID> customer, Optional<UUID> agent, Optional<String> before, int limit) {
        if (customer.isPresent() && agent.isPresent()) {
            throw new IllegalArgumentException("A page is of a customer or of an agent, not of both");
        }
        HistoryCursor cursor = before.map(HistoryCursor::parse).orElse(null);
        List<Contact> found = db.call(session -> {
            // One more than asked for tells whether there is a next page.
            List<ContactRow> rows = agent.map(of -> mapper(session).pageOfAgent(of, cursor, limit + 1))
                    .orElseGet(() -> mapper(session).page(customer, cursor, Optional.empty(), limit + 1));
            return complete(session, rows);
        });
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<Contact> items = found.subList(0, limit);
        return new Page(items, Optional.of(HistoryCursor.after(items.getLast())));
    }

    /** A customer's newest contacts without the present one. */
    public List<Contact> earlier(UUID customer, UUID exceptInteraction, int limit) {
        return db.call(session -> complete(
                session, mapper(session).page(Optional.of(customer), null, Optional.of(exceptInteraction), limit)));
    }

    /** Who spoke last with the customer in a contact that came since then. */
    public Optional<UUID> lastAgent(UUID customer, Instant since) {
        return db.call(session -> mapper(session).lastAgent(customer, since));
    }

    private static List<Contact> complete(SqlSession session, List<ContactRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(ContactRow::id).toList();
        Map<UUID, List<Contact.Segment>> segments = mapper(session).segments(ids).stream()
                .collect(groupingBy(SegmentOf::interaction, mapping(SegmentOf::segment, toList())));
        Map<UUID, List<Contact.WrapUp>> wrapUps = mapper(session).wrapUps(ids).stream()
                .collect(groupingBy(WrapUpOf::interaction, mapping(WrapUpOf::wrapUp, toList())));
        return rows.stream()
                .map(row ->
                        row.with(segments.getOrDefault(row.id(), List.of()), wrapUps.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static HistoryMapper mapper(SqlSession session) {
        return session.getMapper(HistoryMapper.class);
    }

    /**
     * Rows to be written together. Of several with the same key only the last is kept, so a batch may collect for as long as
     * the database is away and grows only with the number of interactions. Not for several threads.
     */
    public static final class Batch {
        private final Map<UUID, NewContact> opened = new LinkedHashMap<>();
        private final Map<UUID, StateRow> states = new LinkedHashMap<>();
        private final Map<List<Object>, SegmentRow> segments = new LinkedHashMap<>();
        private final Map<List<Object>, OfferRow> offers = new LinkedHashMap<>();

        public Batch open(NewContact contact) {
            opened.put(contact.id(), contact);
            return this;
        }

        public Batch state(StateRow row) {
            states.put(row.interaction(), row);
            return this;
        }

        public Batch segment(SegmentRow row) {
            segments.put(List.of(row.interaction(), row.number()), row);
            return this;
        }

        public Batch offer(OfferRow row) {
            offers.put(List.of(row.interaction(), row.attempt()), row);
            return this;
        }

        public boolean isEmpty() {
            return opened.isEmpty() && states.isEmpty() && segments.isEmpty() && offers.isEmpty();
        }

        public int size() {
            return opened.size() + states.size() + segments.size() + offers.size();
        }
    }
}
