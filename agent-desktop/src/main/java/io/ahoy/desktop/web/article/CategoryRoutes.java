package io.ahoy.desktop.web.article;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.knowledge.ArticleCategories;
import io.ahoy.crm.knowledge.ArticleCategory;
import io.ahoy.crm.knowledge.ArticleProblem;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.Titles;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code /articles/categories}: the tree under which articles stand. */
public final class CategoryRoutes {
    private final ArticleCategories categories;
    private final Db db;

    public CategoryRoutes(ArticleCategories categories, Db db) {
        this.categories = categories;
        this.db = db;
    }

    private record Draft(Optional<UUID> parent, int place, Titles title, ArticleCategory.Kind kind) {
        ArticleCategory named(UUID id) {
            return new ArticleCategory(id, parent, place, title, kind);
        }
    }

    public void register(Api api) {
        api.get(
                "/articles/categories",
                Access.to(Action.READ, Subject.ARTICLE),
                request -> Answer.of(Listing.whole(categories.all())));
        api.post("/articles/categories", Access.to(Action.CREATE, Subject.ARTICLE), this::create);
        api.put("/articles/categories/:id", Access.to(Action.CHANGE, Subject.ARTICLE), this::put);
        api.delete("/articles/categories/:id", Access.to(Action.DELETE, Subject.ARTICLE), this::delete);
    }

    private Answer create(Request request) {
        ArticleCategory wanted = request.body(Draft.class).named(UuidV7.next(request.now()));
        return db.together(() -> {
            ArticleCategory made = stored(wanted.id(), categories.put(wanted));
            db.run(session -> Audit.created(session, request.actor(), Subject.ARTICLE, made.id(), made));
            return Answer.created(made);
        });
    }

    private Answer put(Request request) {
        ArticleCategory wanted = request.body(Draft.class).named(request.id("id"));
        return db.together(() -> {
            ArticleCategory before = found(wanted.id());
            ArticleCategory after = stored(wanted.id(), categories.put(wanted));
            db.run(session -> Audit.changed(session, request.actor(), Subject.ARTICLE, after.id(), before, after));
            return Answer.of(after);
        });
    }

    private Answer delete(Request request) {
        return db.together(() -> {
            ArticleCategory before = found(request.id("id"));
            if (categories.delete(before.id()) instanceof ArticleCategories.InUse(int articles, int below)) {
                throw Problem.tooLate(
                        "There are " + articles + " articles and " + below + " categories in it; move them first.");
            }
            db.run(session -> Audit.deleted(session, request.actor(), Subject.ARTICLE, before.id(), before));
            return Answer.NOTHING;
        });
    }

    private ArticleCategory found(UUID id) {
        return categories.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(CategoryRoutes::unknown);
    }

    private static ArticleCategory stored(UUID id, ArticleCategories.Outcome outcome) {
        return switch (outcome) {
            case ArticleCategories.Stored(ArticleCategory category) -> category;
            case ArticleCategories.Refused(List<ArticleProblem> problems) ->
                throw ArticleRoutes.refused("categories", id.toString(), problems);
            case ArticleCategories.InUse ignored -> throw unknown();
            case ArticleCategories.Unknown ignored -> throw unknown();
            case ArticleCategories.Deleted ignored -> throw unknown();
        };
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such category.");
    }
}
