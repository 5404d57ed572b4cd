package io.ahoy.router.acd;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the core knows at one moment: {@code Acd.of(image)} goes on exactly where {@code acd.image()} was taken. Lists are
 * in the order of their ids, so that equal states have equal images.
 *
 * @param queues as last configured, in their order
 * @param closedQueues no longer configured, but somebody who came for them is still here
 * @param interactions all that are not closed
 * @param seats all that are signed in
 * @param contacts what the core remembers of each interaction beyond its view
 * @param places what the core remembers of each seat beyond its view
 * @param departed the last closed interactions, oldest first, so that a late repetition of an arrival is not a new customer
 */
public record Image(
        List<QueueRule> queues,
        List<QueueRule> closedQueues,
        List<InteractionView> interactions,
        List<SeatView> seats,
        List<ContactMemory> contacts,
        List<SeatMemory> places,
        List<InteractionId> departed) {

    public static final Image EMPTY =
            new Image(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Image {
        queues = List.copyOf(queues);
        closedQueues = List.copyOf(closedQueues);
        interactions = List.copyOf(interactions);
        seats = List.copyOf(seats);
        contacts = List.copyOf(contacts);
        places = List.copyOf(places);
        departed = List.copyOf(departed);
    }

    /**
     * An interaction's part that its view does not show.
     *
     * @param attempts offers made so far
     * @param segment the present one
     * @param offer the offer that rings or whose legs are being joined
     */
    public record ContactMemory(InteractionId interaction, int attempts, Segment segment, Optional<OpenOffer> offer) {}

    /**
     * A seat's part that its view does not show.
     *
     * @param idleSince since when his place among the idle counts
     * @param wrappingUp the segment he still has to clear; after a transfer the interaction itself is already elsewhere
     */
    public record SeatMemory(AgentId agent, Instant idleSince, Optional<Segment> wrappingUp) {}

    /** An offer between its making and the conversation. */
    public record OpenOffer(OfferId id, AgentId agent, QueueId queue, Instant offeredAt, Output.Reason reason) {}
}
