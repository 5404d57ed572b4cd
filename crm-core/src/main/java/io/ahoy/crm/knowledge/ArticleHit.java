package io.ahoy.crm.knowledge;

import java.util.List;
import java.util.UUID;

/**
 * An article that a search found, in the language in which it was found best.
 *
 * @param excerpts sentences of summary and body
 * @param score comparable within one search only
 */
public record ArticleHit(
        UUID article,
        String language,
        Audience audience,
        UUID category,
        List<TextRun> title,
        List<List<TextRun>> excerpts,
        double score) {
    public ArticleHit {
        title = List.copyOf(title);
        excerpts = excerpts.stream().map(List::copyOf).toList();
    }
}
