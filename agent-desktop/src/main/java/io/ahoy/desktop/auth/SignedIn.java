package io.ahoy.desktop.auth;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Scope;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.Role;
import io.ahoy.crm.team.Session;
import io.ahoy.desktop.web.Problem;
import io.ahoy.router.acd.AgentId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The person behind a request.
 *
 * @param browser absent when a program asks in his name
 * @param token of that program
 */
public record SignedIn(Agent agent, Optional<Session> browser, Optional<Actor.ActingToken> token) {
    public SignedIn(Agent agent, Session session) {
        this(agent, Optional.of(session), Optional.empty());
    }

    public AgentId id() {
        return new AgentId(agent.id());
    }

    public Session session() {
        return browser.orElseThrow(
                () -> Problem.forbidden("A program has no session; a person must sign in for this."));
    }

    /** What counts two requests as the same caller's. */
    public UUID callerId() {
        return token.map(Actor.ActingToken::id).orElse(agent.id());
    }

    public Actor actor(Instant now) {
        return new Actor(agent.id(), agent.role(), agent.routing().teams(), token, now);
    }

    public Scope scope(Subject subject, Action action) {
        return actor(Instant.EPOCH).scope(subject, action);
    }

    /** Looks at the board and at everybody's interactions. */
    public boolean seesBoard() {
        return scope(Subject.BOARD, Action.READ) == Scope.ALL;
    }

    /** Has no seat until he says that he is ready. */
    public boolean watches() {
        return agent.role() != Role.AGENT;
    }
}
