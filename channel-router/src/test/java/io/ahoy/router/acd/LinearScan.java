package io.ahoy.router.acd;

import io.ahoy.router.acd.Output.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The router that one would write first, for comparison in the benchmark: who became free looks at everybody who waits, who came looks
 * at every seat. It makes the same decisions, in plain loops without anything needless.
 */
public final class LinearScan implements Matcher {
    private final Floor floor;
    private final Offers offers;

    LinearScan(Floor floor, Offers offers) {
        this.floor = floor;
        this.offers = offers;
    }

    public static Acd router(Image image) {
        return new Acd(image, Lifecycle.Witness.NONE, LinearScan::new);
    }

    @Override
    public void run(Instant now) {
        List<Seat> seats = floor.freshSeats.all();
        List<Contact> contacts = floor.freshContacts.all();
        floor.freshSeats.clear();
        floor.freshContacts.clear();
        contacts.forEach(contact -> bestSeat(contact).ifPresent(seat -> offer(contact, seat, now)));
        for (Seat seat : seats) {
            int open = floor.capacity.openFor(seat);
            if (open != 0) {
                bestContact(seat, open).ifPresent(contact -> offer(contact, seat, now));
            }
        }
    }

    private void offer(Contact contact, Seat seat, Instant now) {
        offers.make(contact, seat, reason(contact, seat), now);
        floor.freshSeats.clear();
        floor.freshContacts.clear();
    }

    private Optional<Seat> bestSeat(Contact contact) {
        if (line(contact).need.pulled) {
            return Optional.empty();
        }
        SkillNeed need = line(contact).need.skills;
        Strategy strategy = line(contact).queue.rule.staffing().strategy();
        Seat best = null;
        for (Seat seat : floor.everySeat()) {
            boolean open = (floor.capacity.openFor(seat) & Seat.bit(contact.channel)) != 0;
            if (open && need.isMetBy(seat) && (best == null || isBefore(seat, best, strategy, need))) {
                best = seat;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isBefore(Seat one, Seat other, Strategy strategy, SkillNeed need) {
        int byFirst = Long.compare(strategy.first(one, need), strategy.first(other, need));
        if (byFirst != 0) {
            return byFirst < 0;
        }
        int bySecond = Long.compare(strategy.second(one), strategy.second(other));
        return bySecond != 0 ? bySecond < 0 : one.agent.compareTo(other.agent) < 0;
    }

    private Optional<Contact> bestContact(Seat seat, int open) {
        Contact best = null;
        for (Contact contact : floor.everybody()) {
            if (contact.state == InteractionState.WAITING
                    && (open & Seat.bit(contact.channel)) != 0
                    && !line(contact).need.pulled
                    && (best == null || contact.compareTo(best) < 0)
                    && line(contact).need.skills.isMetBy(seat)) {
                best = contact;
            }
        }
        return Optional.ofNullable(best);
    }

    private static Line line(Contact contact) {
        Line line = contact.line;
        if (line == null) {
            throw new Check.Failed(contact.id + " waits in no line");
        }
        return line;
    }

    private static Reason reason(Contact contact, Seat seat) {
        Line line = line(contact);
        return new Reason(
                Reason.Chosen.AGENT,
                line.queue.rule.staffing().strategy(),
                seat.abilities.choice(),
                line.need.skills,
                contact.step,
                contact.patient,
                line.queue.waiting(),
                1,
                contact.arrivedAt,
                Instant.ofEpochMilli(contact.rank),
                contact.tier,
                seat.idleSince);
    }
}
