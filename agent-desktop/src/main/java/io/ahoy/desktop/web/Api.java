package io.ahoy.desktop.web;

import io.ahoy.crm.access.Idempotency;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Right;
import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.crm.store.Db;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.auth.Guard;
import io.ahoy.desktop.auth.SignedIn;
import io.ahoy.router.shell.Refused;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.Operation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where resources register their verbs: each is checked by the guard and the contract, run on a virtual thread, and answered as JSON. */
public final class Api {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    /** A page sends a few at once when it opens, and people are slow. */
    private static final int PER_SECOND = 100;

    private static final int BURST = 300;
    private static final String RIGHT = "x-ahoy-right";
    /** Bytes, of JSON that holds long texts in several languages. */
    private static final int LARGE_MAX = 4 * 1024 * 1024;

    private static final int PIECE = 64 * 1024;
    /** Before the handler that keeps whole bodies in memory. */
    private static final int FIRST = -1;

    private final Router router;
    private final Ground ground;
    private final Idempotency idempotency;
    private final RateLimit limit;
    private final Set<String> served = new HashSet<>();

    /** What every route stands on. */
    public record Ground(
            Guard guard,
            Contract contract,
            Db db,
            Blocking blocking,
            Json json,
            ClientAddresses addresses,
            InstantSource clock) {}

    /** How a body comes. */
    private enum Sending {
        /** At most 64 kB. */
        USUAL,
        /** At most {@link #LARGE_MAX}, read once the caller is let in. */
        LARGE,
        /** Read by the verb itself, which sets the limit. */
        STREAM
    }

    public Api(Router router, Ground ground) {
        this.router = router;
        this.ground = ground;
        this.idempotency = new Idempotency(ground.db());
        this.limit = new RateLimit(PER_SECOND, BURST);
        described(HttpMethod.GET, "/openapi.json");
        // It never changes, is large, and anybody may ask for it: written once, not on the event loop each time.
        Buffer document = Buffer.buffer(ground.contract().document().encodePrettily());
        router.route(HttpMethod.GET, "/openapi.json")
                .handler(routing -> routing.response()
                        .putHeader("Content-Type", "application/json")
                        .end(document));
    }

