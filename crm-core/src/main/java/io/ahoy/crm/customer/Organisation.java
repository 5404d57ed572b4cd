package io.ahoy.crm.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/**
 * A company, an authority, a club whose people contact us.
 *
 * @param version counts the changes
 * @param parent the one that it is part of
 * @param owner the agent who looks after it
 * @param since first known
 */
public record Organisation(
        UUID id,
        long version,
        String name,
        Optional<Named> parent,
        Optional<Address> address,
        Optional<String> language,
        Optional<String> timeZone,
        Optional<String> segment,
        Optional<Named> owner,
        Instant since,
        Instant changedAt,
        List<ContactPoint> points,
        SortedSet<String> tags) {
    public Organisation {
        points = List.copyOf(points);
        tags = Customer.sorted(tags);
    }
}
