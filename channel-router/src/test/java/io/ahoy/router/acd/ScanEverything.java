package io.ahoy.router.acd;

import io.ahoy.router.acd.Output.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The same decisions by looking at everybody, each time: slow, and right at a glance. */
public final class ScanEverything implements Matcher {
    private final Floor floor;
    private final Offers offers;

    ScanEverything(Floor floor, Offers offers) {
        this.floor = floor;
        this.offers = offers;
    }

    /** A whole router that decides like this. */
    public static Acd router(Image image) {
        return new Acd(image, Lifecycle.Witness.NONE, ScanEverything::new);
    }

    /** Whether both decided alike; which of the two found the other is all that may differ. */
    public static boolean isAlike(List<Output> one, List<Output> other) {
        return one.equals(other) || choices(one).equals(choices(other));
    }

    private static String choices(List<Output> said) {
        return said.stream()
                .map(output -> output.toString().replaceAll("chosen=[A-Z]+", ""))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void run(Instant now) {
        floor.freshContacts.clear();
        floor.freshSeats.clear();
        while (offeredOne(now)) {
            floor.freshContacts.clear();
            floor.freshSeats.clear();
        }
        // Not looked at here; but estimates are told how many are idle.
        floor.seats().stream()
                .filter(seat -> seat.idleFor == 0 && floor.capacity.openFor(seat) != 0)
                .forEach(floor::stand);
    }

    private boolean offeredOne(Instant now) {
        List<Contact> waiting = floor.contacts().stream()
                .filter(contact -> contact.state == InteractionState.WAITING)
                .sorted()
                .toList();
        for (Contact contact : waiting) {
            Optional<Seat> found = floor.seats().stream()
                    .filter(seat -> isEligible(seat, contact))
                    .min(byStrategy(strategy(contact), need(contact)));
            if (found.isPresent()) {
                Seat seat = found.get();
                Contact served = waiting.stream()
                        .filter(other -> isEligible(seat, other))
                        .min(byChoice(seat.abilities.choice()))
                        .orElseThrow();
                offers.make(served, seat, reason(served, seat), now);
                return true;
            }
        }
        return false;
    }

    private boolean isEligible(Seat seat, Contact contact) {
        boolean isOffered = contact.patient || !contact.in.letsWait(contact.channel);
        return isOffered && isIdleFor(seat, contact) && !contact.wish.never().contains(seat.agent);
    }

    private boolean isIdleFor(Seat seat, Contact contact) {
        boolean open = (floor.capacity.openFor(seat) & Seat.bit(contact.channel)) != 0;
        if (contact.patient) {
            return open && contact.wish.preferred().orElseThrow().equals(seat.agent);
        }
        return open && need(contact).isMetBy(seat);
    }

    private SkillNeed need(Contact contact) {
        if (contact.patient) {
            return SkillNeed.NONE;
        }
        QueueRule.Staffing staffing = floor.queues.rule(contact.queue()).staffing();
        SkillNeed need = staffing.need().and(contact.wish.levels());
        for (Widening step : staffing.widening().subList(0, contact.step)) {
            need = need.after(step.changes());
        }
        return need;
    }

    private Strategy strategy(Contact contact) {
        return floor.queues.rule(contact.queue()).staffing().strategy();
    }

    private static Comparator<Seat> byStrategy(Strategy strategy, SkillNeed need) {
        return Comparator.comparingLong((Seat seat) -> strategy.first(seat, need))
                .thenComparingLong(strategy::second)
                .thenComparing(seat -> seat.agent);
    }

    private Comparator<Contact> byChoice(QueueChoice choice) {
        return Comparator.comparingInt((Contact contact) -> -contact.tier)
                .thenComparingLong(contact ->
                        choice.precedence(contact.queue(), floor.shares.passed(floor.queues.queue(contact.queue()))))
                .thenComparing(contact -> contact);
    }

    private Reason reason(Contact contact, Seat seat) {
        return new Reason(
                Reason.Chosen.AGENT,
                strategy(contact),
                seat.abilities.choice(),
                need(contact),
                contact.step,
                contact.patient,
                floor.queues.queue(contact.queue()).waiting(),
                (int) floor.seats().stream()
                        .filter(other -> isIdleFor(other, contact))
                        .count(),
                contact.arrivedAt,
                Instant.ofEpochMilli(contact.rank),
                contact.tier,
                seat.idleSince);
    }
}
