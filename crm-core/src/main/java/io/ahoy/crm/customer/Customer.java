package io.ahoy.crm.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Someone who contacts us. What people typed is data as they typed it, never escaped here.
 *
 * @param version counts the changes
 * @param name the whole name as his culture writes it
 * @param reading how the name is said, as Wang Fang of 王芳
 * @param language BCP 47
 * @param timeZone IANA
 * @param segment what he is to the centre, by the id of the customer segment
 * @param owner the agent who looks after him
 * @param since first known
 */
public record Customer(
        UUID id,
        long version,
        String name,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> reading,
        Optional<Address> address,
        Optional<String> language,
        Optional<String> timeZone,
        Optional<String> segment,
        Optional<Named> organisation,
        Optional<Named> owner,
        Instant since,
        Instant changedAt,
        List<ContactPoint> points,
        SortedSet<String> tags,
        List<Consent> consents,
        List<Named> neverOffered) {
    public Customer {
        points = List.copyOf(points);
        tags = sorted(tags);
        consents = List.copyOf(consents);
        neverOffered = List.copyOf(neverOffered);
    }

    /** He refused to be called back. */
    public boolean forbidsCallbacks() {
        return consents.stream().anyMatch(Consent::forbidsCallbacks);
    }

    /** He refused to be written to of our own accord. */
    public boolean forbidsMails() {
        return consents.stream().anyMatch(Consent::forbidsMails);
    }

    static SortedSet<String> sorted(Collection<String> tags) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }
}
