package io.ahoy.desktop.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.desktop.auth.Guard;
import io.ahoy.desktop.auth.SignedIn;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Blocking;
import io.ahoy.desktop.web.Json;
import io.ahoy.desktop.web.Problem;
import io.ahoy.router.acd.InteractionId;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /feed}: checks who asks, upgrades to a WebSocket, and hands its coming, going and few words to the feed. */
public final class FeedRoute {
    private static final Logger LOG = LoggerFactory.getLogger(FeedRoute.class);

    private final Feed feed;
    private final Guard guard;
    private final Blocking blocking;
    private final Json json;
    private final InstantSource clock;

    public FeedRoute(Feed feed, Guard guard, Blocking blocking, Json json, InstantSource clock) {
        this.feed = feed;
        this.guard = guard;
        this.blocking = blocking;
        this.json = json;
        this.clock = clock;
    }

    public void register(Api api) {
        api.webSocket("/feed", this::upgrade);
    }

    private void upgrade(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (!"websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            routing.fail(Problem.malformed("This address speaks WebSocket only."));
            return;
        }
        // Nothing may be read from the connection until it is a WebSocket.
        request.pause();
        blocking.run(() -> guard.checkFeed(request))
                .onFailure(refusal -> {
                    request.resume();
                    routing.fail(refusal);
                })
                .onSuccess(viewer -> request.toWebSocket()
                        .onSuccess(socket -> open(socket, viewer))
                        .onFailure(routing::fail));
    }

    private void open(ServerWebSocket webSocket, SignedIn viewer) {
        FeedSocket[] self = new FeedSocket[1];
        FeedSocket socket = new FeedSocket(webSocket, viewer, clock.instant(), () -> feed.caughtUp(self[0]));
        self[0] = socket;
        webSocket.textMessageHandler(text -> {
            socket.heard(clock.instant());
            heed(socket, text);
        });
        webSocket.pongHandler(ignored -> socket.heard(clock.instant()));
        webSocket.exceptionHandler(e -> LOG.debug("A feed broke", e));
        webSocket.closeHandler(ignored -> feed.closed(socket));
        feed.opened(socket);
        webSocket.resume();
    }

    private void heed(FeedSocket socket, String text) {
        JsonNode message;
        try {
            message = json.readTree(text);
        } catch (Problem e) {
            LOG.debug("A feed sent what is not JSON");
            return;
        }
        switch (message.path("type").asText()) {
            case "watch" -> feed.watch(socket, message.path("board").asBoolean());
            case "ping" -> feed.pong(socket);
            case "phone" -> heedPhone(socket, message);
            case "reading" -> heedReading(socket, message);
            default -> LOG.debug("A feed sent an unknown type");
        }
    }

    /** Without an interaction, or with what is none: he reads nothing any more. */
    private void heedReading(FeedSocket socket, JsonNode message) {
        try {
            UUID interaction = UUID.fromString(message.path("interaction").asText());
            feed.reads(
                    socket,
                    new InteractionId(interaction),
                    message.path("writes").asBoolean());
        } catch (IllegalArgumentException none) {
            feed.readsNothing(socket);
        }
    }

    private void heedPhone(FeedSocket socket, JsonNode message) {
        boolean registered = message.path("registered").asBoolean();
        // Every browser says so every few seconds; what changes is told by the feed.
        LOG.trace(
                "Phone of {}: registered {}, round trip {} ms, loss {}",
                socket.viewer().id(),
                registered,
                message.path("rttMs").asDouble(),
                message.path("loss").asDouble());
        feed.phone(socket, registered);
    }
}
