package io.ahoy.crm.knowledge;

import io.ahoy.crm.team.Titles;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in the tree under which articles stand.
 *
 * @param place order among those of the same parent
 */
public record ArticleCategory(UUID id, Optional<UUID> parent, int place, Titles title, Kind kind) {
    /** What its articles are for. */
    public enum Kind {
        MARKETING,
        SERVICE,
        PRODUCT
    }
}
