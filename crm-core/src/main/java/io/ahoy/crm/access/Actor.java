package io.ahoy.crm.access;

import io.ahoy.crm.team.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who does something, and when.
 *
 * @param teams he is in
 * @param token the program that does it for him, with its own narrower rights
 */
public record Actor(UUID agent, Role role, Set<String> teams, Optional<ActingToken> token, Instant now) {
    public Actor {
        teams = Set.copyOf(teams);
    }

    /** A program in somebody's name. */
    public record ActingToken(UUID id, Set<Right> rights) {
        public ActingToken {
            rights = Set.copyOf(rights);
        }
    }

    public Scope scope(Subject subject, Action action) {
        Right right = new Right(subject, action);
        boolean narrowed = token.filter(one -> !one.rights().contains(right)).isPresent();
        return narrowed ? Scope.NONE : Permissions.of(role, right);
    }

    /**
     * Whether he may do this with a record that somebody, some team, or nobody looks after.
     */
    public boolean may(Subject subject, Action action, Optional<UUID> owner, Optional<String> team) {
        return switch (scope(subject, action)) {
            case ALL -> true;
            case TEAM -> isOwn(owner) || team.map(teams::contains).orElse(owner.isEmpty());
            case OWN -> isOwn(owner);
            case NONE -> false;
        };
    }

    private boolean isOwn(Optional<UUID> owner) {
        return owner.equals(Optional.of(agent));
    }
}
