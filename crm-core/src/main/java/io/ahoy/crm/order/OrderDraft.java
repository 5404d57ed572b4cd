package io.ahoy.crm.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What programs write of an {@link Order}. */
public record OrderDraft(
        Order.Kind kind,
        UUID customer,
        String status,
        Order.StatusKind statusKind,
        Instant placedAt,
        Optional<Instant> expectedAt,
        Optional<Instant> endsAt,
        List<Line> lines) {
    public OrderDraft {
        lines = List.copyOf(lines);
    }

    /** @param product by its number */
    public record Line(String product, int quantity, long priceMinor, String currency, String status) {}
}
