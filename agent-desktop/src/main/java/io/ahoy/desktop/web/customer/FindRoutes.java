package io.ahoy.desktop.web.customer;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Scope;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.Finder;
import io.ahoy.crm.customer.Organisation;
import io.ahoy.crm.customer.Organisations;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Request;
import java.util.List;
import java.util.UUID;

/** {@code /find}: anything, while somebody types. */
public final class FindRoutes {
    private static final int FOUND_MAX = 20;

    private final Finder finder;
    private final Customers customers;
    private final Organisations organisations;

    public FindRoutes(Finder finder, Customers customers, Organisations organisations) {
        this.finder = finder;
        this.customers = customers;
        this.organisations = organisations;
    }

    private record Found(List<Customer> customers, List<Organisation> organisations) {}

    public void register(Api api) {
        api.get("/find", Access.to(Action.READ, Subject.CUSTOMER), this::find);
    }

    private Answer find(Request request) {
        List<Finder.Hit> hits = finder.find(request.query("q").orElse(""), FOUND_MAX);
        boolean seesOrganisations = request.caller().scope(Subject.ORGANISATION, Action.READ) != Scope.NONE;
        return Answer.of(new Found(
                customers.all(of(hits, Subject.CUSTOMER)),
                seesOrganisations ? organisations.all(of(hits, Subject.ORGANISATION)) : List.of()));
    }

    private static List<UUID> of(List<Finder.Hit> hits, Subject subject) {
        return hits.stream()
                .filter(hit -> hit.kind().equals(subject.name()))
                .map(Finder.Hit::id)
                .toList();
    }
}
