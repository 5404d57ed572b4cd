package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.OfferId;
import io.ahoy.router.acd.QueueId;
import io.ahoy.telephony.ami.ChannelStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What we ask of Asterisk. Nothing blocks; futures complete exceptionally with {@link ExchangeRefused} if Asterisk said no, or with
 * {@code LinkBroken} if it is unknown whether it was done. Channels are named by their unique ids, except where
 * said. What happens comes back as events.
 */
interface Exchange {
    /** Variables of a customer's channel, so that Asterisk remembers for us who he is. */
    String IID = "AHOY_IID";

    String QUEUE = "AHOY_QUEUE";
    String ARRIVED = "AHOY_ARRIVED";
    String MUSIC = "AHOY_MUSIC";
    String NAME = "AHOY_NAME";
    String NUMBER = "AHOY_NUMBER";
    String TO = "AHOY_TO";
    /** Of a caller who leaves the line: what he hears, or where his message is kept. */
    String SAY = "AHOY_SAY";

    String BOX = "AHOY_BOX";
    /** {@code offered} once he has heard that he may be called back. */
    String CALLBACK = "AHOY_CALLBACK";
    /** Of an agent's channel: {@code on} while the customer does not hear him. */
    String MUTED = "AHOY_MUTED";

    /** Where in the dialplan a channel is sent. */
    enum Place {
        LINE("ahoy-wait", "s"),
        HELD("ahoy-held", "s"),
        AGENT_HELD("ahoy-agent", "held"),
        CALLBACK_OFFERED("ahoy-wait", "callback"),
        SENT_AWAY("ahoy-leave", "say"),
        VOICEMAIL("ahoy-leave", "voicemail");

        final String context;
        final String extension;

        Place(String context, String extension) {
            this.context = context;
            this.extension = extension;
        }
    }

    /**
     * A call to an agent's phone.
     *
     * @param leg the unique id that the new channel gets
     */
    record Ring(
            String leg,
            String endpoint,
            CallerId shown,
            InteractionId interaction,
            Optional<OfferId> offer,
            Duration limit) {}

    /**
     * A call to a customer who is called back.
     *
     * @param shown the number he sees; empty leaves it to the trunk
     * @param queue in whose line he was, with its music
     */
    record CallBack(OfferId offer, String number, String shown, QueueId queue, String music, Duration ringLimit) {}

    CompletableFuture<Void> ring(Ring ring);

    CompletableFuture<Void> hangUp(String channel);

    /**
     * Joins two legs. Takes the channels' names: AMI's Bridge, alone among the actions, finds a channel by the beginning of what it
     * is given, so that the id {@code 1795314997.2} would also find {@code 1795314997.24}, somebody else. Names are of fixed length.
     */
    CompletableFuture<Void> bridge(String customerName, String agentName);

    CompletableFuture<Void> toLine(String customer, QueueId queue, String music);

    /** Music for one who already was in a line or a conversation, and whose variables stay. */
    CompletableFuture<Void> backToMusic(String customer);

    CompletableFuture<Void> hold(String customer, String agent);

    CompletableFuture<Void> transferOut(String customer, String number);

    /** He hears that he may be called back, and music again. */
    CompletableFuture<Void> offerCallback(String customer);

    /** Calls a customer back through the trunk. */
    CompletableFuture<Void> dial(CallBack back);

    /** He hears this prompt and is hung up. */
    CompletableFuture<Void> sendAway(String customer, PlainName message);

    /** What he says is recorded as {@code ahoy-voicemail/BOX/INTERACTION.wav} in Asterisk's spool folder. */
    CompletableFuture<Void> toVoicemail(String customer, InteractionId interaction, PlainName box);

    /** Also noted on the channel, because Asterisk does not tell whom it mutes. */
    CompletableFuture<Void> mute(String agent, boolean muted);

    CompletableFuture<Void> set(String channel, String variable, String value);

    CompletableFuture<List<ChannelStatus>> channels();
}
