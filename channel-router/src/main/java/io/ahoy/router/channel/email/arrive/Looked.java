package io.ahoy.router.channel.email.arrive;

import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.PointKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What the database knows of mails that come to their places together, asked for all of them at once. What one of them may change for
 * another is not here.
 */
record Looked(Map<UUID, One> each) {
    /** Nobody could be asked for all at once. */
    static final Looked NOTHING = new Looked(Map.of());

    /**
     * @param copy another one of it came before
     * @param writers who may have written it; absent when an earlier mail of that sender is on its way
     */
    record One(boolean copy, Optional<List<Customer>> writers) {}

    /** @param senders of earlier ones; these are added */
    static Looked at(List<Understood> mails, Set<String> senders, Sorting.Stores stores) {
        Map<UUID, String> first = new HashMap<>();
        for (Understood mail : mails) {
            String address = mail.from().address();
            if (!address.isEmpty() && senders.add(address)) {
                first.put(mail.mail().id(), address);
            }
        }
        List<UUID> ids = mails.stream().map(mail -> mail.mail().id()).toList();
        return stores.db().together(() -> {
            Set<UUID> copies = stores.mails().copies(ids);
            Map<String, List<Customer>> known =
                    stores.customers().candidates(PointKind.EMAIL, new HashSet<>(first.values()));
            Map<UUID, One> each = new HashMap<>();
            for (UUID id : ids) {
                Optional<String> address = Optional.ofNullable(first.get(id));
                each.put(id, new One(copies.contains(id), address.map(from -> known.getOrDefault(from, List.of()))));
            }
            return new Looked(each);
        });
    }

    /** What is known of it; looked up when it is not. */
    One of(Understood mail, Sorting.Stores stores) {
        UUID id = mail.mail().id();
        return Optional.ofNullable(each.get(id))
                .orElseGet(() -> at(List.of(mail), new HashSet<>(), stores).of(mail, stores));
    }
}
