package io.ahoy.desktop.web.customer;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.Organisation;
import io.ahoy.crm.customer.OrganisationDraft;
import io.ahoy.crm.customer.OrganisationFilter;
import io.ahoy.crm.customer.Organisations;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;

/** {@code /organisations}. */
public final class OrganisationRoutes {
    private final Organisations organisations;
    private final PointReader points;
    private final Audit audit;

    public OrganisationRoutes(Organisations organisations, PointReader points, Audit audit) {
        this.organisations = organisations;
        this.points = points;
        this.audit = audit;
    }

    public void register(Api api) {
        Access read = Access.to(Action.READ, Subject.ORGANISATION);
        api.get("/organisations", read, this::list);
        api.post("/organisations", Access.to(Action.CREATE, Subject.ORGANISATION), this::create);
        api.get("/organisations/:id", read, this::get);
        api.put("/organisations/:id", Access.to(Action.CHANGE, Subject.ORGANISATION), this::put);
        api.delete("/organisations/:id", Access.to(Action.DELETE, Subject.ORGANISATION), this::delete);
    }

    private Answer list(Request request) {
        OrganisationFilter filter = new OrganisationFilter(
                request.query("segment"),
                request.queryId("parent"),
                request.queryId("owner"),
                request.query("language"),
                request.query("tag"));
        Listing<Organisation> page = Listing.of(
                request,
                limit -> organisations.page(filter, request.queryId("after"), limit),
                one -> one.id().toString());
        audit.shown(
                request.actor(),
                Subject.ORGANISATION,
                "/organisations",
                page.items().stream().map(Organisation::id));
        return Answer.of(page);
    }

    private Answer create(Request request) {
        Organisation made = organisations.create(draft(request), request.actor());
        return Answer.created(made, made.version());
    }

    private Answer get(Request request) {
        Organisation found = organisations
                .get(request.id("id"))
                .orElseThrow(() -> Problem.notFound("There is no such organisation."));
        audit.read(request.actor(), Subject.ORGANISATION, found.id());
        return Answer.of(found, found.version());
    }

    private Answer put(Request request) {
        Organisation changed =
                organisations.change(request.id("id"), request.ifMatch(), draft(request), request.actor());
        return Answer.of(changed, changed.version());
    }

    private Answer delete(Request request) {
        organisations.delete(request.id("id"), request.ifMatch(), request.actor());
        return Answer.NOTHING;
    }

    private OrganisationDraft draft(Request request) {
        OrganisationDraft given = request.body(OrganisationDraft.class);
        return new OrganisationDraft(
                given.name().strip(),
                given.parent(),
                given.address(),
                given.language(),
                given.timeZone(),
                given.segment(),
                given.owner(),
                points.read(given.points()),
                given.tags());
    }
}
