package io.ahoy.crm.customer;

import java.util.List;
import java.util.Optional;

/**
 * Where somebody lives or works, as it stands on a letter.
 *
 * @param lines street and whatever else stands above the place, at most {@link #LINES_MAX}
 * @param region state, province or the like, where addresses have one
 * @param country ISO 3166, two letters
 */
public record Address(
        List<String> lines,
        Optional<String> postalCode,
        Optional<String> city,
        Optional<String> region,
        Optional<String> country) {
    public static final int LINES_MAX = 6;

    public Address {
        lines = List.copyOf(lines);
    }
}
