package io.ahoy.crm.customer;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/** What people write of an {@link Organisation}. */
public record OrganisationDraft(
        String name,
        Optional<UUID> parent,
        Optional<Address> address,
        Optional<String> language,
        Optional<String> timeZone,
        Optional<String> segment,
        Optional<UUID> owner,
        List<ContactPoint> points,
        SortedSet<String> tags) {
    public OrganisationDraft {
        points = List.copyOf(points);
        tags = Customer.sorted(tags);
    }
}
