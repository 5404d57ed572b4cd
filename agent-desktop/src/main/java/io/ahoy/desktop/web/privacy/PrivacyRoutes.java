package io.ahoy.desktop.web.privacy;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.privacy.Erasure;
import io.ahoy.crm.privacy.Export;
import io.ahoy.crm.privacy.Retention;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.feed.Feed;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Download;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@code /customers/{id}/export}, {@code /customers/{id}/erase} and {@code /privacy/retention}. */
public final class PrivacyRoutes {
    private static final int REPORTS = 50;

    private final Export export;
    private final Erasure erasure;
    private final Retention retention;
    private final Consumer<Instant> sweep;
    private final Feed feed;

    /** @param sweep removes from the disk what was forgotten in the database, and stored before then */
    public PrivacyRoutes(Export export, Erasure erasure, Retention retention, Consumer<Instant> sweep, Feed feed) {
        this.export = export;
        this.erasure = erasure;
        this.retention = retention;
        this.sweep = sweep;
        this.feed = feed;
    }

    public void register(Api api) {
        // Who may erase one person may say when all are forgotten.
        Access erase = Access.to(Action.ERASE, Subject.CUSTOMER);
        api.get("/customers/:id/export", Access.to(Action.EXPORT, Subject.CUSTOMER), this::export);
        api.post("/customers/:id/erase", erase, this::erase);
        api.get("/privacy/retention", Access.to(Action.READ, Subject.CONFIGURATION), request -> Answer.of(view()));
        api.put("/privacy/retention", erase, this::change);
        api.post("/privacy/retention/runs", erase, this::run);
    }

    private Answer export(Request request) {
        Customer customer = export.begin(request.id("id"), request.actor())
                .orElseThrow(() -> Problem.notFound("There is no such customer."));
        return Answer.of(new Download(
                "customer-" + customer.id() + ".zip", "application/zip", false, out -> export.write(customer, out)));
    }

    private Answer erase(Request request) {
        Erasure.Erased erased = erasure.erase(request.id("id"), request.ifMatch(), request.actor());
        sweep.accept(request.now());
        feed.customerChanged();
        return Answer.of(erased);
    }

    private record RetentionView(Map<Retention.Kind, Integer> periods, List<Retention.Report> reports) {}

    private record Periods(Map<Retention.Kind, Integer> periods) {}

    private RetentionView view() {
        return new RetentionView(retention.periods(), retention.reports(REPORTS));
    }

    private Answer change(Request request) {
        retention.change(request.body(Periods.class).periods(), request.actor());
        return Answer.of(view());
    }

    private record Wanted(boolean dryRun) {}

    private Answer run(Request request) {
        Retention.Report report = retention.run(request.body(Wanted.class).dryRun(), request.now());
        sweep.accept(request.now());
        return Answer.of(report);
    }
}
