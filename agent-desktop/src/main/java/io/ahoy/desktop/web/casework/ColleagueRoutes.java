package io.ahoy.desktop.web.casework;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Permissions;
import io.ahoy.crm.access.Scope;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.team.Role;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Request;
import java.util.List;
import java.util.stream.Stream;

/** {@code /agents}: those to whom a case can be given. Whoever may not change cases could do nothing with one. */
public final class ColleagueRoutes {
    private static final List<Role> WORKING = Stream.of(Role.values())
            .filter(role -> Permissions.of(role, Subject.CASE, Action.CHANGE) != Scope.NONE)
            .toList();

    private final Team team;

    public ColleagueRoutes(Team team) {
        this.team = team;
    }

    public void register(Api api) {
        api.get("/agents", Access.to(Action.READ, Subject.CASE), this::list);
    }

    private Answer list(Request request) {
        return Answer.of(Listing.of(
                request,
                limit -> team.colleagues(
                        WORKING, request.query("q"), request.query("team"), request.queryId("after"), limit),
                one -> one.id().toString()));
    }
}
