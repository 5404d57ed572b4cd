package io.ahoy.desktop.web.article;

import io.ahoy.crm.customer.Named;
import io.ahoy.crm.knowledge.Article;
import io.ahoy.crm.knowledge.ArticleBody;
import io.ahoy.crm.knowledge.ArticleCategories;
import io.ahoy.crm.knowledge.ArticleFile;
import io.ahoy.crm.knowledge.ArticleFilter;
import io.ahoy.crm.knowledge.ArticleText;
import io.ahoy.crm.knowledge.Audience;
import io.ahoy.desktop.web.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One article as docs/api.md shows it: its source for who edits it, and the harmless HTML made of it for who reads. */
record ArticleView(
        UUID id,
        UUID category,
        Audience audience,
        Named owner,
        Instant createdAt,
        Instant changedAt,
        long version,
        Optional<Instant> reviewAt,
        Optional<Instant> expiresAt,
        List<TextView> texts,
        List<FileView> files) {

    record TextView(
            String language,
            String title,
            String summary,
            Optional<String> body,
            Optional<String> html,
            long number,
            Instant at,
            Named by) {}

    /** @param address where the browser gets it */
    record FileView(
            UUID id, String name, String mediaType, long size, boolean picture, String address, Instant at, UUID by) {
        static FileView of(ArticleFile file) {
            return new FileView(
                    file.id(),
                    file.name(),
                    file.mediaType(),
                    file.size(),
                    file.isPicture(),
                    address(file),
                    file.at(),
                    file.by());
        }

        private static String address(ArticleFile file) {
            return "/api/v1/articles/files/" + file.id();
        }
    }

    /** A category stands for all below it. */
    static ArticleFilter filter(Request request, ArticleCategories categories, Optional<String> language) {
        return new ArticleFilter(
                request.queryId("category").map(categories::within).orElse(Set.of()),
                language,
                request.query("audience").map(Audience::valueOf));
    }

    static ArticleView whole(Article article) {
        return of(
                article,
                article.texts().stream()
                        .map(text ->
                                view(text, Optional.of(text.body()), Optional.of(html(text.body(), article.files()))))
                        .toList());
    }

    /** As a list shows it: without the bodies. */
    static ArticleView brief(Article article) {
        return of(
                article,
                article.texts().stream()
                        .map(text -> view(text, Optional.empty(), Optional.empty()))
                        .toList());
    }

    /** An older text: its source only, because its pictures may be gone. */
    static TextView version(ArticleText text) {
        return view(text, Optional.of(text.body()), Optional.empty());
    }

    static String html(String body, List<ArticleFile> files) {
        return ArticleBody.html(
                body,
                id -> files.stream()
                        .filter(file -> file.id().equals(id) && file.isPicture())
                        .map(FileView::address)
                        .findFirst());
    }

    private static TextView view(ArticleText text, Optional<String> body, Optional<String> html) {
        return new TextView(
                text.language(), text.title(), text.summary(), body, html, text.number(), text.at(), text.by());
    }

    private static ArticleView of(Article article, List<TextView> texts) {
        return new ArticleView(
                article.id(),
                article.category(),
                article.audience(),
                article.owner(),
                article.createdAt(),
                article.changedAt(),
                article.version(),
                article.reviewAt(),
                article.expiresAt(),
                texts,
                article.files().stream().map(FileView::of).toList());
    }
}
