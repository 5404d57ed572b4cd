package io.ahoy.desktop.web.customer;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.CustomerDraft;
import io.ahoy.crm.customer.CustomerFilter;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.Finder;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.feed.Feed;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import java.util.List;
import java.util.UUID;

/** {@code /customers}. */
public final class CustomerRoutes {
    private static final int FOUND_MAX = 20;

    private final Customers customers;
    private final Finder finder;
    private final PointReader points;
    private final Audit audit;
    private final Feed feed;

    public CustomerRoutes(Customers customers, Finder finder, PointReader points, Audit audit, Feed feed) {
        this.customers = customers;
        this.finder = finder;
        this.points = points;
        this.audit = audit;
        this.feed = feed;
    }

    public void register(Api api) {
        Access read = Access.to(Action.READ, Subject.CUSTOMER);
        api.get("/customers", read, this::list);
        api.post("/customers", Access.to(Action.CREATE, Subject.CUSTOMER), this::create);
        api.get("/customers/:id", read, this::get);
        api.put("/customers/:id", Access.to(Action.CHANGE, Subject.CUSTOMER), this::put);
        api.delete("/customers/:id", Access.to(Action.DELETE, Subject.CUSTOMER), this::delete);
    }

    private Answer list(Request request) {
        if (request.query("q").isPresent()) {
            List<UUID> found = finder.find(request.query("q").get(), Subject.CUSTOMER, FOUND_MAX);
            return shown(request, Listing.whole(customers.all(found)));
        }
        CustomerFilter filter = new CustomerFilter(
                request.query("segment"),
                request.queryId("organisation"),
                request.queryId("owner"),
                request.query("language"),
                request.query("tag"));
        return shown(
                request,
                Listing.of(
                        request,
                        limit -> customers.page(filter, request.queryId("after"), limit),
                        one -> one.id().toString()));
    }

    private Answer shown(Request request, Listing<Customer> page) {
        audit.shown(
                request.actor(),
                Subject.CUSTOMER,
                "/customers",
                page.items().stream().map(Customer::id));
        return Answer.of(page);
    }

    private Answer create(Request request) {
        Customer made = customers.create(draft(request), request.actor());
        return Answer.created(made, made.version());
    }

    private Answer get(Request request) {
        Customer found =
                customers.get(request.id("id")).orElseThrow(() -> Problem.notFound("There is no such customer."));
        audit.read(request.actor(), Subject.CUSTOMER, found.id());
        return Answer.of(found, found.version());
    }

    private Answer put(Request request) {
        Customer changed = customers.change(request.id("id"), request.ifMatch(), draft(request), request.actor());
        feed.customerChanged();
        return Answer.of(changed, changed.version());
    }

    private Answer delete(Request request) {
        customers.delete(request.id("id"), request.ifMatch(), request.actor());
        return Answer.NOTHING;
    }

    private CustomerDraft draft(Request request) {
        CustomerDraft given = request.body(CustomerDraft.class);
        return new CustomerDraft(
                given.name().strip(),
                given.givenName(),
                given.familyName(),
                given.reading(),
                given.address(),
                given.language(),
                given.timeZone(),
                given.segment(),
                given.organisation(),
                given.owner(),
                points.read(given.points()),
                given.tags(),
                given.consents(),
                given.neverOffered());
    }
}