    /**
     * To be called when all verbs are registered: what is described must be there, too.
     *
     * @throws IllegalStateException that names what nobody serves
     */
    public void requireComplete() {
        List<String> missing = ground.contract().contract().operations().stream()
                .map(Operation::getOperationId)
                .filter(id -> !served.contains(id))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("described in openapi/*.yaml but served by no route: " + missing);
        }
    }

    public void get(String path, Access access, Verb verb) {
        add(HttpMethod.GET, path, access, Sending.USUAL, verb);
    }

    /** With an {@code Idempotency-Key} it is done once, however often it is sent. */
    public void post(String path, Access access, Verb verb) {
        add(HttpMethod.POST, path, access, Sending.USUAL, verb);
    }

    public void put(String path, Access access, Verb verb) {
        add(HttpMethod.PUT, path, access, Sending.USUAL, verb);
    }

    public void delete(String path, Access access, Verb verb) {
        add(HttpMethod.DELETE, path, access, Sending.USUAL, verb);
    }

    /** For records with long texts. */
    public void postLarge(String path, Access access, Verb verb) {
        add(HttpMethod.POST, path, access, Sending.LARGE, verb);
    }

    /** For records with long texts. */
    public void putLarge(String path, Access access, Verb verb) {
        add(HttpMethod.PUT, path, access, Sending.LARGE, verb);
    }

    /** A POST that brings a file. */
    public void upload(String path, Access access, Verb verb) {
        add(HttpMethod.POST, path, access, Sending.STREAM, verb);
    }

    /** @param upgrade checks who asks by itself, and makes a WebSocket of the request */
    public void webSocket(String path, Handler<RoutingContext> upgrade) {
        described(HttpMethod.GET, path);
        router.route(HttpMethod.GET, path).handler(upgrade);
    }

    private void add(HttpMethod method, String path, Access access, Sending sending, Verb verb) {
        Operation operation = described(method, path);
        requireSameRight(operation, access);
        Route route = router.route(method, path);
        if (sending != Sending.USUAL) {
            route.order(FIRST);
        }
        route.handler(routing -> {
            Optional<BodyStream> coming = sending == Sending.USUAL
                    ? Optional.empty()
                    : Optional.of(new BodyStream(routing.vertx(), routing.request()));
            Instant now = ground.clock().instant();
            ground.blocking()
                    .run(() -> {
                        Optional<SignedIn> caller = ground.guard().check(routing.request(), access);
                        caller.ifPresent(known -> limit.take(known.callerId(), now));
                        byte[] bytes = sending == Sending.STREAM ? new byte[0] : body(routing, coming);
                        ground.contract().check(routing, operation, bytes, ground.json());
                        Request request =
                                new Request(routing, caller, bytes, coming, ground.json(), ground.addresses(), now);
                        return sending == Sending.STREAM ? verb.handle(request) : answer(routing, request, verb, bytes);
                    })
                    .onComplete(ignored -> coming.ifPresent(BodyStream::discard))
                    .onSuccess(answer -> send(routing, answer))
                    .onFailure(routing::fail);
        });
    }

    private Operation described(HttpMethod method, String path) {
        Operation operation = ground.contract()
                .operation(method, path)
                .orElseThrow(() -> new IllegalStateException(
                        method + " " + path + " is served but not described; add it to openapi/*.yaml"));
        served.add(operation.getOperationId());
        return operation;
    }

    private static byte[] body(RoutingContext routing, Optional<BodyStream> coming) throws IOException {
        if (coming.isPresent()) {
            byte[] bytes = coming.get().readNBytes(LARGE_MAX + 1);
            if (bytes.length > LARGE_MAX) {
                throw Problem.tooLarge("At most 4 MB.");
            }
            return bytes;
        }
        Buffer body = routing.body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }

    /** The description tells programs what they need; it must not say something else than the code. */
    private static void requireSameRight(Operation operation, Access access) {
        Optional<String> described =
                Optional.ofNullable(operation.getOpenAPIModel().getString(RIGHT));
        if (!described.equals(access.right().map(Right::toString))) {
            throw new IllegalStateException(operation.getOperationId() + " is described with the right " + described
                    + " but needs " + access.right());
        }
    }

    private Answer answer(RoutingContext routing, Request request, Verb verb, byte[] body) throws Exception {
        String key = routing.request().getHeader(Idempotency.HEADER);
        if (key == null || !routing.request().method().equals(HttpMethod.POST)) {
            return verb.handle(request);
        }
        if (key.isBlank() || key.length() > Idempotency.KEY_MAX) {
            throw Problem.unprocessable(Idempotency.HEADER, "A key has 1 to " + Idempotency.KEY_MAX + " characters.");
        }
        Answer[] first = new Answer[1];
        String what = routing.request().path() + "\n" + new String(body, StandardCharsets.UTF_8);
        Idempotency.Told told = idempotency.once(
                request.caller().callerId(), key, what, ground.clock().instant(), () -> {
                    first[0] = handled(verb, request);
                    return new Idempotency.Told(
                            first[0].status(), etag(first[0]), first[0].body().map(ground.json()::writeText));
                });
        return first[0] != null ? first[0] : again(told);
    }

    private static Answer handled(Verb verb, Request request) {
        try {
            return verb.handle(request);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer again(Idempotency.Told told) {
        OptionalLong version = told.etag()
                .map(tag -> OptionalLong.of(Long.parseLong(tag.replace("\"", ""))))
                .orElse(OptionalLong.empty());
        return new Answer(told.status(), told.body().map(ground.json()::readAny), version, Optional.empty());
    }

    private static Optional<String> etag(Answer answer) {
        return answer.version().isPresent()
                ? Optional.of("\"" + answer.version().getAsLong() + "\"")
                : Optional.empty();
    }

    private void send(RoutingContext routing, Answer answer) {
        HttpServerResponse response = routing.response();
        if (response.closed() || response.ended()) {
            return;
        }
        answer.cookie().ifPresent(response::addCookie);
        response.putHeader("Cache-Control", "no-store");
        etag(answer).ifPresent(tag -> response.putHeader("ETag", tag));
        response.setStatusCode(answer.status());
        if (answer.body().isEmpty()) {
            response.end();
            return;
        }
        if (answer.body().get() instanceof Download download) {
            send(routing, download);
            return;
        }
        response.putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(ground.json().write(answer.body().get())));
    }

    private void send(RoutingContext routing, Download download) {
        HttpServerResponse response = routing.response();
        String name = URLEncoder.encode(download.name(), StandardCharsets.UTF_8).replace("+", "%20");
        response.putHeader("Content-Type", download.mediaType())
                .putHeader(
                        "Content-Disposition",
                        (download.shown() ? "inline" : "attachment") + "; filename*=UTF-8''" + name)
                .putHeader("Content-Security-Policy", download.policy())
                .setChunked(true);
        ground.blocking()
                .run(() -> {
                    try (OutputStream out = new BufferedOutputStream(new ResponseStream(response), PIECE)) {
                        download.content().writeTo(out);
                    }
                    return true;
                })
                .onSuccess(ignored -> response.end())
                .onFailure(failure -> {
                    if (response.headWritten()) {
                        LOG.warn("{} could not be sent to its end", routing.normalizedPath(), failure);
                        routing.request().connection().close();
                    } else {
                        response.headers().remove("Content-Disposition");
                        response.setChunked(false);
                        routing.fail(failure);
                    }
                });
    }

    /** Every failure of every route ends here. */
    void sendFailure(RoutingContext routing) {
        HttpServerResponse response = routing.response();
        if (response.closed() || response.ended()) {
            return;
        }
        Throwable failure = routing.failure();
        Problem problem = failure == null ? Problem.ofStatus(routing.statusCode()) : asProblem(failure, routing);
        problem.retryAfter()
                .ifPresent(wait -> response.putHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds()))));
        response.setStatusCode(problem.status())
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", "application/problem+json")
                .end(Buffer.buffer(ground.json().write(problem.body())));
    }

    private static Problem asProblem(Throwable failure, RoutingContext routing) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof Refusal refusal) {
            return asProblem(refusal);
        }
        if (failure instanceof Refused) {
            return Problem.away("The router takes no more for the moment; try again.");
        }
        if (DatabaseDown.isBehind(failure)) {
            return Problem.away("The database is away; calls go on. Try again in a moment.");
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error(
                "{} {} failed, reference {}", routing.request().method(), routing.normalizedPath(), reference, failure);
        return Problem.broken(reference);
    }

    private static Problem asProblem(Refusal refusal) {
        String detail = String.valueOf(refusal.getMessage());
        return switch (refusal) {
            case Refusal.Unknown ignored -> Problem.notFound(detail);
            case Refusal.Invalid invalid -> Problem.unprocessable(invalid.field(), detail);
            case Refusal.Stale stale -> Problem.stale(detail, stale.present());
            case Refusal.Conflict ignored -> Problem.tooLate(detail);
            case Refusal.NotAllowed ignored -> Problem.forbidden(detail);
        };
    }
}
