package io.ahoy.desktop.feed;

import io.ahoy.desktop.auth.SignedIn;
import io.ahoy.desktop.feed.Frame.InteractionFrame;
import io.ahoy.desktop.feed.Frame.Notice;
import io.ahoy.desktop.feed.Frame.SeatFrame;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.OfferOutcome;
import io.ahoy.router.acd.Output;
import io.ahoy.router.acd.SeatView;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends agents what concerns themselves, at once. Used by the feed's thread only. */
final class OwnPush {
    private static final Logger LOG = LoggerFactory.getLogger(OwnPush.class);

    private final Picture picture;
    private final OwnView own;
    private final Sockets sockets;
    private final InstantSource clock;
    private final BiFunction<InteractionId, SignedIn, Optional<Object>> pops;
    private final Executor threads;
    private final Executor feed;
    private final Map<AgentId, InteractionId> shown = new HashMap<>();

    /**
     * Tells nobody anything by itself.
     *
     * @param pops blocks, so it is asked on {@code threads}
     * @param feed the feed's own thread
     */
    OwnPush(
            Picture picture,
            OwnView own,
            Sockets sockets,
            InstantSource clock,
            BiFunction<InteractionId, SignedIn, Optional<Object>> pops,
            Executor threads,
            Executor feed) {
        this.picture = picture;
        this.own = own;
        this.sockets = sockets;
        this.clock = clock;
        this.pops = pops;
        this.threads = threads;
        this.feed = feed;
    }

    /** @return the interaction that the seat has left by this change */
    Optional<InteractionId> seatChanged(AgentId agent) {
        sockets.send(agent, new SeatFrame(own.seat(agent, clock.instant())));
        Optional<InteractionId> now = picture.seat(agent).flatMap(SeatView::interaction);
        Optional<InteractionId> before = Optional.ofNullable(shown.get(agent));
        if (now.equals(before)) {
            return Optional.empty();
        }
        now.ifPresentOrElse(interaction -> shown.put(agent, interaction), () -> shown.remove(agent));
        interaction(agent);
        sockets.send(agent, own.phone(agent));
        now.ifPresent(
                interaction -> pop(interaction, socket -> socket.viewer().id().equals(agent)));
        return before;
    }

    /** Those whose seats are on it are sent it again. */
    void interactionChanged(InteractionId id) {
        viewersOf(id).forEach(this::interaction);
    }

    void offerEnded(Output.OfferEnded ended) {
        if (ended.outcome() == OfferOutcome.TIMED_OUT) {
            sockets.send(
                    ended.agent(),
                    new Notice("offerMissed", Map.of("queue", ended.queue().value())));
        }
    }

    void phoneChanged(InteractionId id) {
        for (AgentId agent : viewersOf(id)) {
            sockets.send(agent, own.phone(agent));
            interaction(agent);
        }
    }

    void deviceChanged(AgentId agent) {
        sockets.send(agent, new SeatFrame(own.seat(agent, clock.instant())));
        sockets.send(agent, own.phone(agent));
    }

    /** Everything that a page needs which knows nothing yet. */
    void everything(FeedSocket socket) {
        AgentId agent = socket.viewer().id();
        sockets.send(socket, new SeatFrame(own.seat(agent, clock.instant())));
        sockets.send(socket, new InteractionFrame(own.live(agent), Optional.empty()));
        sockets.send(socket, own.phone(agent));
        picture.seat(agent)
                .flatMap(SeatView::interaction)
                .ifPresent(interaction -> pop(interaction, other -> other == socket));
    }

    /** Interactions that somebody's seat is on. */
    List<InteractionId> shown() {
        return List.copyOf(shown.values());
    }

    private void interaction(AgentId agent) {
        sockets.send(agent, new InteractionFrame(own.live(agent), Optional.empty()));
    }

    private void pop(InteractionId interaction, Predicate<FeedSocket> whom) {
        // They are all the same agent's.
        Optional<SignedIn> viewer =
                sockets.all(whom).stream().map(FeedSocket::viewer).findFirst();
        if (viewer.isEmpty()) {
            return;
        }
        threads.execute(() -> read(interaction, viewer.get())
                .ifPresent(pop -> feed.execute(() -> {
                    for (FeedSocket socket : sockets.all(whom)) {
                        AgentId agent = socket.viewer().id();
                        if (interaction.equals(shown.get(agent))) {
                            sockets.send(socket, new InteractionFrame(own.live(agent), Optional.of(pop)));
                        }
                    }
                })));
    }

    private Optional<Object> read(InteractionId interaction, SignedIn viewer) {
        try {
            return pops.apply(interaction, viewer);
        } catch (RuntimeException e) {
            LOG.warn("The customer of interaction {} could not be read: {}", interaction, e.toString());
            return Optional.empty();
        }
    }

    private List<AgentId> viewersOf(InteractionId id) {
        return shown.entrySet().stream()
                .filter(entry -> entry.getValue().equals(id))
                .map(Map.Entry::getKey)
                .toList();
    }
}
