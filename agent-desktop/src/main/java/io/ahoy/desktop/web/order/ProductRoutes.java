package io.ahoy.desktop.web.order;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.order.Product;
import io.ahoy.crm.order.ProductDraft;
import io.ahoy.crm.order.Products;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;

/** {@code /products}. */
public final class ProductRoutes {
    private final Products products;

    public ProductRoutes(Products products) {
        this.products = products;
    }

    public void register(Api api) {
        Access read = Access.to(Action.READ, Subject.PRODUCT);
        api.get("/products", read, this::list);
        api.get("/products/:number", read, this::get);
        api.put("/products/:number", Access.to(Action.CHANGE, Subject.PRODUCT), this::put);
        api.delete("/products/:number", Access.to(Action.DELETE, Subject.PRODUCT), this::delete);
    }

    private Answer list(Request request) {
        return Answer.of(Listing.of(request, limit -> products.page(request.query("after"), limit), Product::number));
    }

    private Answer get(Request request) {
        Product found =
                products.get(request.path("number")).orElseThrow(() -> Problem.notFound("There is no such product."));
        return Answer.of(found, found.version());
    }

    private Answer put(Request request) {
        Product written = products.put(request.path("number"), request.body(ProductDraft.class), request.actor());
        return Answer.of(written, written.version());
    }

    private Answer delete(Request request) {
        products.delete(request.path("number"), request.actor());
        return Answer.NOTHING;
    }
}
