package io.ahoy.crm.knowledge;

import java.util.Optional;
import java.util.UUID;

/**
 * What somebody did with an article.
 *
 * @param agent absent: a customer
 * @param interaction beside which it was
 * @param queue of that interaction
 */
public record ArticleUse(
        UUID article, Optional<UUID> agent, Optional<UUID> interaction, Optional<String> queue, Kind kind) {
    public enum Kind {
        OPENED,
        /** Put into an answer. */
        INSERTED,
        /** Its link was copied. */
        LINKED,
        HELPFUL,
        NOT_HELPFUL
    }
}
