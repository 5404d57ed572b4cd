package io.ahoy.desktop.feed;

import io.ahoy.router.acd.InteractionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who has which conversation by mail open, and who of them writes in it. Used by the feed's thread only. */
final class Readers {
    private final Sockets sockets;
    private final Map<FeedSocket, Open> open = new LinkedHashMap<>();

    /** @param thread the conversation; absent until it is known that he may read it */
    private record Open(InteractionId interaction, Optional<UUID> thread, boolean writes) {}

    Readers(Sockets sockets) {
        this.sockets = sockets;
    }

    /** @return whether it must be found out which conversation that is */
    boolean opens(FeedSocket socket, InteractionId interaction, boolean writes) {
        Optional<Open> before = Optional.ofNullable(open.get(socket));
        Optional<UUID> known =
                before.filter(one -> one.interaction().equals(interaction)).flatMap(Open::thread);
        put(socket, Optional.of(new Open(interaction, known, writes)));
        return known.isEmpty();
    }

    /** Unless he has turned to another one meanwhile. */
    void found(FeedSocket socket, InteractionId interaction, UUID thread) {
        Optional.ofNullable(open.get(socket))
                .filter(one -> one.interaction().equals(interaction))
                .ifPresent(one -> put(socket, Optional.of(new Open(interaction, Optional.of(thread), one.writes()))));
    }

    /** His page is closed, or shows something else. */
    void closes(FeedSocket socket) {
        put(socket, Optional.empty());
    }

    private void put(FeedSocket socket, Optional<Open> now) {
        Optional<Open> before = Optional.ofNullable(open.get(socket));
        if (before.equals(now)) {
            return;
        }
        now.ifPresentOrElse(one -> open.put(socket, one), () -> open.remove(socket));
        Stream.concat(before.stream(), now.stream())
                .flatMap(one -> one.thread().stream())
                .distinct()
                .forEach(this::tell);
    }

    private void tell(UUID thread) {
        Set<FeedSocket> here = open.entrySet().stream()
                .filter(one -> one.getValue().thread().equals(Optional.of(thread)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        here.forEach(socket -> sockets.send(socket, new Frame.Readers(thread, others(socket, here))));
    }

    /** Each once, however many windows he has. */
    private List<Frame.Reader> others(FeedSocket reader, Set<FeedSocket> here) {
        Map<UUID, Frame.Reader> found = new LinkedHashMap<>();
        here.stream()
                .filter(socket -> !socket.viewer().id().equals(reader.viewer().id()))
                .forEach(socket -> {
                    boolean writes = Objects.requireNonNull(open.get(socket)).writes();
                    UUID agent = socket.viewer().agent().id();
                    String name = socket.viewer().agent().name();
                    found.merge(
                            agent,
                            new Frame.Reader(agent, name, writes),
                            (one, more) -> new Frame.Reader(agent, name, one.writes() || more.writes()));
                });
        return List.copyOf(found.values());
    }
}
