package io.ahoy.desktop.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The live feed of one browser: every frame it was sent, and the newest of each type. */
public final class FeedClient implements WebSocket.Listener {
    private final Map<String, JsonNode> lasts = new ConcurrentHashMap<>();
    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private volatile @Nullable WebSocket socket;
    private volatile int closeCode = -1;

    /** @param at when the last byte of it had arrived */
    public record Frame(Instant at, JsonNode json) {
        public String type() {
            return json.path("type").asText();
        }
    }

    /** The newest frame of this type, or a missing node. */
    public JsonNode last(String type) {
        return lasts.getOrDefault(type, MissingNode.getInstance());
    }

    public List<Frame> frames(String type) {
        return frames.stream().filter(frame -> frame.type().equals(type)).toList();
    }

    public OptionalInt closeCode() {
        return closeCode < 0 ? OptionalInt.empty() : OptionalInt.of(closeCode);
    }

    void send(JsonNode frame) {
        WebSocket open = socket;
        if (open == null) {
            throw new IllegalStateException("the feed is not open");
        }
        open.sendText(frame.toString(), true).join();
    }

    /** Without goodbye, as a browser does that is killed. */
    void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        opened.request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            receive(partial.toString());
            partial.setLength(0);
        }
        return null;
    }

    private void receive(String text) {
        try {
            JsonNode json = WebSession.JSON.readTree(text);
            frames.add(new Frame(Instant.now(), json));
            lasts.put(json.path("type").asText(), json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not JSON: " + text, e);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closeCode = statusCode;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closeCode = 1006;
    }
}
