package io.ahoy.desktop.web.access;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.ApiTokens;
import io.ahoy.crm.access.Subject;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Request;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/** {@code /tokens}: what programs sign in with. */
public final class TokenRoutes {
    private final ApiTokens tokens;

    public TokenRoutes(ApiTokens tokens) {
        this.tokens = tokens;
    }

    private record Wanted(String name, SortedSet<String> scopes, Optional<Instant> expiresAt) {}

    public void register(Api api) {
        api.get("/tokens", Access.to(Action.READ, Subject.TOKEN), request -> Answer.of(Listing.whole(tokens.all())));
        api.post("/tokens", Access.to(Action.CREATE, Subject.TOKEN), this::make);
        api.delete("/tokens/:id", Access.to(Action.DELETE, Subject.TOKEN), this::revoke);
    }

    private Answer make(Request request) {
        Wanted wanted = request.body(Wanted.class);
        return Answer.of(tokens.make(wanted.name().strip(), wanted.scopes(), wanted.expiresAt(), request.actor()));
    }

    private Answer revoke(Request request) {
        tokens.revoke(request.id("id"), request.actor());
        return Answer.NOTHING;
    }
}
