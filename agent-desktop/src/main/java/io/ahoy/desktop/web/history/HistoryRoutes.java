package io.ahoy.desktop.web.history;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.HistoryFilter;
import io.ahoy.crm.history.Page;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.feed.Feed;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code /history}: timelines; and whose an interaction is. */
public final class HistoryRoutes {
    private static final int LIMIT = 20;
    private static final int LIMIT_MAX = 100;

    private final History history;
    private final Customers customers;
    private final Cases cases;
    private final Audit audit;
    private final Feed feed;

    public HistoryRoutes(History history, Customers customers, Cases cases, Audit audit, Feed feed) {
        this.audit = audit;
        this.history = history;
        this.customers = customers;
        this.cases = cases;
        this.feed = feed;
    }

    public void register(Api api) {
        api.get("/history", Access.to(Action.READ, Subject.HISTORY), this::page);
        api.put("/interactions/:id/customer", Access.to(Action.CHANGE, Subject.HISTORY), this::move);
    }

    private record PageView(List<ContactView> items, Optional<String> next) {}

    /** Without anybody named it is the agent's own. */
    private Answer page(Request request) {
        Optional<UUID> customer = request.queryId("customer");
        Optional<UUID> organisation = request.queryId("organisation");
        Optional<UUID> named = request.queryId("agent");
        Optional<UUID> serviceCase = request.queryId("case");
        if (serviceCase.filter(one -> cases.isHidden(one, request.actor())).isPresent()) {
            throw Problem.notFound("There is no such case.");
        }
        boolean own = customer.isEmpty() && organisation.isEmpty() && named.isEmpty() && serviceCase.isEmpty();
        HistoryFilter filter = new HistoryFilter(
                customer,
                organisation,
                own ? Optional.of(request.caller().agent().id()) : named,
                serviceCase,
                request.query("channel"),
                request.queryInstant("from"),
                request.queryInstant("to"),
                Optional.empty());
        int limit = request.queryNumber("limit", LIMIT, LIMIT_MAX);
        Page page = history.page(filter, request.query("before"), limit);
        if (!page.items().isEmpty()) {
            Stream<UUID> asked = Stream.of(customer, organisation, serviceCase).flatMap(Optional::stream);
            Stream<UUID> told = page.items().stream().flatMap(Contact::tellsOf);
            audit.shown(request.actor(), Subject.HISTORY, "/history", Stream.concat(asked, told));
        }
        return Answer.of(new PageView(page.items().stream().map(ContactView::of).toList(), page.next()));
    }

    private record Mover(Optional<UUID> customer) {}

    private Answer move(Request request) {
        Optional<UUID> to = request.body(Mover.class).customer();
        if (to.isPresent() && customers.get(to.get()).isEmpty()) {
            throw Problem.unprocessable("customer", "There is no such customer.");
        }
        return history.move(request.id("id"), to, request.actor())
                .map(moved -> {
                    feed.customerChanged();
                    return Answer.of(ContactView.of(moved));
                })
                .orElseThrow(() -> Problem.notFound("There is no such interaction."));
    }
}
