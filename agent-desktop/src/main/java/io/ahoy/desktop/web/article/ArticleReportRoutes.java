package io.ahoy.desktop.web.article;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.knowledge.ArticleReports;
import io.ahoy.crm.knowledge.ArticleUse;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code /articles/{id}/uses} and {@code /articles/reports}: what becomes of the articles. */
public final class ArticleReportRoutes {
    private static final int DAYS = 30;
    private static final int DAYS_MAX = 366;
    private static final int LIMIT = 50;
    private static final int LIMIT_MAX = 200;

    private final ArticleReports reports;
    private final History history;

    public ArticleReportRoutes(ArticleReports reports, History history) {
        this.reports = reports;
        this.history = history;
    }

    public void register(Api api) {
        // Reports are for those who tend the articles.
        Access tend = Access.to(Action.CHANGE, Subject.ARTICLE);
        api.post("/articles/:id/uses", Access.to(Action.READ, Subject.ARTICLE), this::used);
        api.get(
                "/articles/reports/fruitless",
                tend,
                request -> Answer.of(Listing.whole(reports.fruitless(since(request), limit(request)))));
        api.get("/articles/reports/used", tend, this::mostUsed);
        api.get(
                "/articles/reports/review",
                tend,
                request -> Answer.of(Listing.whole(reports.dueForReview(request.now(), limit(request)).stream()
                        .map(ArticleView::brief)
                        .toList())));
    }

    /** @param titles by language */
    private record UsedView(
            Map<String, String> titles, @JsonUnwrapped ArticleReports.Used used) {}

    private Answer mostUsed(Request request) {
        List<ArticleReports.Used> used = reports.used(since(request), limit(request));
        Map<UUID, Map<String, String>> titles =
                reports.titles(used.stream().map(ArticleReports.Used::article).toList());
        return Answer.of(Listing.whole(used.stream()
                .map(one -> new UsedView(titles.getOrDefault(one.article(), Map.of()), one))
                .toList()));
    }

    private record Use(ArticleUse.Kind kind, Optional<UUID> interaction) {}

    private Answer used(Request request) {
        Use told = request.body(Use.class);
        Optional<Contact> contact = told.interaction()
                .map(id -> history.contact(id)
                        .orElseThrow(() -> Problem.unprocessable("interaction", "There is no such interaction.")));
        Optional<String> queue = contact.map(Contact::segments)
                .filter(segments -> !segments.isEmpty())
                .map(List::getLast)
                .map(Contact.Segment::queue);
        ArticleUse use = new ArticleUse(
                request.id("id"), Optional.of(request.caller().agent().id()), told.interaction(), queue, told.kind());
        if (!reports.used(use, request.now())) {
            throw ArticleRoutes.unknown();
        }
        return Answer.NOTHING;
    }

    private static Instant since(Request request) {
        return request.now().minus(Duration.ofDays(request.queryNumber("days", DAYS, DAYS_MAX)));
    }

    private static int limit(Request request) {
        return request.queryNumber("limit", LIMIT, LIMIT_MAX);
    }
}
