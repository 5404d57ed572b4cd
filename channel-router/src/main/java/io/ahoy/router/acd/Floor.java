package io.ahoy.router.acd;

import io.ahoy.router.acd.Image.ContactMemory;
import io.ahoy.router.acd.Image.SeatMemory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that there is: customers, seats, lines, deadlines. A thing is changed between {@code lift}, which takes it out of the ordered
 * structures, and {@code settle}, which puts it back where it now belongs and says so; {@code step} lifts and moves it along its
 * lifecycle.
 */
final class Floor {
    final Deadlines deadlines = new Deadlines();
    final Capacity capacity = new Capacity();
    final Queues queues;
    final Shares shares;
    final Patience patience;
    private Optional<ZoneId> zone;
    private Workday today = Workday.NONE;
    /** Of the step that is under way. */
    Instant now = Instant.EPOCH;

    /** Came into a line, or became idle, since the last matching. */
    final Fresh<Contact> freshContacts = new Fresh<>();

    final Fresh<Seat> freshSeats = new Fresh<>();
    private final ByInteraction<Contact> contacts = new ByInteraction<>();
    private final Map<AgentId, Seat> seats = new LinkedHashMap<>();
    final Needs needs = new Needs(seats);
    private final Departed departed = new Departed();
    private final Lifecycle.Witness witness;
    private final List<Output> said = new ArrayList<>();
    private long offers;

    Floor(Image image, Lifecycle.Witness witness) {
        this.witness = witness;
        this.offers = image.ledger().offers();
        this.shares = new Shares(image.ledger().share());
        this.queues = new Queues(this);
        this.patience = new Patience(this);
        capacity.configure(image.channels());
        zone = image.zone();
        queues.restore(image);
        Iterator<SeatMemory> seatMemories = image.places().iterator();
        image.seats().forEach(view -> restore(new Seat(view, seatMemories.next(), queues), view));
        Iterator<ContactMemory> contactMemories = image.contacts().iterator();
        image.interactions()
                .forEach(view -> restore(new Contact(view, contactMemories.next(), queues.queue(view.queue()))));
        image.departed().forEach(departed::add);
        freshContacts.clear();
        said.clear();
    }

    private void restore(Seat seat, SeatView view) {
        seats.put(seat.agent, seat);
        needs.meet(seat);
        Iterator<WorkView> works = view.works().iterator();
        for (Work work : seat.works) {
            works.next().deadline().ifPresent(at -> deadlines.set(work, at));
        }
        settle(seat);
        freshSeats.remove(seat);
        stand(seat);
    }

    private void restore(Contact contact) {
        contacts.put(contact.id, contact);
        contact.offer
                .flatMap(offer -> seatOf(contact.agent.orElseThrow()).on(offer))
                .ifPresent(work -> {
                    contact.work = work;
                    work.contact = contact;
                });
        patience.set(contact, now);
        if (contact.state == InteractionState.WAITING) {
            queues.enter(contact);
        }
    }

    Optional<Contact> contact(InteractionId id) {
        return Optional.ofNullable(contacts.get(id));
    }

    Optional<Seat> seat(AgentId agent) {
        return Optional.ofNullable(seats.get(agent));
    }

    /** The seat of somebody who is known to sit. */
    Seat seatOf(AgentId agent) {
        Seat seat = seats.get(agent);
        if (seat == null) {
            throw new Check.Failed("agent " + agent + " has work but no seat");
        }
        return seat;
    }

    /** In the order of their ids. */
    List<Seat> seats() {
        return seats.values().stream()
                .sorted((one, other) -> one.agent.compareTo(other.agent))
                .toList();
    }

    /** In no order that means anything. */
    Collection<Seat> everySeat() {
        return Collections.unmodifiableCollection(seats.values());
    }

    /** In no order that means anything. */
    List<Contact> everybody() {
        return contacts.all();
    }

    /** In the order of their ids. */
    List<Contact> contacts() {
        return everybody().stream()
                .sorted((one, other) -> one.id.compareTo(other.id))
                .toList();
    }

    boolean isKnown(InteractionId id) {
        return contacts.contains(id) || departed.contains(id);
    }

    void admit(Contact contact) {
        contacts.put(contact.id, contact);
    }

    void seatDown(Seat seat) {
        seats.put(seat.agent, seat);
        needs.meet(seat);
    }

    void say(Output output) {
        said.add(output);
    }

    List<Output> takeSaid() {
        if (said.isEmpty()) {
            return List.of();
        }
        List<Output> all = List.copyOf(said);
        said.clear();
        return all;
    }

    long nextOffer() {
        return ++offers;
    }

    // ---- steps

    void step(Contact contact, InteractionLifecycle.Event event, Instant now) {
        witness.saw(InteractionLifecycle.TABLE, contact.state, event);
        InteractionState next = InteractionLifecycle.TABLE.after(contact.state, event);
        lift(contact);
        contact.state = next;
        contact.since = now;
    }

