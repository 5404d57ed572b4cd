package io.ahoy.crm.access;

import io.ahoy.crm.access.TokenMapper.TokenRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.RecordJson;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What programs sign in with: each acts for an agent, with those of his rights that it was given, until it expires or is revoked. The
 * database knows only a hash.
 */
public final class ApiTokens {
    public static final String PREFIX = "ahoy_";
    private static final int NAME_MAX = 200;
    private static final Duration USE_NOTED = Duration.ofMinutes(1);

    private final Db db;

    public ApiTokens(Db db) {
        this.db = db;
    }

    /** @param usedAt to the minute */
    public record Token(
            UUID id,
            String name,
            UUID agent,
            Set<String> scopes,
            Instant madeAt,
            Optional<Instant> expiresAt,
            Optional<Instant> usedAt) {
        public Token {
            scopes = new TreeSet<>(scopes);
        }
    }

    /** @param secret told this once */
    public record Made(Token token, String secret) {
        /** Without the secret, so that logging it is harmless. */
        @Override
        public String toString() {
            return "Made " + token;
        }
    }

    /** @param scopes rights, as {@code customer.read} */
    public Made make(String name, Set<String> scopes, Optional<Instant> expiresAt, Actor actor) {
        if (name.isBlank() || name.length() > NAME_MAX) {
            throw new Refusal.Invalid("name", "A name has 1 to " + NAME_MAX + " characters.");
        }
        if (scopes.isEmpty()) {
            throw new Refusal.Invalid("scopes", "Name at least one right, as customer.read.");
        }
        scopes.forEach(ApiTokens::right);
        if (expiresAt.filter(at -> !at.isAfter(actor.now())).isPresent()) {
            throw new Refusal.Invalid("expiresAt", "Must lie in the future.");
        }
        String secret = PREFIX + Secrets.next();
        UUID id = UuidV7.next(actor.now());
        Token token = new Token(id, name, actor.agent(), scopes, actor.now(), expiresAt, Optional.empty());
        db.run(session -> {
            session.getMapper(TokenMapper.class)
                    .insert(
                            id,
                            Secrets.sha256(secret),
                            name,
                            actor.agent(),
                            RecordJson.write(token.scopes()),
                            actor.now(),
                            expiresAt);
            Audit.created(session, actor, Subject.TOKEN, id, token);
        });
        return new Made(token, secret);
    }

    /** Those that are not revoked. */
    public List<Token> all() {
        return db.call(session -> session.getMapper(TokenMapper.class).all().stream()
                .map(ApiTokens::token)
                .toList());
    }

    public void revoke(UUID id, Actor actor) {
        db.run(session -> {
            if (session.getMapper(TokenMapper.class).revoke(id, actor.now()) == 0) {
                throw new Refusal.Unknown("There is no such token.");
            }
            Audit.did(session, actor, "DELETED", Subject.TOKEN, id);
        });
    }

    /** The token with this secret, if it holds. */
    public Optional<Token> find(String secret, Instant now) {
        return db.call(session -> {
            TokenMapper tokens = session.getMapper(TokenMapper.class);
            Optional<TokenRow> found = tokens.find(Secrets.sha256(secret), now);
            found.filter(row -> row.usedAt()
                            .filter(at -> at.isAfter(now.minus(USE_NOTED)))
                            .isEmpty())
                    .ifPresent(row -> tokens.used(row.id(), now));
            return found.map(ApiTokens::token);
        });
    }

    public static Set<Right> rights(Token token) {
        return token.scopes().stream().map(Right::parse).collect(Collectors.toUnmodifiableSet());
    }

    private static void right(String scope) {
        try {
            Right.parse(scope);
        } catch (IllegalArgumentException e) {
            throw new Refusal.Invalid("scopes", "There is no right " + scope + "; they are written customer.read.");
        }
    }

    private static Token token(TokenRow row) {
        return new Token(
                row.id(),
                row.name(),
                row.agent(),
                Stream.of(RecordJson.read(row.scopes(), String[].class)).collect(Collectors.toSet()),
                row.madeAt(),
                row.expiresAt(),
                row.usedAt());
    }
}
