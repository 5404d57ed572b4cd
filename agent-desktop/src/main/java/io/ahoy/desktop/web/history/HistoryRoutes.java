package io.ahoy.desktop.web.history;

import io.ahoy.crm.history.History;
import io.ahoy.crm.history.Page;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Request;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /history}: a customer's contacts, or the agent's own. */
public final class HistoryRoutes {
    private static final int LIMIT = 20;
    private static final int LIMIT_MAX = 100;

    private final History history;

    public HistoryRoutes(History history) {
        this.history = history;
    }

    public void register(Api api) {
        api.get("/history", Access.SIGNED_IN, this::page);
    }

    private record PageView(List<ContactView> items, Optional<String> next) {}

    private Answer page(Request request) {
        Optional<UUID> customer = request.queryId("customer");
        Optional<UUID> agent = customer.isPresent()
                ? Optional.empty()
                : Optional.of(request.caller().agent().id());
        int limit = request.queryNumber("limit", LIMIT, LIMIT_MAX);
        Page page = history.page(customer, agent, request.query("before"), limit);
        return Answer.of(new PageView(page.items().stream().map(ContactView::of).toList(), page.next()));
    }
}
