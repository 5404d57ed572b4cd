package io.ahoy.desktop.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ahoy.crm.access.Actor;
import io.ahoy.desktop.auth.SignedIn;
import io.vertx.ext.web.RoutingContext;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A checked request, with everything in it read strictly. */
public final class Request {
    private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,18})\"");

    private final RoutingContext routing;
    private final Optional<SignedIn> caller;
    private final byte[] body;
    private final Optional<BodyStream> stream;
    private final Json json;
    private final ClientAddresses addresses;
    private final Instant now;

    Request(
            RoutingContext routing,
            Optional<SignedIn> caller,
            byte[] body,
            Optional<BodyStream> stream,
            Json json,
            ClientAddresses addresses,
            Instant now) {
        this.now = now;
        this.routing = routing;
        this.caller = caller;
        this.body = body;
        this.stream = stream;
        this.json = json;
        this.addresses = addresses;
    }

    public SignedIn caller() {
        return caller.orElseThrow(Problem::signInFirst);
    }

    /** Where the route is open to those too who are not signed in. */
    public Optional<SignedIn> perhapsCaller() {
        return caller;
    }

    public Instant now() {
        return now;
    }

    public Actor actor() {
        return caller().actor(now);
    }

    /** Of the record that the caller wants to change, as he read it. */
    public long ifMatch() {
        String header = routing.request().getHeader("If-Match");
        if (header == null) {
            throw Problem.versionNeeded();
        }
        Matcher version = ETAG.matcher(header);
        if (!version.matches()) {
            throw Problem.unprocessable("If-Match", "Must be an ETag as it was answered, such as \"7\".");
        }
        return Long.parseLong(version.group(1));
    }

    public <T> T body(Class<T> type) {
        return json.read(body, type);
    }

    /** For what is read in several steps. */
    public ObjectNode object() {
        return json.readTree(body);
    }

    /** Of a file that is sent. */
    public InputStream stream() {
        return stream.orElseThrow();
    }

    public String path(String name) {
        return String.valueOf(routing.pathParam(name));
    }

    public UUID id(String name) {
        return uuid(path(name)).orElseThrow(() -> Problem.notFound("There is nothing with this id."));
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(routing.request().getParam(name)).filter(value -> !value.isEmpty());
    }

    public Optional<UUID> queryId(String name) {
        return query(name)
                .map(text -> uuid(text).orElseThrow(() -> Problem.unprocessable(name, "Must be an id (UUID).")));
    }

    public Optional<Instant> queryInstant(String name) {
        return query(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw Problem.unprocessable(name, "Must be an instant, as 2026-01-31T08:00:00Z.");
            }
        });
    }

    /** A day, as 2026-01-31. */
    public Optional<LocalDate> queryDay(String name) {
        return query(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw Problem.unprocessable(name, "Must be a day, as 2026-01-31.");
            }
        });
    }

    /** Whether this type of answer is asked for by its name. */
    public boolean accepts(String mediaType) {
        return String.valueOf(routing.request().getHeader("Accept")).contains(mediaType);
    }

    public int queryNumber(String name, int fallback, int max) {
        return query(name).map(text -> number(name, text, max)).orElse(fallback);
    }

    /** Of the browser, as far as can be known. */
    public String address() {
        return addresses.of(routing.request());
    }

    /** The host name by which the browser reached us, without port. */
    public String host() {
        var authority = routing.request().authority();
        return authority == null ? "localhost" : authority.host();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int number(String name, String text, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as any other number that does not fit
        }
        throw Problem.unprocessable(name, "Must be a number from 1 to " + max + ".");
    }
}
