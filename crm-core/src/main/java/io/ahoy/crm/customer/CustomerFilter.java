package io.ahoy.crm.customer;

import java.util.Optional;
import java.util.UUID;

/** Which customers a list shows; what is absent does not matter. */
public record CustomerFilter(
        Optional<String> segment,
        Optional<UUID> organisation,
        Optional<UUID> owner,
        Optional<String> language,
        Optional<String> tag) {
    public static final CustomerFilter ALL = new CustomerFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
