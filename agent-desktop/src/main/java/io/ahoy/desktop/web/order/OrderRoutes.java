package io.ahoy.desktop.web.order;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.order.Order;
import io.ahoy.crm.order.OrderDraft;
import io.ahoy.crm.order.Orders;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;

/** {@code /orders}. */
public final class OrderRoutes {
    private final Orders orders;
    private final Audit audit;

    public OrderRoutes(Orders orders, Audit audit) {
        this.audit = audit;
        this.orders = orders;
    }

    public void register(Api api) {
        Access read = Access.to(Action.READ, Subject.ORDER);
        api.get("/orders", read, this::list);
        api.get("/orders/:number", read, this::get);
        api.put("/orders/:number", Access.to(Action.CHANGE, Subject.ORDER), this::put);
        api.delete("/orders/:number", Access.to(Action.DELETE, Subject.ORDER), this::delete);
    }

    private Answer list(Request request) {
        Listing<Order> page = Listing.of(
                request,
                limit -> orders.page(request.queryId("customer"), request.queryId("after"), limit),
                one -> one.id().toString());
        audit.shown(
                request.actor(), Subject.ORDER, "/orders", page.items().stream().flatMap(Order::tellsOf));
        return Answer.of(page);
    }

    private Answer get(Request request) {
        Order found = orders.get(request.path("number")).orElseThrow(() -> Problem.notFound("There is no such order."));
        audit.shown(request.actor(), Subject.ORDER, "/orders", found.tellsOf());
        return Answer.of(found, found.version());
    }

    private Answer put(Request request) {
        Order written = orders.put(request.path("number"), request.body(OrderDraft.class), request.actor());
        return Answer.of(written, written.version());
    }

    private Answer delete(Request request) {
        orders.delete(request.path("number"), request.actor());
        return Answer.NOTHING;
    }
}
