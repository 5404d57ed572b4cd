package io.ahoy.crm.order;

import io.ahoy.crm.customer.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a customer ordered or agreed, and where it is.
 *
 * @param version counts the changes
 * @param number as the centre's other programs, and the customer's papers, name it
 * @param status in words for the customer
 * @param expectedAt delivery, or begin of a contract
 * @param endsAt of a contract
 */
public record Order(
        UUID id,
        long version,
        String number,
        Kind kind,
        Named customer,
        String status,
        StatusKind statusKind,
        Instant placedAt,
        Optional<Instant> expectedAt,
        Optional<Instant> endsAt,
        Instant changedAt,
        List<Line> lines) {
    public Order {
        lines = List.copyOf(lines);
    }

    /** Of whom and what it tells: itself and its customer. */
    public Stream<UUID> tellsOf() {
        return Stream.of(id, customer.id());
    }

    public enum Kind {
        ORDER,
        CONTRACT
    }

    /** What the status means, whatever its words. */
    public enum StatusKind {
        OPEN,
        IN_PROGRESS,
        DONE,
        CANCELLED
    }

    /**
     * @param product by its number
     * @param priceMinor of all of them, in the smallest unit of the currency
     * @param currency ISO 4217
     */
    public record Line(String product, String title, int quantity, long priceMinor, String currency, String status) {}
}
