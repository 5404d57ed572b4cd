package io.ahoy.crm.team;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who changed what, and when.
 *
 * @param revision the version of the entity since then
 * @param by id of the agent
 * @param before JSON; absent when it was created
 * @param after JSON; absent when it was deleted
 */
public record ConfigurationChange(
        long revision,
        Instant at,
        UUID by,
        String byName,
        String kind,
        String id,
        Action action,
        Optional<String> before,
        Optional<String> after) {

    public enum Action {
        CREATED,
        CHANGED,
        DELETED
    }

    /**
     * Newest first.
     *
     * @param next the {@code before} of the page that follows
     */
    public record Page(List<ConfigurationChange> items, Optional<Long> next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
