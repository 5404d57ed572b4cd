package io.ahoy.router.acd;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Everything that can happen to the router. The outside world is late, repeats itself and contradicts itself, so an input
 * that no longer fits (an acceptance after the time-out, a second hang-up) is legal and changes nothing.
 */
public sealed interface Input {

    // ---- configuration

    /**
     * The whole set of queues as it is now. A queue that is missing from it takes no new work; those who wait in it go by the first way
     * out of its overflow that leads anywhere, and wait on under its last rule if it has none. From one that is changed they go when it
     * is closed by now, or nobody is left who could take them, and it has a way out for that; time limits count from their entry. An
     * arrival for an unknown queue
     * waits in the first of the list.
     *
     * @param channels where they differ from {@link ChannelRule#DEFAULTS}
     * @param zone at whose midnight a day of work begins; absent: UTC
     */
    record QueuesChanged(List<QueueRule> queues, SortedMap<Channel, ChannelRule> channels, Optional<ZoneId> zone)
            implements Input {
        public QueuesChanged {
            queues = List.copyOf(queues);
            channels = Collections.unmodifiableSortedMap(new TreeMap<>(channels));
        }

        /** With the channels' defaults. */
        public QueuesChanged(List<QueueRule> queues) {
            this(queues, Collections.emptySortedMap());
        }

        public QueuesChanged(List<QueueRule> queues, SortedMap<Channel, ChannelRule> channels) {
            this(queues, channels, Optional.empty());
        }

        /**
         * The same, with the very rules in force where they are equal, so that the core sees at a glance what has not changed: to compare
         * a thousand rules word by word takes longer than all the rest of a change.
         */
        public QueuesChanged keeping(List<QueueRule> inForce) {
            Map<QueueId, QueueRule> known = new LinkedHashMap<>();
            inForce.forEach(rule -> known.put(rule.id(), rule));
            List<QueueRule> kept = queues.stream()
                    .map(rule -> rule.equals(known.get(rule.id())) ? known.getOrDefault(rule.id(), rule) : rule)
                    .toList();
            return new QueuesChanged(kept, channels, zone);
        }
    }

    /**
     * For so long nobody could be heard: the journal was away, or Ahoy itself. Every running deadline moves by it, so that no one
     * is punished for an answer that could not arrive. Made by the shell.
     */
    record Outage(Duration length) implements Input {}

    // ---- interactions

    /**
     * A customer waits. {@code arrivedAt} is the original arrival, which may lie in the past when the adapter re-reports a call
     * after a restart; a known id is ignored.
     */
    record Arrived(InteractionId interaction, Channel channel, QueueId queue, Instant arrivedAt, Wish wish)
            implements Input {
        public Arrived(InteractionId interaction, Channel channel, QueueId queue, Instant arrivedAt) {
            this(interaction, channel, queue, arrivedAt, Wish.NONE);
        }
    }

    /**
     * The customer leaves the line to be called back. He keeps his place.
     *
     * @param notBefore when he wants to be called; earlier than now means as soon as it is his turn
     */
    record CallbackChosen(InteractionId interaction, Instant notBefore) implements Input {}

    /** The customer left before he spoke to anybody. Should he already talk, it counts as {@link Ended}, and the other way round. */
    record Abandoned(InteractionId interaction, EndCause cause) implements Input {}

    /** The legs are joined: both hear each other. */
    record Connected(OfferId offer) implements Input {}

    record ConnectFailed(OfferId offer, ConnectFailure cause) implements Input {}

    /** The conversation is over. */
    record Ended(InteractionId interaction, EndCause cause) implements Input {}

    /**
     * Nobody is to have it any more who does not have it yet: it waits, or is only offered. Where somebody has accepted it, it stays with
     * him and nothing changes.
     *
     * @param by whose wish it is: it ends for him also where he has it
     */
    record Withdrawn(InteractionId interaction, EndCause cause, Optional<AgentId> by) implements Input {
        public Withdrawn(InteractionId interaction, EndCause cause) {
            this(interaction, cause, Optional.empty());
        }
    }

    /**
     * The agent's leg is gone for good while the customer is still there: he goes back to the front of the line with his
     * original arrival, in a new segment.
     */
    record AgentLost(InteractionId interaction) implements Input {}

    /** The agent wants to hang up; the adapter does it and reports {@link Ended}. */
    record EndAsked(InteractionId interaction, AgentId by) implements Input {}

    record TransferAsked(InteractionId interaction, AgentId by, TransferTarget target) implements Input {}

    /**
     * The agent's browser came back in the middle of a conversation and needs a new leg to its phone; the customer's leg stays.
     */
    record ReattachAsked(InteractionId interaction, AgentId by) implements Input {}

    // ---- offers

    record OfferAccepted(OfferId offer) implements Input {}

    record OfferDeclined(OfferId offer) implements Input {}

    record OfferFailed(OfferId offer, OfferFailure cause) implements Input {}

    /**
     * An agent takes a mail out of the line of a pulled queue. He may be on a break, to which he goes back afterwards. It is his in the
     * same step, as if it had been offered to him and he had accepted.
     */
    record Taken(InteractionId interaction, AgentId agent) implements Input {}

    // ---- seats

    /** Signed in, on a break with the given reason until {@link SeatResumed}; signing in again changes only the abilities. */
    record SeatSignedIn(AgentId agent, Abilities abilities, BreakReason reason) implements Input {
        public SeatSignedIn(AgentId agent, SortedSet<SkillId> skills, BreakReason reason) {
            this(agent, Abilities.expertIn(skills), reason);
        }
    }

    /** While on a contact it takes effect after the wrap-up; a ringing offer goes to the next seat at once. */
    record SeatSignedOut(AgentId agent) implements Input {}

    /** While on a contact it takes effect after the wrap-up; while the phone rings it declines the offer. */
    record SeatPaused(AgentId agent, BreakReason reason) implements Input {}

    /** Ready for work. While on a contact it withdraws a break or a sign-out that was asked for. */
    record SeatResumed(AgentId agent) implements Input {}

    /** Of this interaction; absent: of the one that runs out first. */
    record WrapUpExtended(AgentId agent, Optional<InteractionId> interaction) implements Input {
        public WrapUpExtended(AgentId agent) {
            this(agent, Optional.empty());
        }
    }

    /** Of this interaction; absent: of the one that runs out first. */
    record WrapUpDone(AgentId agent, Optional<InteractionId> interaction) implements Input {
        public WrapUpDone(AgentId agent) {
            this(agent, Optional.empty());
        }
    }

    // ---- supervisors

    record MovedToFront(InteractionId interaction) implements Input {}

    record MovedToQueue(InteractionId interaction, QueueId queue) implements Input {}
}
