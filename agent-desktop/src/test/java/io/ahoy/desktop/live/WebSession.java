package io.ahoy.desktop.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Requests to the web API with the cookie and the header that a signed-in browser sends. */
public final class WebSession implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/api/v1";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final URI server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private volatile String cookie = "";
    private volatile String csrf = "";

    WebSession(URI server) {
        this.server = server;
    }

    void csrf(String token) {
        csrf = token;
    }

    /** {@code name=value} */
    String cookie() {
        return cookie;
    }

    Reply send(String method, String path, Optional<JsonNode> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(API + path))
                .timeout(LIMIT)
                .header("Origin", server.toString())
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.toString()))
                                .orElse(BodyPublishers.noBody()));
        body.ifPresent(json -> request.header("Content-Type", "application/json"));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie).header("X-Ahoy-Csrf", csrf);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
            return new Reply(method + " " + path, response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    FeedClient openFeed() {
        URI feed = URI.create("ws" + server.toString().substring("http".length()) + API + "/feed");
        FeedClient client = new FeedClient();
        http.newWebSocketBuilder()
                .connectTimeout(LIMIT)
                .header("Cookie", cookie)
                .header("Origin", server.toString())
                .buildAsync(feed, client)
                .join();
        return client;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** @param request for messages */
    public record Reply(String request, int status, String body) {

        public Reply expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError(request + " answered " + status + ", not " + wanted + ": " + body);
            }
            return this;
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(request + " answered " + body, e);
            }
        }
    }
}
