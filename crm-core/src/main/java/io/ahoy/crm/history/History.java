package io.ahoy.crm.history;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
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
    /** What came of an interaction that an agent began by writing. */
    private static final String WRITTEN = "WRITTEN";

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
     * An agent wrote to a customer of his own accord: it is over as soon as it is there. Nobody waited for it, so it counts in no figure
     * of its queue.
     */
    public void written(NewContact contact, String queue, UUID agent) {
        Optional<Instant> at = Optional.of(contact.arrivedAt());
        save(new Batch()
                .open(contact)
                .state(new StateRow(contact.id(), "CLOSED", at, Optional.of(WRITTEN)))
                .segment(new SegmentRow(
                        contact.id(),
                        1,
                        queue,
                        Optional.of(agent),
                        contact.arrivedAt(),
                        at,
                        at,
                        at,
                        WRITTEN,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
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
     * The agent's final word. A caller whose number, or a writer whose address, is known but belongs to nobody becomes a
     * customer now, and what he did before becomes that customer's too.
     *
     * @param note absent: the draft's
     * @return the customer made or found for a caller who was unknown so far
     */
    public Optional<Customer> wrapUp(
            UUID interaction, UUID agent, String disposition, Optional<String> note, Instant now) {
        return db.call(session -> {
            HistoryMapper history = mapper(session);
            history.wrapUp(interaction, agent, disposition, note, now);
            Optional<Customer> caller = history.numberOfUnknownCaller(interaction)
                    .map(e164 -> {
                        Customer customer = Customers.createFor(session, ContactPoint.phone(e164, "", true), e164, now);
                        history.claim(customer.id(), e164);
                        return customer;
                    });
            Optional<Customer> writer = history.unknownWriter(interaction).map(unknown -> {
                ContactPoint point = ContactPoint.email(unknown.address());
                Customer customer = Customers.createFor(session, point, unknown.name(), now);
                history.claimMails(customer.id(), unknown.address());
                return customer;
            });
            return caller.or(() -> writer);
        });
    }

    /** Unchecked, of somebody who is known: for filling a new database. */
    public static void wrapUp(
            SqlSession session, UUID interaction, UUID agent, String disposition, Optional<String> note, Instant now) {
        mapper(session).wrapUp(interaction, agent, disposition, note, now);
    }

    public Optional<Contact> contact(UUID id) {
        return db.call(session -> Timeline.one(session, id));
    }

    /**
     * A timeline, newest first.
     *
     * @param before the {@code next} of the page before
     * @throws IllegalArgumentException when {@code before} is no such text
     */
    public Page page(HistoryFilter filter, Optional<String> before, int limit) {
        HistoryCursor cursor = before.map(HistoryCursor::parse).orElse(null);
        // One more than asked for tells whether there is a next page.
        List<Contact> found = db.call(session -> Timeline.page(session, filter, cursor, limit + 1));
        if (found.size() <= limit) {
            return new Page(found, Optional.empty());
        }
        List<Contact> items = found.subList(0, limit);
        return new Page(items, Optional.of(HistoryCursor.after(items.getLast())));
    }

    /** A customer's newest contacts without the present one. */
    public List<Contact> earlier(UUID customer, UUID exceptInteraction, int limit) {
        HistoryFilter filter = HistoryFilter.of(customer).without(exceptInteraction);
        return db.call(session -> Timeline.page(session, filter, null, limit));
    }

    /**
     * Somebody looked closer: the interaction is with this customer, or with nobody who is known.
     *
     * @return empty when there is no such interaction
     */
    public Optional<Contact> move(UUID interaction, Optional<UUID> customer, Actor actor) {
        return db.call(session -> {
            HistoryMapper history = mapper(session);
            Optional<Contact> before = Timeline.one(session, interaction);
            before.ifPresent(contact -> {
                Optional<UUID> from = contact.customer().map(Contact.Named::id);
                history.moveTo(interaction, customer);
                history.insertMove(UuidV7.next(actor.now()), interaction, from, customer, actor.agent(), actor.now());
                Audit.changed(session, actor, Subject.HISTORY, interaction, new MovedTo(from), new MovedTo(customer));
            });
            return before.flatMap(ignored -> Timeline.one(session, interaction));
        });
    }

    private record MovedTo(Optional<UUID> customer) {}

    /** Whom the customer knows: who works on his open case, that first which is due first, or spoke with him last, since then. */
    public Optional<UUID> agentOf(UUID customer, Instant since) {
        return db.call(session ->
                mapper(session).agentOfCase(customer).or(() -> mapper(session).lastAgent(customer, since)));
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
