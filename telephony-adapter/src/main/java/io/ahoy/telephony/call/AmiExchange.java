package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.QueueId;
import io.ahoy.telephony.ami.AmiAction;
import io.ahoy.telephony.ami.AmiLink;
import io.ahoy.telephony.ami.ChannelStatus;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The verbs of the exchange as AMI actions. */
final class AmiExchange implements Exchange {
    private static final Logger log = LoggerFactory.getLogger(AmiExchange.class);
    private static final List<String> VARIABLES = List.of(IID, QUEUE, ARRIVED, NAME, NUMBER, TO, MUTED, CALLBACK);

    private final AmiLink link;
    private final String trunk;

    /** @param trunk name of the endpoint through which customers are called back */
    AmiExchange(AmiLink link, String trunk) {
        this.link = link;
        this.trunk = trunk;
    }

    @Override
    public CompletableFuture<Void> ring(Ring ring) {
        AmiAction action = AmiAction.of("Originate")
                .with("Channel", ring.endpoint())
                .with("ChannelId", ring.leg())
                .with("Context", "ahoy-agent")
                .with("Exten", "s")
                .with("Priority", "1")
                .with("Timeout", Long.toString(ring.limit().toMillis()))
                .with("CallerID", ring.shown().quoted())
                .with("Async", "true")
                // The browser's phone learns from these which interaction rings.
                .withVariable(
                        "PJSIP_HEADER(add,X-Ahoy-Interaction)",
                        ring.interaction().toString());
        AmiAction named = ring.offer()
                .map(offer -> action.withVariable("PJSIP_HEADER(add,X-Ahoy-Offer)", offer.toString()))
                .orElse(action);
        return send(named);
    }

    @Override
    public CompletableFuture<Void> hangUp(String channel) {
        return send(AmiAction.of("Hangup").with("Channel", channel).with("Cause", "16"));
    }

    @Override
    public CompletableFuture<Void> bridge(String customerName, String agentName) {
        return send(AmiAction.of("Bridge").with("Channel1", customerName).with("Channel2", agentName));
    }

    @Override
    public CompletableFuture<Void> toLine(String customer, QueueId queue, String music) {
        // One session carries out its actions in order, so all three are sent at once.
        return CompletableFuture.allOf(
                set(customer, QUEUE, queue.value()), set(customer, MUSIC, music), backToMusic(customer));
    }

    @Override
    public CompletableFuture<Void> backToMusic(String customer) {
        return send(redirect(customer, Place.LINE));
    }

    @Override
    public CompletableFuture<Void> hold(String customer, String agent) {
        return send(redirect(customer, Place.HELD)
                .with("ExtraChannel", agent)
                .with("ExtraContext", Place.AGENT_HELD.context)
                .with("ExtraExten", Place.AGENT_HELD.extension)
                .with("ExtraPriority", "1"));
    }

    @Override
    public CompletableFuture<Void> transferOut(String customer, String number) {
        String dialled = plainNumber(number);
        if (dialled.isEmpty()) {
            return CompletableFuture.failedFuture(new ExchangeRefused("no number to transfer to: " + number));
        }
        return send(redirect(customer, "ahoy-out", dialled));
    }

    @Override
    public CompletableFuture<Void> offerCallback(String customer) {
        return CompletableFuture.allOf(
                set(customer, CALLBACK, "offered"), send(redirect(customer, Place.CALLBACK_OFFERED)));
    }

    @Override
    public CompletableFuture<Void> dial(CallBack back) {
        String dialled = plainNumber(back.number());
        if (dialled.isEmpty()) {
            return CompletableFuture.failedFuture(new ExchangeRefused("no number to call back"));
        }
        // At the trunk itself, not by a Local channel into the dialplan: so it is one plain channel, as a caller's.
        AmiAction action = AmiAction.of("Originate")
                .with("Channel", "PJSIP/" + dialled + "@" + trunk)
                .with("ChannelId", Dialled.channelOf(back.offer()))
                .with("Context", "ahoy-customer")
                .with("Exten", "s")
                .with("Priority", "1")
                .with("Timeout", Long.toString(back.ringLimit().toMillis()))
                .with("Async", "true")
                .withVariable(IID, back.offer().interaction().toString())
                .withVariable(NUMBER, dialled)
                .withVariable(QUEUE, back.queue().value())
                .withVariable(MUSIC, back.music())
                .withVariable("CHANNEL(musicclass)", back.music());
        String shown = plainNumber(back.shown());
        return send(shown.isEmpty() ? action : action.with("CallerID", "<" + shown + ">"));
    }

    @Override
    public CompletableFuture<Void> sendAway(String customer, PlainName message) {
        return CompletableFuture.allOf(set(customer, SAY, message.value()), send(redirect(customer, Place.SENT_AWAY)));
    }

    @Override
    public CompletableFuture<Void> toVoicemail(String customer, InteractionId interaction, PlainName box) {
        return CompletableFuture.allOf(
                set(customer, IID, interaction.toString()),
                set(customer, BOX, box.value()),
                send(redirect(customer, Place.VOICEMAIL)));
    }

    @Override
    public CompletableFuture<Void> mute(String agent, boolean muted) {
        String state = muted ? "on" : "off";
        CompletableFuture<Void> done = set(agent, "MUTEAUDIO(in)", state);
        // Sent at once, but only a note for the next comparison: without it he is no less muted.
        set(agent, MUTED, state).exceptionally(unnoted -> {
            log.debug("not noted on {}: {}", agent, String.valueOf(unnoted.getMessage()));
            return null;
        });
        return done;
    }

    @Override
    public CompletableFuture<Void> set(String channel, String variable, String value) {
        return send(
                AmiAction.of("Setvar").with("Channel", channel).about(variable).with("Value", value));
    }

    @Override
    public CompletableFuture<List<ChannelStatus>> channels() {
        return link.channels(VARIABLES);
    }

    private static String plainNumber(String number) {
        return number.replaceAll("[^+*#0-9]", "");
    }

    private static AmiAction redirect(String channel, Place place) {
        return redirect(channel, place.context, place.extension);
    }

    private static AmiAction redirect(String channel, String context, String extension) {
        return AmiAction.of("Redirect")
                .with("Channel", channel)
                .with("Context", context)
                .with("Exten", extension)
                .with("Priority", "1");
    }

    private CompletableFuture<Void> send(AmiAction action) {
        return link.send(action)
                .thenCompose(reply -> reply.success()
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(
                                new ExchangeRefused(action.getAction() + ": " + reply.message())));
    }
}
