package io.ahoy.desktop.feed;

import io.ahoy.desktop.feed.Frame.Hello;
import io.ahoy.desktop.feed.Frame.QueueWaiting;
import io.ahoy.desktop.feed.Frame.Summary;
import io.ahoy.desktop.web.Json;
import io.ahoy.router.acd.AgentId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The open browsers. Used by the feed's thread only. */
final class Sockets {
    private final Json json;
    private final InstantSource clock;
    private final String build;
    private final Map<AgentId, Set<FeedSocket>> byAgent = new HashMap<>();
    private final Map<String, Instant> sessionEnds = new HashMap<>();
    private List<QueueWaiting> summarySent = List.of();

    Sockets(Json json, InstantSource clock, String build) {
        this.json = json;
        this.clock = clock;
        this.build = build;
    }

    Hello hello() {
        return new Hello(clock.instant(), build);
    }

    void add(FeedSocket socket) {
        byAgent.computeIfAbsent(socket.viewer().id(), ignored -> new LinkedHashSet<>())
                .add(socket);
        extend(socket.viewer().session().token(), socket.viewer().session().expires());
    }

    void remove(FeedSocket socket) {
        AgentId agent = socket.viewer().id();
        Set<FeedSocket> others = byAgent.get(agent);
        if (others != null && others.remove(socket) && others.isEmpty()) {
            byAgent.remove(agent);
        }
        String token = socket.viewer().session().token();
        if (all(other -> other.viewer().session().token().equals(token)).isEmpty()) {
            sessionEnds.remove(token);
        }
    }

    boolean has(AgentId agent) {
        return byAgent.containsKey(agent);
    }

    boolean any() {
        return !byAgent.isEmpty();
    }

    boolean anyBoard() {
        return byAgent.values().stream().flatMap(Set::stream).anyMatch(FeedSocket::watchesBoard);
    }

    void send(FeedSocket socket, Frame frame) {
        socket.send(json.writeText(frame));
    }

    void send(AgentId agent, Frame frame) {
        Set<FeedSocket> own = byAgent.get(agent);
        if (own != null) {
            String text = json.writeText(frame);
            own.forEach(socket -> socket.send(text));
        }
    }

    void sendAll(Frame frame) {
        String text = json.writeText(frame);
        all(ignored -> true).forEach(socket -> socket.send(text));
    }

    /** Only when a count is different from the one last sent. */
    void sendSummary(Summary summary) {
        if (!summary.queues().equals(summarySent)) {
            summarySent = summary.queues();
            sendAll(summary);
        }
    }

    void send(List<FeedSocket> to, Frame frame) {
        String text = json.writeText(frame);
        to.forEach(socket -> socket.send(text));
    }

    void extend(String token, Instant until) {
        if (any()) {
            sessionEnds.merge(token, until, (before, after) -> after.isAfter(before) ? after : before);
        }
    }

    void endSession(String token) {
        all(socket -> socket.viewer().session().token().equals(token))
                .forEach(socket -> socket.close(FeedSocket.SESSION_ENDED, "signed out"));
    }

    void sweep() {
        Instant now = clock.instant();
        for (FeedSocket socket : all(ignored -> true)) {
            Instant end = sessionEnds.get(socket.viewer().session().token());
            if (end != null && end.isBefore(now)) {
                socket.close(FeedSocket.SESSION_ENDED, "session over");
            } else {
                socket.checkAlive(now);
            }
        }
    }

    void closeAll() {
        all(ignored -> true).forEach(socket -> socket.close(FeedSocket.GOING_AWAY, "stopping"));
    }

    List<FeedSocket> all(Predicate<FeedSocket> which) {
        List<FeedSocket> found = new ArrayList<>();
        byAgent.values().stream().flatMap(Set::stream).filter(which).forEach(found::add);
        return found;
    }
}
