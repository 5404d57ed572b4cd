package io.ahoy.router.acd;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything the core knows at one moment: {@code Acd.of(image)} goes on exactly where {@code acd.image()} was taken. Lists are
 * in the order of their ids, so that equal states have equal images.
 *
 * @param queues as last configured, in their order
 * @param closedQueues no longer configured, but somebody who came for them is still here
 * @param channels as last configured
 * @param zone at whose midnight a day of work begins; absent: UTC
 * @param interactions all that are not closed
 * @param seats all that are signed in
 * @param contacts what the core remembers of each interaction beyond its view
 * @param places what the core remembers of each seat beyond its view
 * @param departed the last closed interactions, oldest first, so that a late repetition of an arrival is not a new customer
 * @param ledger what is counted over the whole centre
 */
public record Image(
        List<QueueRule> queues,
        List<QueueRule> closedQueues,
        SortedMap<Channel, ChannelRule> channels,
        Optional<ZoneId> zone,
        List<InteractionView> interactions,
        List<SeatView> seats,
        List<ContactMemory> contacts,
        List<SeatMemory> places,
        List<InteractionId> departed,
        Ledger ledger) {

    public static final Image EMPTY = new Image(
            List.of(),
            List.of(),
            Collections.emptySortedMap(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Ledger(0, Collections.emptySortedMap(), 0, Collections.emptySortedMap(), Collections.emptySortedMap()));

    public Image {
        queues = List.copyOf(queues);
        closedQueues = List.copyOf(closedQueues);
        channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
        interactions = List.copyOf(interactions);
        seats = List.copyOf(seats);
        contacts = List.copyOf(contacts);
        places = List.copyOf(places);
        departed = List.copyOf(departed);
    }

    /** Whether this is what it goes by already. */
    public boolean follows(Input.QueuesChanged rules) {
        return queues.equals(rules.queues()) && channels.equals(rules.channels()) && zone.equals(rules.zone());
    }

    /**
     * An interaction's part that its view does not show.
     *
     * @param attempts offers made so far
     * @param segment the present one
     * @param offer the offer that rings or whose legs are being joined
     * @param limitsOver how many of its queue's time limits have run out
     * @param hops queues it overflowed through without meeting anybody
     * @param callback since the customer left the line for one
     * @param told the last estimate
     */
    public record ContactMemory(
            InteractionId interaction,
            Wish wish,
            int attempts,
            Segment segment,
            Optional<OpenOffer> offer,
            int limitsOver,
            int hops,
            Optional<CallbackPlan> callback,
            Optional<Told> told) {}

    /**
     * A callback that was asked for.
     *
     * @param attempts so far
     * @param due not before this
     */
    public record CallbackPlan(int attempts, Instant due, Instant expires) {}

    /**
     * What a customer was last told, and what it was founded on.
     *
     * @param seats signed in for his need
     * @param perSecond the pace of his queue
     */
    public record Told(Estimate estimate, Instant at, int seats, double perSecond) {
        /** Nothing could be told. */
        static Told nothing(Instant at) {
            return new Told(new Estimate(0, Duration.ZERO, Duration.ZERO, Optional.empty()), at, 0, 0);
        }

        Told again(Instant now) {
            return new Told(estimate, now, seats, perSecond);
        }

        /** What is left of the upper bound. */
        Duration highAt(Instant now) {
            Duration left = estimate.high().minus(Duration.between(at, now));
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    /**
     * A seat's part that its view does not show.
     *
     * @param idleSince since when his place among the idle counts
     * @param segments of his works, those that he still has to clear
     * @param unanswered offers in a row that ended without an answer, by how
     * @param lastOffer number of the last offer made to him
     * @param busySince of the stretch of work that goes on
     * @param busyDay days since the epoch, in the zone of the day on which he last worked
     * @param busyMillis worked on that day
     */
    public record SeatMemory(
            AgentId agent,
            Presence presence,
            Instant idleSince,
            List<Optional<Segment>> segments,
            SortedMap<OfferOutcome, Integer> unanswered,
            long lastOffer,
            Optional<Instant> busySince,
            long busyDay,
            long busyMillis) {
        public SeatMemory {
            segments = List.copyOf(segments);
            unanswered = Collections.unmodifiableSortedMap(new TreeMap<>(unanswered));
        }
    }

    /** An offer between its making and the conversation. */
    public record OpenOffer(OfferId id, AgentId agent, QueueId queue, Instant offeredAt, Output.Reason reason) {}

    /**
     * Centre-wide counts.
     *
     * @param offers made so far
     * @param passed how far each queue has come with its share
     * @param share where they all are
     * @param paces of the queues
     * @param hoursChange when each queue opens or closes next
     */
    public record Ledger(
            long offers,
            SortedMap<QueueId, Long> passed,
            long share,
            SortedMap<QueueId, Pace> paces,
            SortedMap<QueueId, Instant> hoursChange) {
        public Ledger {
            passed = Collections.unmodifiableSortedMap(new TreeMap<>(passed));
            paces = Collections.unmodifiableSortedMap(new TreeMap<>(paces));
            hoursChange = Collections.unmodifiableSortedMap(new TreeMap<>(hoursChange));
        }
    }
}
