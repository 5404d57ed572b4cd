package io.ahoy.router.channel.email;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ahoy.config.Mailbox.Account;
import io.ahoy.config.Secret;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Access tokens for mail servers that take no passwords, fetched by refresh tokens (RFC 6749, 6) and kept while they hold. */
public final class AccessTokens {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** One that is about to run out would be refused by the time it arrives. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final long HELD_SECONDS = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InstantSource clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public AccessTokens(InstantSource clock) {
        this.clock = clock;
    }

    private record Held(String token, Instant until) {}

    /** @throws AuthenticationFailedException the refresh token is taken no more: somebody has to sign in anew */
    String of(Account.OAuth2 account) throws MessagingException {
        Held known = held.get(account.user());
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.token();
        }
        try {
            Held fresh = fetch(account);
            held.put(account.user(), fresh);
            return fresh.token();
        } catch (IOException e) {
            throw new MessagingException("No access token from " + account.tokenUrl() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MessagingException("interrupted", e);
        }
    }

    private Held fetch(Account.OAuth2 account) throws IOException, InterruptedException, MessagingException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", account.refreshToken().value());
        form.put("client_id", account.clientId());
        account.clientSecret().map(Secret::value).ifPresent(secret -> form.put("client_secret", secret));
        HttpRequest request = HttpRequest.newBuilder(URI.create(account.tokenUrl()))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode body = JSON.readTree(answer.body());
        String token = body.path("access_token").asText("");
        if (answer.statusCode() / 100 != 2 || token.isEmpty()) {
            throw new AuthenticationFailedException("The token server refuses: " + answer.statusCode() + " "
                    + body.path("error").asText() + " "
                    + body.path("error_description").asText());
        }
        Duration holds = Duration.ofSeconds(body.path("expires_in").asLong(HELD_SECONDS));
        return new Held(token, clock.instant().plus(holds).minus(MARGIN));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
