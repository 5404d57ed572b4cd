package io.ahoy.desktop.web;

import io.ahoy.crm.store.DatabaseDown;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.auth.Guard;
import io.ahoy.router.shell.Refused;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where resources register their verbs: each is checked by the guard, run on a virtual thread, and answered as JSON. */
public final class Api {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);

    private final Router router;
    private final Guard guard;
    private final Blocking blocking;
    private final Json json;
    private final ClientAddresses addresses;

    public Api(Router router, Guard guard, Blocking blocking, Json json, ClientAddresses addresses) {
        this.router = router;
        this.guard = guard;
        this.blocking = blocking;
        this.json = json;
        this.addresses = addresses;
    }

    public void get(String path, Access access, Verb verb) {
        add(HttpMethod.GET, path, access, verb);
    }

    public void post(String path, Access access, Verb verb) {
        add(HttpMethod.POST, path, access, verb);
    }

    public void put(String path, Access access, Verb verb) {
        add(HttpMethod.PUT, path, access, verb);
    }

    public void delete(String path, Access access, Verb verb) {
        add(HttpMethod.DELETE, path, access, verb);
    }

    private void add(HttpMethod method, String path, Access access, Verb verb) {
        router.route(method, path).handler(routing -> {
            Buffer body = routing.body().buffer();
            byte[] bytes = body == null ? new byte[0] : body.getBytes();
            blocking.run(() -> {
                        var caller = guard.check(routing.request(), access);
                        return verb.handle(new Request(routing, caller, bytes, json, addresses));
                    })
                    .onSuccess(answer -> send(routing, answer))
                    .onFailure(routing::fail);
        });
    }

    private void send(RoutingContext routing, Answer answer) {
        HttpServerResponse response = routing.response();
        if (response.closed() || response.ended()) {
            return;
        }
        answer.cookie().ifPresent(response::addCookie);
        response.putHeader("Cache-Control", "no-store");
        if (answer.body().isEmpty()) {
            response.setStatusCode(204).end();
            return;
        }
        response.putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(json.write(answer.body().get())));
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
                .end(Buffer.buffer(json.write(problem.body())));
    }

    private static Problem asProblem(Throwable failure, RoutingContext routing) {
        if (failure instanceof Problem problem) {
            return problem;
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
}
