package io.ahoy.crm.team;

import java.util.List;
import java.util.UUID;

/**
 * Someone to whom work can be given: no more of him than that takes.
 *
 * @param teams ids, sorted
 * @param language BCP 47, of his desktop
 */
public record Colleague(UUID id, String name, List<String> teams, String language) {
    public Colleague {
        teams = List.copyOf(teams);
    }
}
