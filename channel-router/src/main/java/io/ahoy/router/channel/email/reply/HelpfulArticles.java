package io.ahoy.router.channel.email.reply;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Finds what customers may read that answers them. */
@FunctionalInterface
public interface HelpfulArticles {
    HelpfulArticles NONE = (subject, language, now) -> Optional.empty();

    /**
     * The one article that fits; nothing when there are several, for then it is not clear what is asked.
     *
     * @param subject what the customer wrote about
     * @param language BCP 47
     */
    Optional<Article> about(String subject, String language, Instant now);

    /** @param text without marks */
    record Article(UUID id, String title, String text) {}
}
