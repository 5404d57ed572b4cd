package io.ahoy.router.acd;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Everything the router wants done or known. Adapters carry it out; the order of the list is the order of the decisions. */
public sealed interface Output {

    // ---- to be done by the channel's adapter

    /** Ring this agent; the offer times out at {@code deadline}. */
    record Offer(OfferId id, AgentId agent, QueueId queue, Channel channel, Instant deadline, Reason reason)
            implements Output {}

    /** Stop ringing. Also sent when the phone itself ended the offer: stopping twice is legal. */
    record Retract(OfferId id, AgentId agent, OfferOutcome outcome) implements Output {}

    /**
     * The agent accepted: join the legs, then report {@link Input.Connected} or {@link Input.ConnectFailed}.
     *
     * @param ringLimit of a callback: the customer has to be called first, and his telephone rings for so long
     */
    record Connect(OfferId id, AgentId agent, Optional<Duration> ringLimit) implements Output {
        /** With a customer who is there. */
        public Connect(OfferId id, AgentId agent) {
            this(id, agent, Optional.empty());
        }
    }

    /** End the customer's leg; the adapter reports {@link Input.Ended}. */
    record HangUp(InteractionId interaction) implements Output {}

    /** Take the customer out of the conversation and let him wait in this queue's line. */
    record ReturnToLine(InteractionId interaction, QueueId queue) implements Output {}

    /** Send the customer's leg to this number; the router is done with him. */
    record TransferOut(InteractionId interaction, String number) implements Output {}

    /** Ring the agent's phone again and join it to the conversation in place of the leg he lost. */
    record Reattach(InteractionId interaction, AgentId agent) implements Output {}

    /** A customer who called something off or in person goes first: set this aside; {@link Resume} brings it back. */
    record Interrupt(InteractionId interaction, AgentId agent) implements Output {}

    record Resume(InteractionId interaction, AgentId agent) implements Output {}

    /** The queue's overflow has come: for all but an offered callback the router is done with this interaction. */
    record Overflowed(InteractionId interaction, QueueId queue, Overflow.Action action) implements Output {}

    /** Tell the customer his place and how long it will take. */
    record Announce(InteractionId interaction, QueueId queue, Estimate estimate) implements Output {}

    // ---- to be known (history, board, desktop)

    /**
     * The answer to {@link Input.Taken} by an agent who does not get it. Said, unlike what becomes of other inputs that no longer fit,
     * because somebody waits to read why.
     *
     * @param other who has it, is asked, or is waited for
     */
    record NotTaken(InteractionId interaction, AgentId agent, Why why, Optional<AgentId> other) implements Output {
        public enum Why {
            /** It is over, or was never there. */
            GONE,
            /** It is none of a pulled queue's mails. */
            NOT_PULLED,
            /** Or he is about to be. */
            SIGNED_OUT,
            /** He does not meet its need by now, or must not get it. */
            NOT_ABLE,
            /** Another agent is being offered it. */
            OFFERED,
            TAKEN,
            /** It waits for another agent alone. */
            KEPT,
            /** He has not answered yet what rings at his seat. */
            RINGING,
            NO_ROOM
        }
    }

    /** The seat as it is from now on. Also sent when nothing but a deadline changed. */
    record SeatChanged(SeatView seat) implements Output {}

    /** The interaction as it is from now on; the last one of an interaction has the state closed. */
    record InteractionChanged(InteractionView interaction) implements Output {}

    /** One stay with one queue, as far as it is known; later ones with the same key replace it. */
    record SegmentChanged(Segment segment) implements Output {}

    /** An offer is over, with its outcome; what METRICS.md counts as answered or not answered by agent. */
    record OfferEnded(
            OfferId id,
            AgentId agent,
            QueueId queue,
            Instant offeredAt,
            Instant endedAt,
            OfferOutcome outcome,
            Reason reason)
            implements Output {}

    /**
     * Why this agent and this customer: in data, to be put in words where it is shown.
     *
     * @param chosen who was looked for
     * @param strategy by which the queue orders idle agents
     * @param choice by which the agent's queues are ordered
     * @param need at this widening step
     * @param preferred he is the agent whom the customer waited for
     * @param waitingInQueue including this customer
     * @param idleSeats who meet the need, including this agent
     * @param rank the customer's, head starts included
     */
    record Reason(
            Chosen chosen,
            Strategy strategy,
            QueueChoice choice,
            SkillNeed need,
            int step,
            boolean preferred,
            int waitingInQueue,
            int idleSeats,
            Instant waitsSince,
            Instant rank,
            int tier,
            Instant idleSince) {
        /** Which of the two found the other. */
        public enum Chosen {
            /** The customer was first, and the queue's strategy chose among the idle agents. */
            AGENT,
            /** The agent became free, and his order of queues chose among those who wait. */
            CUSTOMER,
            /** The agent took it out of the line himself. */
            TAKEN
        }
    }
}
