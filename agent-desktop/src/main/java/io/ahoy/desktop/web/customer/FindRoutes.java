package io.ahoy.desktop.web.customer;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Scope;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.Finder;
import io.ahoy.crm.customer.Organisation;
import io.ahoy.crm.customer.Organisations;
import io.ahoy.crm.order.Order;
import io.ahoy.crm.order.Orders;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Request;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code /find}: anything, while somebody types; so many of each kind at most. */
public final class FindRoutes {
    private static final int FOUND_MAX = 20;

    private final Finder finder;
    private final Customers customers;
    private final Organisations organisations;
    private final Cases cases;
    private final Orders orders;
    private final Audit audit;

    public FindRoutes(
            Finder finder, Customers customers, Organisations organisations, Cases cases, Orders orders, Audit audit) {
        this.finder = finder;
        this.customers = customers;
        this.organisations = organisations;
        this.cases = cases;
        this.orders = orders;
        this.audit = audit;
    }

    private record Found(
            List<Customer> customers, List<Organisation> organisations, List<Case> cases, List<Order> orders) {
        Stream<UUID> tellsOf() {
            return Stream.of(
                            customers.stream().map(Customer::id),
                            organisations.stream().map(Organisation::id),
                            cases.stream().flatMap(Case::tellsOf),
                            orders.stream().flatMap(Order::tellsOf))
                    .flatMap(ids -> ids);
        }
    }

    public void register(Api api) {
        api.get("/find", Access.to(Action.READ, Subject.CUSTOMER), this::find);
    }

    private Answer find(Request request) {
        String query = request.query("q").orElse("");
        Found found = new Found(
                customers.all(finder.find(query, Subject.CUSTOMER, FOUND_MAX)),
                sees(request, Subject.ORGANISATION)
                        ? organisations.all(finder.find(query, Subject.ORGANISATION, FOUND_MAX))
                        : List.of(),
                cases.all(finder.find(query, Subject.CASE, FOUND_MAX), request.actor()),
                sees(request, Subject.ORDER) ? orders.all(finder.find(query, Subject.ORDER, FOUND_MAX)) : List.of());
        audit.shown(request.actor(), Subject.CUSTOMER, "/find", found.tellsOf());
        return Answer.of(found);
    }

    private static boolean sees(Request request, Subject subject) {
        return request.caller().scope(subject, Action.READ) != Scope.NONE;
    }
}
