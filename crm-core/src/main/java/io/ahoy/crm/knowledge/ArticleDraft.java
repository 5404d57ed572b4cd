package io.ahoy.crm.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an editor wants an article to be: all of it, so a language that is not named is taken away. */
public record ArticleDraft(
        UUID category,
        Audience audience,
        UUID owner,
        Optional<Instant> reviewAt,
        Optional<Instant> expiresAt,
        List<Text> texts) {
    public ArticleDraft {
        texts = List.copyOf(texts);
    }

    /**
     * @param language BCP 47
     * @param body Markdown, see {@link ArticleBody}
     */
    public record Text(String language, String title, String summary, String body) {
        boolean says(ArticleText text) {
            return title.equals(text.title()) && summary.equals(text.summary()) && body.equals(text.body());
        }
    }
}
