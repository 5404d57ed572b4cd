package io.ahoy.telephony.call;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.QueueId;
import io.ahoy.telephony.ami.ChannelStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Does nothing but write down what is asked of it, in words. */
final class FakeExchange implements Exchange {
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile List<ChannelStatus> channels = new ArrayList<>();
    /** What the next bridge is refused with. */
    volatile Optional<String> bridgeRefusal = Optional.empty();
    /** A bug: whatever begins like this throws. */
    volatile Optional<String> breaksAt = Optional.empty();

    @Override
    public CompletableFuture<Void> ring(Ring ring) {
        return done("ring " + ring.endpoint() + " as " + ring.leg() + " showing "
                + ring.shown().quoted());
    }

    @Override
    public CompletableFuture<Void> hangUp(String channel) {
        return done("hang up " + channel);
    }

    @Override
    public CompletableFuture<Void> bridge(String customer, String agent) {
        asked.add("bridge " + customer + " " + agent);
        return bridgeRefusal
                .<CompletableFuture<Void>>map(why -> CompletableFuture.failedFuture(new ExchangeRefused(why)))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    @Override
    public CompletableFuture<Void> toLine(String customer, QueueId queue, String music) {
        return done("to line " + customer + " " + queue + " " + music);
    }

    @Override
    public CompletableFuture<Void> backToMusic(String customer) {
        return done("music " + customer);
    }

    @Override
    public CompletableFuture<Void> hold(String customer, String agent) {
        return done("hold " + customer + " " + agent);
    }

    @Override
    public CompletableFuture<Void> transferOut(String customer, String number) {
        return done("transfer " + customer + " to " + number);
    }

    @Override
    public CompletableFuture<Void> offerCallback(String customer) {
        return done("offer a callback to " + customer);
    }

    @Override
    public CompletableFuture<Void> dial(CallBack back) {
        return done("dial " + back.number() + " showing " + back.shown() + " for " + back.offer() + " and ring "
                + back.ringLimit());
    }

    @Override
    public CompletableFuture<Void> sendAway(String customer, PlainName message) {
        return done("send away " + customer + " with " + message.value());
    }

    @Override
    public CompletableFuture<Void> toVoicemail(String customer, InteractionId interaction, PlainName box) {
        return done("voicemail " + customer + " of " + interaction + " to " + box.value());
    }

    @Override
    public CompletableFuture<Void> mute(String agent, boolean muted) {
        return done("mute " + agent + " " + muted);
    }

    @Override
    public CompletableFuture<Void> set(String channel, String variable, String value) {
        return done("set " + channel + " " + variable + " " + value);
    }

    @Override
    public CompletableFuture<List<ChannelStatus>> channels() {
        breakAt("channels");
        return CompletableFuture.completedFuture(List.copyOf(channels));
    }

    private CompletableFuture<Void> done(String what) {
        breakAt(what);
        asked.add(what);
        return CompletableFuture.completedFuture(null);
    }

    private void breakAt(String what) {
        if (breaksAt.filter(what::startsWith).isPresent()) {
            asked.add("broke at " + what);
            throw new IllegalArgumentException("broken on purpose: " + what);
        }
    }
}
