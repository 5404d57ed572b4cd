package io.ahoy.desktop.web.article;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.knowledge.Article;
import io.ahoy.crm.knowledge.ArticleCategories;
import io.ahoy.crm.knowledge.ArticleDraft;
import io.ahoy.crm.knowledge.ArticleFile;
import io.ahoy.crm.knowledge.ArticleProblem;
import io.ahoy.crm.knowledge.ArticleState;
import io.ahoy.crm.knowledge.Articles;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /articles}: reading, writing, earlier versions, and how what is typed will look. */
public final class ArticleRoutes {
    private final Articles articles;
    private final ArticleCategories categories;
    private final Team team;
    private final Db db;

    public ArticleRoutes(Articles articles, ArticleCategories categories, Team team, Db db) {
        this.articles = articles;
        this.categories = categories;
        this.team = team;
        this.db = db;
    }

    public void register(Api api) {
        Access read = Access.to(Action.READ, Subject.ARTICLE);
        Access change = Access.to(Action.CHANGE, Subject.ARTICLE);
        api.get("/articles", read, this::list);
        api.postLarge("/articles", Access.to(Action.CREATE, Subject.ARTICLE), this::create);
        api.postLarge("/articles/preview", change, this::preview);
        api.get("/articles/:id", read, this::get);
        api.putLarge("/articles/:id", change, this::put);
        api.delete("/articles/:id", Access.to(Action.DELETE, Subject.ARTICLE), this::delete);
        api.get("/articles/:id/versions", read, this::versions);
    }

    private Answer list(Request request) {
        Listing<Article> found = Listing.of(
                request,
                limit -> articles.page(
                        ArticleView.filter(request, categories, request.query("language")),
                        request.query("state").map(ArticleState::valueOf),
                        request.now(),
                        request.queryId("after"),
                        limit),
                one -> one.id().toString());
        return Answer.of(
                new Listing<>(found.items().stream().map(ArticleView::brief).toList(), found.next()));
    }

    private Answer create(Request request) {
        ArticleDraft draft = draft(request);
        Article made = db.together(() -> {
            Article article =
                    stored(articles.create(draft, request.caller().agent().id(), request.now()));
            db.run(session -> Audit.created(session, request.actor(), Subject.ARTICLE, article.id(), article));
            return article;
        });
        return Answer.created(ArticleView.whole(made), made.version());
    }

    private record Typed(String body, Optional<UUID> article) {}

    private record Shown(String html) {}

    private Answer preview(Request request) {
        Typed typed = request.body(Typed.class);
        List<ArticleFile> files =
                typed.article().flatMap(articles::get).map(Article::files).orElse(List.of());
        return Answer.of(new Shown(ArticleView.html(typed.body(), files)));
    }

    private Answer get(Request request) {
        Article found = found(request);
        return Answer.of(ArticleView.whole(found), found.version());
    }

    private Answer put(Request request) {
        long version = request.ifMatch();
        ArticleDraft draft = draft(request);
        Article changed = db.together(() -> {
            Article before = found(request);
            Article after = stored(articles.change(
                    before.id(), version, draft, request.caller().agent().id(), request.now()));
            db.run(session -> Audit.changed(session, request.actor(), Subject.ARTICLE, before.id(), before, after));
            return after;
        });
        return Answer.of(ArticleView.whole(changed), changed.version());
    }

    private Answer delete(Request request) {
        long version = request.ifMatch();
        return db.together(() -> {
            Article before = found(request);
            if (!(articles.delete(before.id(), version, request.now()) instanceof Articles.Deleted)) {
                throw new Refusal.Stale(ArticleView.whole(before));
            }
            db.run(session -> Audit.deleted(session, request.actor(), Subject.ARTICLE, before.id(), before));
            return Answer.NOTHING;
        });
    }

    private Answer versions(Request request) {
        UUID id = found(request).id();
        String language = request.query("language")
                .orElseThrow(() -> Problem.unprocessable("language", "Name the language, as en or zh."));
        return Answer.of(Listing.whole(articles.versions(id, language).stream()
                .map(ArticleView::version)
                .toList()));
    }

    private Article found(Request request) {
        return articles.get(request.id("id")).orElseThrow(ArticleRoutes::unknown);
    }

    private ArticleDraft draft(Request request) {
        ArticleDraft draft = request.body(ArticleDraft.class);
        if (team.agent(draft.owner()).isEmpty()) {
            throw Problem.unprocessable("owner", "There is no such agent.");
        }
        return draft;
    }

    private static Article stored(Articles.Outcome outcome) {
        return switch (outcome) {
            case Articles.Stored(Article article) -> article;
            case Articles.Stale(Article present) -> throw new Refusal.Stale(ArticleView.whole(present));
            case Articles.Refused(List<ArticleProblem> problems) -> throw refused("articles", "", problems);
            case Articles.Unknown ignored -> throw unknown();
            case Articles.Deleted ignored -> throw unknown();
        };
    }

    static Problem refused(String kind, String id, List<ArticleProblem> problems) {
        return Problem.wrong(problems.stream()
                .map(one -> new Problem.Wrong(kind, id, one.field(), one.message(), false))
                .toList());
    }

    static Problem unknown() {
        return Problem.notFound("There is no such article.");
    }
}
