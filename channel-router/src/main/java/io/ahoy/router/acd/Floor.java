package io.ahoy.router.acd;

import io.ahoy.router.acd.Image.ContactMemory;
import io.ahoy.router.acd.Image.SeatMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that there is: customers, seats, lines, deadlines. A thing is changed between {@code lift}, which takes it out of the ordered
 * structures, and {@code settle}, which puts it back where it now belongs and says so; {@code step} lifts and moves it along its
 * lifecycle.
 */
final class Floor {
    final Lines lines = new Lines();
    final Deadlines deadlines = new Deadlines();
    private final SortedMap<InteractionId, Contact> contacts = new TreeMap<>();
    private final SortedMap<AgentId, Seat> seats = new TreeMap<>();
    private final Departed departed = new Departed();
    private final Lifecycle.Witness witness;
    private List<Output> said = new ArrayList<>();

    Floor(Image image, Lifecycle.Witness witness) {
        this.witness = witness;
        lines.configure(image.queues(), queue -> false);
        lines.restoreClosed(image.closedQueues());
        Iterator<ContactMemory> contactMemories = image.contacts().iterator();
        image.interactions().forEach(view -> admit(new Contact(view, contactMemories.next())));
        Iterator<SeatMemory> seatMemories = image.places().iterator();
        image.seats().forEach(view -> seatDown(new Seat(view, seatMemories.next())));
        image.departed().forEach(departed::add);
        said = new ArrayList<>();
    }

    Optional<Contact> contact(InteractionId id) {
        return Optional.ofNullable(contacts.get(id));
    }

    Optional<Seat> seat(AgentId agent) {
        return Optional.ofNullable(seats.get(agent));
    }

    /** The seat of somebody who is known to sit. */
    Seat seatOf(AgentId agent) {
        Check.that(seats.containsKey(agent), "agent %s has work but no seat", agent);
        return seat(agent).orElseThrow();
    }

    Collection<Contact> contacts() {
        return Collections.unmodifiableCollection(contacts.values());
    }

    Collection<Seat> seats() {
        return Collections.unmodifiableCollection(seats.values());
    }

    boolean isKnown(InteractionId id) {
        return contacts.containsKey(id) || departed.contains(id);
    }

    void admit(Contact contact) {
        contacts.put(contact.id, contact);
        settle(contact);
    }

    void seatDown(Seat seat) {
        seats.put(seat.agent, seat);
        settle(seat);
    }

    void say(Output output) {
        said.add(output);
    }

    List<Output> takeSaid() {
        List<Output> all = said;
        said = new ArrayList<>();
        return Collections.unmodifiableList(all);
    }

    void step(Contact contact, InteractionLifecycle.Event event, Instant now) {
        witness.saw(InteractionLifecycle.TABLE, contact.state, event);
        InteractionState next = InteractionLifecycle.TABLE.after(contact.state, event);
        lift(contact);
        contact.state = next;
        contact.since = now;
    }

    void step(Seat seat, SeatLifecycle.Event event, Instant now) {
        witness.saw(SeatLifecycle.TABLE, seat.state, event);
        SeatState next = SeatLifecycle.TABLE.after(seat.state, event);
        lift(seat);
        seat.state = next;
        seat.since = now;
    }

    /** Offers are not kept beyond their end, so only the step is checked. */
    void step(OfferState state, OfferLifecycle.Event event) {
        witness.saw(OfferLifecycle.TABLE, state, event);
        OfferLifecycle.TABLE.after(state, event);
    }

    void lift(Contact contact) {
        if (contact.state == InteractionState.WAITING) {
            lines.leave(contact);
        }
    }

    void settle(Contact contact) {
        if (contact.state == InteractionState.WAITING) {
            lines.enter(contact);
        }
        if (contact.state == InteractionState.CLOSED) {
            contacts.remove(contact.id);
            departed.add(contact.id);
        }
        say(new Output.InteractionChanged(contact.view()));
    }

    void lift(Seat seat) {
        deadlines.remove(seat);
        if (seat.isIdle()) {
            lines.leave(seat);
        }
    }

    void settle(Seat seat) {
        deadlines.add(seat);
        if (seat.isIdle()) {
            lines.enter(seat);
        }
        if (seat.state == SeatState.SIGNED_OUT) {
            seats.remove(seat.agent);
        }
        say(new Output.SeatChanged(seat.view()));
    }

    void configure(List<QueueRule> rules) {
        contacts.values().forEach(this::lift);
        lines.configure(rules, this::isUsed);
        contacts.values().stream()
                .filter(contact -> contact.state == InteractionState.WAITING)
                .forEach(lines::enter);
    }

    void postpone(Duration by) {
        for (Seat seat : List.copyOf(seats.values())) {
            if (seat.due().isPresent()) {
                lift(seat);
                seat.deadline = seat.deadline.map(at -> at.plus(by));
                seat.availableFrom = seat.availableFrom.map(at -> at.plus(by));
                settle(seat);
            }
        }
    }

    Image image() {
        return new Image(
                lines.openRules(),
                lines.closedRules(),
                contacts.values().stream().map(Contact::view).toList(),
                seats.values().stream().map(Seat::view).toList(),
                contacts.values().stream().map(Contact::memory).toList(),
                seats.values().stream().map(Seat::memory).toList(),
                departed.ids());
    }

    private boolean isUsed(QueueId queue) {
        return contacts.values().stream().anyMatch(contact -> contact.queue().equals(queue))
                || seats.values().stream().anyMatch(seat -> seat.queue.equals(Optional.of(queue)));
    }
}
