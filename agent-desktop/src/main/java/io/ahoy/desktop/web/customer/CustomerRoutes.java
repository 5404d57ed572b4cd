package io.ahoy.desktop.web.customer;

import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.feed.Feed;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;

/** {@code /customers}. */
public final class CustomerRoutes {
    private static final int FOUND_MAX = 20;
    private static final int QUERY_MAX = 200;

    private final Customers customers;
    private final Feed feed;

    public CustomerRoutes(Customers customers, Feed feed) {
        this.customers = customers;
        this.feed = feed;
    }

    public void register(Api api) {
        api.get("/customers", Access.SIGNED_IN, this::search);
        api.get("/customers/:id", Access.SIGNED_IN, this::get);
        api.put("/customers/:id", Access.SIGNED_IN, this::put);
    }

    private Answer search(Request request) {
        String query = request.query("q").orElse("");
        if (query.length() > QUERY_MAX) {
            throw Problem.unprocessable("q", "At most " + QUERY_MAX + " characters.");
        }
        return Answer.of(customers.search(query, FOUND_MAX));
    }

    private Answer get(Request request) {
        return Answer.of(customers.get(request.id("id")).orElseThrow(CustomerRoutes::unknown));
    }

    private record NameBody(String name) {}

    private Answer put(Request request) {
        String name = request.body(NameBody.class).name().strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > Customers.NAME_MAX) {
            throw Problem.unprocessable("name", "A name has 1 to " + Customers.NAME_MAX + " characters.");
        }
        Customer renamed = customers.rename(request.id("id"), name).orElseThrow(CustomerRoutes::unknown);
        feed.customerChanged();
        return Answer.of(renamed);
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such customer.");
    }
}
