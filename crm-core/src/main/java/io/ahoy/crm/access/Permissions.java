package io.ahoy.crm.access;

import static io.ahoy.crm.access.Action.CHANGE;
import static io.ahoy.crm.access.Action.CREATE;
import static io.ahoy.crm.access.Action.DELETE;
import static io.ahoy.crm.access.Action.ERASE;
import static io.ahoy.crm.access.Action.EXPORT;
import static io.ahoy.crm.access.Action.READ;

import io.ahoy.crm.team.Role;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of permissions: role × kind of record × action → on whose records. The one place that says so, for the web API and the live
 * feed alike; docs/permissions.md shows it, and a test holds the two together.
 */
public final class Permissions {
    private static final Map<Role, Map<Right, Scope>> TABLE = new EnumMap<>(Role.class);

    static {
        agent(Role.AGENT, Scope.TEAM);
        agent(Role.TEAM_LEAD, Scope.TEAM);
        allow(Role.TEAM_LEAD, Subject.BOARD, Scope.ALL, READ);
        allow(Role.TEAM_LEAD, Subject.NOTE, Scope.ALL, CHANGE, DELETE);
        for (Role role : new Role[] {Role.SUPERVISOR, Role.ADMINISTRATOR}) {
            agent(role, Scope.ALL);
            allow(role, Subject.CUSTOMER, Scope.ALL, DELETE, EXPORT);
            allow(role, Subject.ORGANISATION, Scope.ALL, DELETE);
            allow(role, Subject.NOTE, Scope.ALL, CHANGE, DELETE);
            allow(role, Subject.CASE, Scope.ALL, DELETE);
            allow(role, Subject.ARTICLE, Scope.ALL, CREATE, CHANGE, DELETE);
            allow(role, Subject.PRODUCT, Scope.ALL, CREATE, CHANGE, DELETE);
            allow(role, Subject.ORDER, Scope.ALL, CREATE, CHANGE, DELETE);
            allow(role, Subject.HISTORY, Scope.ALL, READ);
            allow(role, Subject.BOARD, Scope.ALL, READ, CHANGE);
            allow(role, Subject.REPORT, Scope.ALL, READ);
            allow(role, Subject.CONFIGURATION, Scope.ALL, READ, CREATE, CHANGE, DELETE);
        }
        allow(Role.ADMINISTRATOR, Subject.CUSTOMER, Scope.ALL, ERASE);
        allow(Role.ADMINISTRATOR, Subject.TOKEN, Scope.ALL, READ, CREATE, DELETE);
        allow(Role.ADMINISTRATOR, Subject.AUDIT, Scope.ALL, READ);
        for (Subject subject : Subject.values()) {
            allow(Role.AUDITOR, subject, Scope.ALL, READ);
        }
    }

    private Permissions() {}

    public static Scope of(Role role, Right right) {
        return TABLE.getOrDefault(role, Map.of()).getOrDefault(right, Scope.NONE);
    }

    /** The rights that a role has on some records at least, as {@code customer.read}. */
    public static List<String> of(Role role) {
        return TABLE.getOrDefault(role, Map.of()).keySet().stream()
                .map(Right::toString)
                .sorted()
                .toList();
    }

    public static Scope of(Role role, Subject subject, Action action) {
        return of(role, new Right(subject, action));
    }

    /** Whoever serves customers must be able to serve all of them; cases have teams. */
    private static void agent(Role role, Scope cases) {
        allow(role, Subject.CUSTOMER, Scope.ALL, READ, CREATE, CHANGE);
        allow(role, Subject.ORGANISATION, Scope.ALL, READ, CREATE, CHANGE);
        allow(role, Subject.NOTE, Scope.ALL, READ, CREATE);
        allow(role, Subject.NOTE, Scope.OWN, CHANGE, DELETE);
        allow(role, Subject.HISTORY, Scope.ALL, READ, CHANGE);
        allow(role, Subject.CASE, cases, READ, CHANGE);
        allow(role, Subject.CASE, Scope.ALL, CREATE);
        allow(role, Subject.ARTICLE, Scope.ALL, READ);
        allow(role, Subject.PRODUCT, Scope.ALL, READ);
        allow(role, Subject.ORDER, Scope.ALL, READ);
    }

    private static void allow(Role role, Subject subject, Scope scope, Action... actions) {
        Map<Right, Scope> rights = TABLE.computeIfAbsent(role, ignored -> new HashMap<>());
        for (Action action : actions) {
            rights.merge(new Right(subject, action), scope, (one, other) -> one.covers(other) ? one : other);
        }
    }
}
