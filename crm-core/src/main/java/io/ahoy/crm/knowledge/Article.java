package io.ahoy.crm.knowledge;

import io.ahoy.crm.customer.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An article as it is now.
 *
 * @param owner the agent who answers for it; without a name when he is gone
 * @param version counts every change; who changes it names the one that was read
 * @param reviewAt somebody is to read it again then
 * @param expiresAt found by nobody from then on
 * @param texts one a language, by language
 */
public record Article(
        UUID id,
        UUID category,
        Audience audience,
        Named owner,
        Instant createdAt,
        Instant changedAt,
        long version,
        Optional<Instant> reviewAt,
        Optional<Instant> expiresAt,
        List<ArticleText> texts,
        List<ArticleFile> files) {
    public Article {
        texts = List.copyOf(texts);
        files = List.copyOf(files);
    }

    public Optional<ArticleText> text(String language) {
        return texts.stream().filter(text -> text.language().equals(language)).findFirst();
    }
}
