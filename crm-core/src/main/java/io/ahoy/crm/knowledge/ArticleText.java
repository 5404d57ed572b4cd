package io.ahoy.crm.knowledge;

import io.ahoy.crm.customer.Named;
import java.time.Instant;

/**
 * What an article says in one language, as it was typed: data for people, made harmless where it becomes HTML.
 *
 * @param language BCP 47
 * @param body Markdown, see {@link ArticleBody}
 * @param number the version of the article that brought this text
 * @param by the agent who wrote it; without a name when he is gone
 */
public record ArticleText(
        String language, String title, String summary, String body, long number, Instant at, Named by) {}
