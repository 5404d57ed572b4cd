package io.ahoy.crm.casework;

import java.util.List;
import java.util.UUID;

/**
 * What a case was before it went on in another one.
 *
 * @param from the case that ended
 * @param into that it went on in
 * @param progress JSON: how far it had come
 * @param ties with other cases
 */
public record MergedCase(
        UUID from, UUID into, String progress, List<UUID> interactions, List<UUID> notes, List<Tie> ties) {
    public MergedCase {
        interactions = List.copyOf(interactions);
        notes = List.copyOf(notes);
        ties = List.copyOf(ties);
    }

    /** @param moved the other case has it since, and had it not before */
    public record Tie(UUID from, UUID to, String kind, boolean moved) {}
}
