package io.ahoy.desktop.web.article;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.knowledge.ArticleCategories;
import io.ahoy.crm.knowledge.ArticleReports;
import io.ahoy.crm.knowledge.ArticleSearch;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /articles/search}: finding them as one types, and the words that mean the same. */
public final class ArticleSearchRoutes {
    private static final int FOUND = 20;

    private final ArticleSearch search;
    private final ArticleCategories categories;
    private final ArticleReports reports;

    public ArticleSearchRoutes(ArticleSearch search, ArticleCategories categories, ArticleReports reports) {
        this.search = search;
        this.categories = categories;
        this.reports = reports;
    }

    public void register(Api api) {
        Access read = Access.to(Action.READ, Subject.ARTICLE);
        api.get("/articles/search", read, this::find);
        api.post("/articles/searches", read, this::finished);
        api.get("/articles/synonyms", read, request -> Answer.of(new Synonyms(search.synonyms())));
        api.putLarge("/articles/synonyms", Access.to(Action.CHANGE, Subject.ARTICLE), this::putSynonyms);
    }

    private Answer find(Request request) {
        List<String> languages = Stream.concat(
                        request.query("language").stream(),
                        Stream.of(request.caller().agent().language()))
                .distinct()
                .toList();
        ArticleSearch.Asked asked = new ArticleSearch.Asked(
                request.query("q").orElse(""),
                languages,
                ArticleView.filter(request, categories, request.query("in")),
                request.queryNumber("limit", FOUND, ArticleSearch.LIMIT_MAX));
        return Answer.of(Listing.whole(search.search(asked, request.now())));
    }

    private record Finished(String q, Optional<String> language, int hits) {}

    private Answer finished(Request request) {
        Finished told = request.body(Finished.class);
        reports.searched(
                told.q(),
                told.language(),
                told.hits(),
                Optional.of(request.caller().agent().id()),
                request.now());
        return Answer.NOTHING;
    }

    private record Synonyms(List<List<String>> lists) {}

    private Answer putSynonyms(Request request) {
        Synonyms wanted = request.body(Synonyms.class);
        try {
            search.replaceSynonyms(wanted.lists(), request.now());
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("lists", String.valueOf(e.getMessage()));
        }
        return Answer.of(new Synonyms(search.synonyms()));
    }
}
