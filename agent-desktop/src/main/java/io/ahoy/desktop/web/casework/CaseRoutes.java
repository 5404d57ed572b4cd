package io.ahoy.desktop.web.casework;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.CaseDraft;
import io.ahoy.crm.casework.CaseFilter;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.team.CasePriority;
import io.ahoy.crm.team.CaseType.StateKind;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code /cases}. */
public final class CaseRoutes {
    private final Cases cases;
    private final Audit audit;

    public CaseRoutes(Cases cases, Audit audit) {
        this.cases = cases;
        this.audit = audit;
    }

    public void register(Api api) {
        Access read = Access.to(Action.READ, Subject.CASE);
        Access change = Access.to(Action.CHANGE, Subject.CASE);
        api.get("/cases", read, this::list);
        api.post("/cases", Access.to(Action.CREATE, Subject.CASE), this::create);
        api.get("/cases/:id", read, this::get);
        api.put("/cases/:id", change, this::put);
        api.delete("/cases/:id", Access.to(Action.DELETE, Subject.CASE), this::delete);
        api.put("/cases/:id/state", change, this::move);
        api.put("/cases/:id/owner", change, this::assign);
        api.post("/cases/:id/answers", change, this::answered);
    }

    private Answer list(Request request) {
        Listing<Case> page = Listing.of(
                request,
                limit -> cases.page(filter(request), request.queryId("after"), limit, request.actor()),
                one -> one.id().toString());
        audit.shown(
                request.actor(), Subject.CASE, "/cases", page.items().stream().flatMap(Case::tellsOf));
        return Answer.of(page);
    }

    /** What the description does not let through never comes here. */
    private static CaseFilter filter(Request request) {
        Optional<UUID> mine =
                is(request, "mine") ? Optional.of(request.caller().agent().id()) : Optional.empty();
        return new CaseFilter(
                mine.or(() -> request.queryId("owner")),
                is(request, "unassigned"),
                request.query("team"),
                request.query("type"),
                request.query("category"),
                request.query("kinds").map(CaseRoutes::kinds).orElse(List.of()),
                request.query("priority").map(CasePriority::valueOf),
                request.queryId("customer"),
                request.queryId("organisation"),
                dueBefore(request),
                is(request, "dueSoon") ? Optional.of(request.actor().now()) : Optional.empty());
    }

    private static Optional<Instant> dueBefore(Request request) {
        return is(request, "overdue") ? Optional.of(request.actor().now()) : request.queryInstant("dueBefore");
    }

    private static boolean is(Request request, String name) {
        return request.query(name).filter("true"::equals).isPresent();
    }

    private static List<StateKind> kinds(String text) {
        return Stream.of(text.split(",")).map(StateKind::valueOf).toList();
    }

    private Answer create(Request request) {
        Case made = cases.open(request.body(CaseDraft.class), request.actor());
        return Answer.created(made, made.version());
    }

    private Answer get(Request request) {
        Case found = cases.get(request.id("id"), request.actor())
                .orElseThrow(() -> Problem.notFound("There is no such case."));
        audit.read(request.actor(), Subject.CASE, found.id());
        return answer(found);
    }

    private Answer put(Request request) {
        return answer(
                cases.change(request.id("id"), request.ifMatch(), request.body(CaseDraft.class), request.actor()));
    }

    private Answer delete(Request request) {
        cases.delete(request.id("id"), request.ifMatch(), request.actor());
        return Answer.NOTHING;
    }

    private record Move(String state) {}

    private Answer move(Request request) {
        String state = request.body(Move.class).state();
        return answer(cases.move(request.id("id"), request.ifMatch(), state, request.actor()));
    }

    private record Assignment(Optional<UUID> owner) {}

    private Answer assign(Request request) {
        Optional<UUID> owner = request.body(Assignment.class).owner();
        return answer(cases.assign(request.id("id"), request.ifMatch(), owner, request.actor()));
    }

    private Answer answered(Request request) {
        return answer(cases.answered(request.id("id"), request.actor()));
    }

    private static Answer answer(Case one) {
        return Answer.of(one, one.version());
    }
}
