package io.ahoy.desktop.auth;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.ApiTokens;
import io.ahoy.crm.access.Scope;
import io.ahoy.crm.team.Session;
import io.ahoy.crm.team.Sessions;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.web.Problem;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through or refuses it: session, role, and that it comes from our own pages. Blocks on the database, so it
 * runs on virtual threads.
 */
public final class Guard {
    public static final String COOKIE = "ahoy_session";
    public static final String CSRF_HEADER = "X-Ahoy-Csrf";
    private static final String BEARER = "Bearer ";
    private static final int TOKEN_MAX = 256;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Team team;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final InstantSource clock;
    private final boolean secureCookies;
    private final Consumer<SignedIn> seen;

    /** @param seen told of every request of somebody who is signed in */
    public Guard(
            Team team,
            Sessions sessions,
            ApiTokens tokens,
            InstantSource clock,
            boolean secureCookies,
            Consumer<SignedIn> seen) {
        this.team = team;
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
        this.secureCookies = secureCookies;
        this.seen = seen;
    }

    /** Empty where somebody may ask who is not signed in. */
    public Optional<SignedIn> check(HttpServerRequest request, Access access) {
        boolean reading = READING.contains(request.method());
        if (!reading) {
            refuseForeignOrigin(request);
        }
        if (access.who() == Access.Who.EVERYBODY) {
            return Optional.empty();
        }
        Optional<String> bearer = bearer(request);
        if (bearer.isPresent()) {
            return Optional.of(program(bearer.get(), access));
        }
        Optional<SignedIn> found = signedIn(request);
        if (found.isEmpty() && access.who() == Access.Who.PERHAPS_SIGNED_IN) {
            return Optional.empty();
        }
        SignedIn caller = found.orElseThrow(Problem::signInFirst);
        if (!reading && !isSame(request.getHeader(CSRF_HEADER), caller.session().csrf())) {
            throw Problem.forbidden(
                    "The header " + CSRF_HEADER + " with the value from GET /session is missing or wrong.");
        }
        requireRight(caller, access);
        seen.accept(caller);
        return Optional.of(caller);
    }

    /** It cannot be sent by another site's page, so it needs no other proof. */
    private SignedIn program(String secret, Access access) {
        SignedIn caller = tokens.find(secret, clock.instant())
                .flatMap(token -> team.agent(token.agent())
                        .map(agent -> new SignedIn(
                                agent,
                                Optional.empty(),
                                Optional.of(new Actor.ActingToken(token.id(), ApiTokens.rights(token))))))
                .orElseThrow(() -> Problem.unauthorised("This token is unknown, has expired, or was revoked."));
        if (access.right().isEmpty()) {
            throw Problem.forbidden("This is for people who are signed in, not for programs.");
        }
        requireRight(caller, access);
        return caller;
    }

    private static void requireRight(SignedIn caller, Access access) {
        access.right()
                .filter(right -> caller.scope(right.subject(), right.action()) == Scope.NONE)
                .ifPresent(right -> {
                    throw Problem.forbidden("This needs the right " + right + ", which "
                            + (caller.token().isPresent() ? "this token" : "your role") + " does not have.");
                });
    }

    private static Optional<String> bearer(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER) && header.length() <= TOKEN_MAX
                ? Optional.of(header.substring(BEARER.length()))
                : Optional.empty();
    }

    /** A WebSocket is open to every page of the world unless its origin is checked (there is no CSRF header on it). */
    public SignedIn checkFeed(HttpServerRequest request) {
        if (request.getHeader("Origin") == null) {
            throw Problem.forbidden("The Origin header is missing.");
        }
        refuseForeignOrigin(request);
        return signedIn(request).orElseThrow(Problem::signInFirst);
    }

    /** A cookie that ends with the browser; how long the session lives is decided on the server. */
    public Cookie cookieFor(Session session) {
        return cookie(session.token());
    }

    public Cookie expiredCookie() {
        return cookie("").setMaxAge(0);
    }

    private Cookie cookie(String value) {
        return Cookie.cookie(COOKIE, value)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(secureCookies)
                .setPath("/");
    }

    private Optional<SignedIn> signedIn(HttpServerRequest request) {
        Cookie cookie = request.getCookie(COOKIE);
        if (cookie == null || cookie.getValue().isEmpty() || cookie.getValue().length() > 128) {
            return Optional.empty();
        }
        return sessions.find(cookie.getValue(), clock.instant())
                .flatMap(session -> team.agent(session.agent()).map(agent -> new SignedIn(agent, session)));
    }

    /** Our own pages send our own host as their origin; programs that are no browsers send none. */
    private static void refuseForeignOrigin(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null && !isOwn(origin, request.authority())) {
            throw Problem.forbidden("The request comes from another site's page.");
        }
    }

    private static boolean isOwn(String origin, @Nullable HostAndPort host) {
        try {
            URI uri = URI.create(origin);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && host != null && host.toString().equalsIgnoreCase(uri.getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isSame(@Nullable String given, String expected) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
