package io.ahoy.desktop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;

/** Does over HTTP what our pages do. */
final class TestBrowser {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Map<String, String> headers = new TreeMap<>();
    private Optional<String> cookie = Optional.empty();
    private Optional<String> csrf = Optional.empty();

    TestBrowser(int port) {
        this.port = port;
        headers.put("Origin", origin());
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** For requests our pages would not make. */
    TestBrowser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    TestBrowser withoutCsrf() {
        csrf = Optional.empty();
        return this;
    }

    Reply signIn(String login, String password) {
        Reply reply = post(
                "/session",
                JSON.createObjectNode()
                        .put("login", login)
                        .put("password", password)
                        .toString());
        if (reply.status() == 200) {
            csrf = Optional.of(reply.json().path("csrf").asText());
        }
        return reply;
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply post(String path, String body) {
        return send("POST", path, body);
    }

    Reply put(String path, String body) {
        return send("PUT", path, body);
    }

    Reply delete(String path) {
        return send("DELETE", path, "");
    }

    Reply send(String method, String path, String body) {
        return body.isEmpty()
                ? send(method, path, BodyPublishers.noBody(), Optional.empty())
                : send(method, path, BodyPublishers.ofString(body), Optional.of("application/json"));
    }

    Reply upload(String path, byte[] file) {
        return send("POST", path, BodyPublishers.ofByteArray(file), Optional.of("application/octet-stream"));
    }

    private Reply send(String method, String path, HttpRequest.BodyPublisher body, Optional<String> type) {
        String url = path.startsWith("page:") ? path.substring(5) : "/api/v1" + path;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin() + url)).method(method, body);
        type.ifPresent(value -> request.setHeader("Content-Type", value));
        headers.forEach(request::setHeader);
        cookie.ifPresent(value -> request.setHeader("Cookie", value));
        csrf.ifPresent(value -> request.setHeader("X-Ahoy-Csrf", value));
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = Optional.of(set.split(";", 2)[0]));
            Described.check(response);
            return new Reply(response);
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    TestFeed feed() {
        TestFeed feed = new TestFeed();
        WebSocket.Builder builder = http.newWebSocketBuilder();
        headers.forEach(builder::header);
        cookie.ifPresent(value -> builder.header("Cookie", value));
        URI address = URI.create("ws://127.0.0.1:" + port + "/api/v1/feed");
        builder.buildAsync(address, feed).join();
        return feed;
    }

    /** The status with which the feed is refused. */
    int refusedFeed() {
        try {
            feed();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    record Reply(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new IllegalStateException("not JSON: " + text(), e);
            }
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