    void step(Seat seat, SeatLifecycle.Event event, Instant now) {
        witness.saw(SeatLifecycle.TABLE, seat.presence, event);
        Presence next = SeatLifecycle.TABLE.after(seat.presence, event);
        lift(seat);
        seat.presence = next;
        seat.since = now;
    }

    /** Lifts the seat, and forgets a work that is gone from it. */
    void step(Work work, WorkLifecycle.Event event, Instant now) {
        witness.saw(WorkLifecycle.TABLE, work.state, event);
        WorkState next = WorkLifecycle.TABLE.after(work.state, event);
        lift(work.seat);
        deadlines.remove(work);
        work.state = next;
        work.since = now;
        work.seat.since = now;
        if (next == WorkState.GONE) {
            work.seat.works.remove(work);
        }
    }

    /** Offers are not kept beyond their end, so only the step is checked. */
    void step(OfferState state, OfferLifecycle.Event event) {
        witness.saw(OfferLifecycle.TABLE, state, event);
        OfferLifecycle.TABLE.after(state, event);
    }

    void lift(Contact contact) {
        deadlines.remove(contact);
        if (contact.line != null) {
            queues.leave(contact);
            freshContacts.remove(contact);
        }
    }

    void settle(Contact contact) {
        patience.set(contact, now);
        if (contact.state == InteractionState.WAITING) {
            queues.enter(contact);
            freshContacts.add(contact);
        }
        if (contact.state == InteractionState.CLOSED) {
            contacts.remove(contact.id);
            departed.add(contact.id);
            queues.perhapsForget(contact.queue());
        }
        say(new Output.InteractionChanged(view(contact)));
    }

    void lift(Seat seat) {
        deadlines.remove(seat);
        freshSeats.remove(seat);
        if (seat.idleFor != 0) {
            for (Need need : seat.needs) {
                if (seat.isIdleFor(need.channel)) {
                    need.leave(seat);
                }
            }
            seat.idleFor = 0;
        }
    }

    void settle(Seat seat) {
        seat.units = capacity.unitsInUse(seat);
        if (seat.availableFrom.isPresent()) {
            deadlines.set(seat, seat.availableFrom.get());
        }
        if (seat.presence == Presence.SIGNED_OUT) {
            needs.part(seat);
            seats.remove(seat.agent);
        } else if (capacity.openFor(seat) != 0) {
            freshSeats.add(seat);
        }
        say(new Output.SeatChanged(seat.view()));
    }

    /** Takes his place among the idle. */
    void stand(Seat seat) {
        seat.idleFor = capacity.openFor(seat);
        seat.stay++;
        if (seat.idleFor != 0) {
            for (Need need : seat.needs) {
                if (seat.isIdleFor(need.channel)) {
                    need.enter(seat);
                }
            }
        }
    }

    /** Only what is changed is touched, so that a change of one queue does not hold up the others. */
    void configure(Input.QueuesChanged in, Instant at) {
        if (!in.channels().equals(capacity.configured())) {
            List<Seat> all = seats();
            all.forEach(this::lift);
            capacity.configure(in.channels());
            all.forEach(this::settle);
        }
        zone = in.zone();
        today = Workday.NONE;
        queues.configure(in.queues(), at);
    }

    /** He signed out, or can do less: what that means for those who waited for him. */
    void seatGone(List<Need> met, Instant at) {
        patience.seatGone(met, at);
    }

    void postpone(Duration by) {
        for (Seat seat : seats()) {
            boolean limited = seat.availableFrom.isPresent()
                    || seat.works.stream().anyMatch(work -> work.deadline().isPresent());
            if (limited) {
                lift(seat);
                seat.availableFrom = seat.availableFrom.map(at -> at.plus(by));
                seat.works.forEach(work -> work.deadline().ifPresent(at -> deadlines.set(work, at.plus(by))));
                settle(seat);
            }
        }
    }

    /** By the clocks of the centre. */
    Workday today(Instant at) {
        if (!today.holds(at)) {
            today = Workday.of(at, zone.orElse(ZoneOffset.UTC));
        }
        return today;
    }

    // ---- pictures

    InteractionView view(Contact contact) {
        Line line = contact.line;
        return contact.view(line == null ? SkillNeed.NONE : line.need.skills);
    }

    Image image() {
        List<Contact> all = contacts();
        List<Seat> everySeat = seats();
        return new Image(
                queues.openRules(),
                queues.closedRules(),
                capacity.configured(),
                zone,
                all.stream().map(this::view).toList(),
                everySeat.stream().map(Seat::view).toList(),
                all.stream().map(Contact::memory).toList(),
                everySeat.stream().map(Seat::memory).toList(),
                departed.ids(),
                new Image.Ledger(offers, queues.passed(), shares.now(), queues.paces(), queues.closings()));
    }
}
