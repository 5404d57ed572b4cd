package io.ahoy.router.acd;

import io.ahoy.router.acd.Image.ContactMemory;
import io.ahoy.router.acd.Image.OpenOffer;
import java.time.Instant;
import java.util.Optional;

/** An interaction as the core keeps it. Changed only between {@code Floor.lift} and {@code Floor.settle}. */
final class Contact {
    final InteractionId id;
    final Channel channel;
    final Instant arrivedAt;
    InteractionState state = InteractionState.WAITING;
    Instant since;
    Instant rank;
    Segment segment;
    int attempts;
    Optional<AgentId> agent = Optional.empty();
    /** The open offer, or the one that led to this conversation. */
    Optional<OfferId> offer = Optional.empty();

    Optional<OpenOffer> openOffer = Optional.empty();
    Optional<EndCause> cause = Optional.empty();

    /** A customer who has just come. */
    Contact(InteractionId id, Channel channel, QueueId queue, Instant arrivedAt, Instant now) {
        this.id = id;
        this.channel = channel;
        this.arrivedAt = arrivedAt;
        this.rank = arrivedAt;
        this.since = now;
        this.segment = Segment.first(id, queue, arrivedAt);
    }

    Contact(InteractionView view, ContactMemory memory) {
        this.id = view.id();
        this.channel = view.channel();
        this.arrivedAt = view.arrivedAt();
        this.state = view.state();
        this.since = view.since();
        this.rank = view.rank();
        this.agent = view.agent();
        this.offer = view.offer();
        this.cause = view.cause();
        this.segment = memory.segment();
        this.attempts = memory.attempts();
        this.openOffer = memory.offer();
    }

    QueueId queue() {
        return segment.queue();
    }

    boolean isOn(OfferId which) {
        return openOffer.isPresent() && openOffer.get().id().equals(which);
    }

    /** In conversation with this agent. */
    boolean isActiveWith(AgentId who) {
        return state == InteractionState.ACTIVE && agent.equals(Optional.of(who));
    }

    InteractionView view() {
        return new InteractionView(
                id,
                channel,
                queue(),
                state,
                arrivedAt,
                rank,
                segment.enteredAt(),
                since,
                segment.number(),
                agent,
                offer,
                cause);
    }

    ContactMemory memory() {
        return new ContactMemory(id, attempts, segment, openOffer);
    }
}
