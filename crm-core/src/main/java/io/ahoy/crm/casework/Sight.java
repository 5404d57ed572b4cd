package io.ahoy.crm.casework;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Scope;
import io.ahoy.crm.access.Subject;
import java.util.List;
import java.util.UUID;

/**
 * Which cases somebody may read, for lists: what {@link Actor#may} says of one.
 *
 * @param all of them
 * @param shared besides his own those of his teams, and those that nobody looks after
 */
record Sight(boolean all, boolean shared, UUID agent, List<String> teams) {
    static final Sight EVERYTHING = new Sight(true, true, new UUID(0, 0), List.of());

    static Sight of(Actor actor) {
        Scope scope = actor.scope(Subject.CASE, Action.READ);
        return new Sight(
                scope == Scope.ALL,
                scope == Scope.TEAM,
                actor.agent(),
                actor.teams().stream().sorted().toList());
    }

    static boolean isBlind(Actor actor) {
        return actor.scope(Subject.CASE, Action.READ) == Scope.NONE;
    }
}
