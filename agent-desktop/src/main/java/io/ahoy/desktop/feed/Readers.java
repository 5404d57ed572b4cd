package io.ahoy.desktop.feed;

import io.ahoy.desktop.auth.SignedIn;
import io.ahoy.router.acd.InteractionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who has which conversation by mail open, and who of them writes in it. Used by the feed's thread only. */
final class Readers {
    private final Sockets sockets;
    private final BiFunction<InteractionId, SignedIn, Optional<UUID>> conversations;
    private final Executor threads;
    private final Executor feed;
    private final Map<FeedSocket, Open> open = new LinkedHashMap<>();

    /** @param thread the conversation; absent until it is known that he may read it */
    private record Open(InteractionId interaction, Optional<UUID> thread, boolean writes) {}

    /**
     * @param conversations which one an interaction is about, for who may read it; blocks, and is asked on {@code threads}
     * @param feed its thread
     */
    Readers(
            Sockets sockets,
            BiFunction<InteractionId, SignedIn, Optional<UUID>> conversations,
            Executor threads,
            Executor feed) {
        this.sockets = sockets;
        this.conversations = conversations;
        this.threads = threads;
        this.feed = feed;
    }

    void opens(FeedSocket socket, InteractionId interaction, boolean writes) {
        Optional<Open> before = Optional.ofNullable(open.get(socket));
        Optional<UUID> known =
                before.filter(one -> one.interaction().equals(interaction)).flatMap(Open::thread);
        put(socket, Optional.of(new Open(interaction, known, writes)));
        if (known.isEmpty()) {
            find(socket, interaction);
        }
    }

    /** It may have been joined with another one, whose readers and its own see each other from now on. */
    void changed(InteractionId interaction) {
        open.forEach((socket, one) -> {
            if (one.interaction().equals(interaction)) {
                find(socket, interaction);
            }
        });
    }

    private void find(FeedSocket socket, InteractionId interaction) {
        threads.execute(() -> conversations
                .apply(interaction, socket.viewer())
                .ifPresent(thread -> feed.execute(() -> found(socket, interaction, thread))));
    }

    /** Unless he has turned to another one meanwhile. */
    private void found(FeedSocket socket, InteractionId interaction, UUID thread) {
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
