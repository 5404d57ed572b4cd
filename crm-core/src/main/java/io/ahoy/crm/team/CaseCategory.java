package io.ahoy.crm.team;

import java.util.Optional;

/**
 * What a case is about; categories form trees.
 *
 * @param parent the wider one that it belongs to
 */
public record CaseCategory(String id, Titles title, Optional<String> parent) implements Configured {
    @Override
    public Kind kind() {
        return Kind.CASE_CATEGORIES;
    }

    @Override
    public String key() {
        return id;
    }
}
