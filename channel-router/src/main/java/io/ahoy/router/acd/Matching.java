package io.ahoy.router.acd;

import io.ahoy.router.acd.Output.Reason;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Who is offered to whom. Of all who wait and for whom somebody is idle, the best-ranked; of the idle who meet his need, the one his
 * queue's strategy puts first; and if that agent is served by another order than the rank, the first in his order instead. Repeated
 * until nobody waits for whom somebody is idle.
 *
 * <p>As that was so before, only those who came or became idle since need to be looked at.
 */
final class Matching implements Matcher {
    private final Floor floor;
    private final Offers offers;

    Matching(Floor floor, Offers offers) {
        this.floor = floor;
        this.offers = offers;
    }

    @Override
    public void run(Instant now) {
        while (!floor.freshSeats.isEmpty() || !floor.freshContacts.isEmpty()) {
            if (floor.freshContacts.isEmpty() && floor.freshSeats.size() == 1) {
                oneSeat(now);
            } else if (floor.freshSeats.isEmpty() && floor.freshContacts.size() == 1) {
                oneContact(now);
            } else {
                many(now);
            }
        }
    }

    private void oneSeat(Instant now) {
        Seat seat = floor.freshSeats.takeOnly();
        Optional<Contact> first = first(seat, floor.capacity.openFor(seat));
        if (first.isPresent()) {
            offers.make(first.get(), seat, reason(first.get(), seat, Reason.Chosen.CUSTOMER), now);
        } else {
            floor.stand(seat);
        }
    }

    private void oneContact(Instant now) {
        Contact contact = floor.freshContacts.takeOnly();
        pick(contact).ifPresent(seat -> offers.make(contact, seat, reason(contact, seat, Reason.Chosen.AGENT), now));
    }

    private void many(Instant now) {
        Set<Need> touched = new LinkedHashSet<>();
        for (Seat seat : floor.freshSeats.all()) {
            floor.stand(seat);
            seat.needs.stream()
                    .filter(need -> !need.pulled && !need.waiting.isEmpty())
                    .forEach(touched::add);
        }
        floor.freshContacts.all().forEach(contact -> touched.add(lineOf(contact).need));
        floor.freshSeats.clear();
        floor.freshContacts.clear();
        PriorityQueue<Claim> claims = new PriorityQueue<>();
        touched.forEach(need -> claim(need).ifPresent(claims::add));
        while (!claims.isEmpty()) {
            Claim claim = claims.remove();
            Optional<Claim> stillThere = claim(claim.need());
            if (stillThere.isEmpty()) {
                continue;
            }
            if (stillThere.get().contact() == claim.contact()) {
                settle(claim.contact(), now);
            }
            claim(claim.need()).ifPresent(claims::add);
        }
    }

    /** The best-ranked of a need for whom somebody is idle. */
    private record Claim(Need need, Contact contact) implements Comparable<Claim> {
        @Override
        public int compareTo(Claim other) {
            return contact.compareTo(other.contact);
        }
    }

    private static Optional<Claim> claim(Need need) {
        if (!need.pulled && need.idleSeats > 0) {
            for (Line line : need.waiting) {
                if (need.pick(line).isPresent()) {
                    return Optional.of(new Claim(need, line.head()));
                }
            }
        }
        return Optional.empty();
    }

    private void settle(Contact contact, Instant now) {
        Seat seat = pick(contact).orElseThrow();
        Contact served = first(seat, seat.idleFor).orElseThrow();
        offers.make(
                served,
                seat,
                reason(served, seat, served == contact ? Reason.Chosen.AGENT : Reason.Chosen.CUSTOMER),
                now);
        // They were settled by this; nobody else became idle or came.
        floor.freshContacts.remove(served);
        floor.freshSeats.remove(seat);
    }

    private static Optional<Seat> pick(Contact contact) {
        Line line = lineOf(contact);
        return line.need.pick(line);
    }

    private Optional<Contact> first(Seat seat, int openFor) {
        Optional<Contact> first = floor.needs.first(seat, openFor);
        boolean decides = first.isEmpty()
                || (seat.choice instanceof BestRank && !first.get().wish.never().contains(seat.agent));
        return decides ? first : chosen(seat, openFor);
    }

    /** Line by line: for the order of his own, and because of those who must not get this agent. */
    private Optional<Contact> chosen(Seat seat, int openFor) {
        QueueChoice choice = seat.choice;
        Contact best = null;
        for (Need need : seat.needs) {
            if (need.pulled || need.waiting.isEmpty() || (openFor & Seat.bit(need.channel)) == 0) {
                continue;
            }
            if (choice instanceof BestRank) {
                Contact head = need.first(seat);
                if (head != null && (best == null || head.compareTo(best) < 0)) {
                    best = head;
                }
                continue;
            }
            for (Line line : need.waiting) {
                if (line.isFor(seat) && (best == null || goesBefore(line.head(), best, choice))) {
                    best = line.head();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean goesBefore(Contact one, Contact other, QueueChoice choice) {
        if (one.tier != other.tier) {
            return one.tier > other.tier;
        }
        long mine = precedence(one, choice);
        long his = precedence(other, choice);
        return mine != his ? mine < his : one.compareTo(other) < 0;
    }

    private long precedence(Contact contact, QueueChoice choice) {
        return choice.precedence(contact.queue(), floor.shares.passed(lineOf(contact).queue));
    }

    static Reason reason(Contact contact, Seat seat, Reason.Chosen chosen) {
        Line line = lineOf(contact);
        return new Reason(
                chosen,
                line.queue.strategy,
                seat.choice,
                line.need.skills,
                contact.step,
                contact.patient,
                line.queue.waiting(),
                // A seat that has just become free does not stand among the idle yet.
                line.need.idleSeats + (seat.isIdleFor(line.need.channel) ? 0 : 1),
                contact.arrivedAt,
                Instant.ofEpochMilli(contact.rank),
                contact.tier,
                seat.idleSince);
    }

    static Line lineOf(Contact contact) {
        Line line = contact.line;
        if (line == null) {
            throw new Check.Failed(contact.id + " waits in no line");
        }
        return line;
    }
}
