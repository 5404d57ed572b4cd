package io.ahoy.desktop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The browser's end of the live feed. */
final class TestFeed implements WebSocket.Listener, AutoCloseable {
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();
    private volatile int closedWith;
    private volatile boolean paused;

    @Override
    public void onOpen(WebSocket webSocket) {
        socket.complete(webSocket);
        webSocket.request(1);
    }

    /** The first frame of this type that fits, whether it is here or still comes. */
    JsonNode await(String type, Predicate<JsonNode> fits) {
        return Awaitility.await("frame " + type)
                .until(
                        () -> frames.stream()
                                .filter(frame -> frame.path("type").asText().equals(type))
                                .filter(fits)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow(() -> new AssertionError(frames.toString()));
    }

    JsonNode awaitSeat(String state) {
        return await("seat", frame -> frame.path("seat").path("state").asText().equals(state))
                .path("seat");
    }

    List<JsonNode> awaitCount(String type, int count) {
        return Awaitility.await(count + " frames " + type)
                .atMost(Duration.ofSeconds(60))
                .until(() -> frames(type), found -> found.size() >= count);
    }

    /** Reads nothing more, as a browser does that hangs. */
    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
        socket.join().request(1);
    }

    List<JsonNode> frames(String type) {
        return frames.stream()
                .filter(frame -> frame.path("type").asText().equals(type))
                .toList();
    }

    void forget() {
        frames.clear();
    }

    void send(String text) {
        socket.join().sendText(text, true).join();
    }

    @Override
    public void close() {
        socket.join().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    int awaitClose() {
        return Awaitility.await().until(() -> closedWith, code -> code != 0);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                frames.add(TestBrowser.JSON.readTree(partial.toString()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            partial.setLength(0);
        }
        if (!paused) {
            webSocket.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closedWith = statusCode;
        return null;
    }
}
