package io.ahoy.crm.customer;

import java.util.Optional;
import java.util.UUID;

/**
 * Which organisations a list shows; what is absent does not matter.
 *
 * @param parent those that are parts of it
 */
public record OrganisationFilter(
        Optional<String> segment,
        Optional<UUID> parent,
        Optional<UUID> owner,
        Optional<String> language,
        Optional<String> tag) {
    public static final OrganisationFilter ALL = new OrganisationFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
