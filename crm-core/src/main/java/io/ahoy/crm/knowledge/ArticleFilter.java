package io.ahoy.crm.knowledge;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which articles are wanted.
 *
 * @param categories empty: all
 * @param language with a text in it, whatever its region and script; empty: any
 * @param audience empty: both
 */
public record ArticleFilter(Set<UUID> categories, Optional<String> language, Optional<Audience> audience) {
    public static final ArticleFilter NONE = new ArticleFilter(Set.of(), Optional.empty(), Optional.empty());

    public ArticleFilter {
        categories = Set.copyOf(categories);
    }
}
