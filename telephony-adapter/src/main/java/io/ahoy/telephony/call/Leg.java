package io.ahoy.telephony.call;

import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.OfferId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A call to an agent's phone. Its channel's unique id is ours and says what it is for, so that it is recognised after any gap:
 * {@code a-<offer>} rings for an offer, {@code r-<interaction>.<number>} rejoins a conversation. Touched only on the switchboard's
 * thread.
 */
final class Leg {
    private static final String OFFER = "a-";
    private static final String REJOIN = "r-";

    enum Stage {
        RINGING,
        /** Picked up and ready to be joined. */
        ANSWERED,
        JOINED
    }

    final String channel;
    final InteractionId interaction;
    final Optional<OfferId> offer;
    final AgentId agent;
    Stage stage = Stage.RINGING;
    /** Of the channel, once Asterisk has made it. */
    String name = "";
    /** Asterisk has made the channel; before that it can't be hung up. */
    boolean created;
    /** Nobody waits for it any more: to be hung up as soon as it exists, and its end means nothing. */
    boolean unwanted;

    boolean hangupSent;
    /** When Asterisk gives the ringing up by itself. */
    Instant ringsUntil = Instant.MAX;

    private Leg(String channel, InteractionId interaction, Optional<OfferId> offer, AgentId agent) {
        this.channel = channel;
        this.interaction = interaction;
        this.offer = offer;
        this.agent = agent;
    }

    static Leg forOffer(OfferId offer, AgentId agent) {
        return new Leg(channelOf(offer), offer.interaction(), Optional.of(offer), agent);
    }

    static Leg forRejoin(InteractionId interaction, AgentId agent, long number) {
        return new Leg(REJOIN + interaction + "." + number, interaction, Optional.empty(), agent);
    }

    static String channelOf(OfferId offer) {
        return OFFER + offer;
    }

    static boolean isOurs(String channel) {
        return interactionIn(channel).isPresent();
    }

    /** A leg found at Asterisk, such as one that rang before a restart. */
    static Optional<Leg> found(String channel, AgentId agent) {
        return interactionIn(channel).map(interaction -> new Leg(channel, interaction, offerIn(channel), agent));
    }

    static Optional<OfferId> offerIn(String channel) {
        if (!channel.startsWith(OFFER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OfferId.parse(channel.substring(OFFER.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<InteractionId> interactionIn(String channel) {
        if (!channel.startsWith(REJOIN)) {
            return offerIn(channel).map(OfferId::interaction);
        }
        int dot = channel.lastIndexOf('.');
        try {
            return dot < 0
                    ? Optional.empty()
                    : Optional.of(new InteractionId(UUID.fromString(channel.substring(REJOIN.length(), dot))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
