package io.ahoy.crm.customer;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What people write of a {@link Customer}.
 *
 * @param neverOffered agents who are not offered him; absent: as it is, so that a program which does not know of it undoes nothing
 */
public record CustomerDraft(
        String name,
        Optional<String> givenName,
        Optional<String> familyName,
        Optional<String> reading,
        Optional<Address> address,
        Optional<String> language,
        Optional<String> timeZone,
        Optional<String> segment,
        Optional<UUID> organisation,
        Optional<UUID> owner,
        List<ContactPoint> points,
        SortedSet<String> tags,
        List<Consent> consents,
        Optional<SortedSet<UUID>> neverOffered) {
    public CustomerDraft {
        points = List.copyOf(points);
        tags = Customer.sorted(tags);
        consents = List.copyOf(consents);
        neverOffered = neverOffered.map(agents -> Collections.unmodifiableSortedSet(new TreeSet<>(agents)));
    }

    /** Who is not offered him stays as it is. */
    public CustomerDraft(
            String name,
            Optional<String> givenName,
            Optional<String> familyName,
            Optional<String> reading,
            Optional<Address> address,
            Optional<String> language,
            Optional<String> timeZone,
            Optional<String> segment,
            Optional<UUID> organisation,
            Optional<UUID> owner,
            List<ContactPoint> points,
            SortedSet<String> tags,
            List<Consent> consents) {
        this(
                name,
                givenName,
                familyName,
                reading,
                address,
                language,
                timeZone,
                segment,
                organisation,
                owner,
                points,
                tags,
                consents,
                Optional.empty());
    }

    /** Of whom nothing is known but the name and how he is reached. */
    public static CustomerDraft named(String name, List<ContactPoint> points) {
        return new CustomerDraft(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                points,
                Customer.sorted(List.of()),
                List.of());
    }

    /** As a customer has it now, to be changed. */
    public static CustomerDraft of(Customer customer) {
        return new CustomerDraft(
                customer.name(),
                customer.givenName(),
                customer.familyName(),
                customer.reading(),
                customer.address(),
                customer.language(),
                customer.timeZone(),
                customer.segment(),
                customer.organisation().map(Named::id),
                customer.owner().map(Named::id),
                customer.points(),
                customer.tags(),
                customer.consents(),
                Optional.of(agents(customer.neverOffered())));
    }

    private static SortedSet<UUID> agents(List<Named> named) {
        return named.stream().map(Named::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
