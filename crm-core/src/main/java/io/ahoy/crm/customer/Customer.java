package io.ahoy.crm.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Someone who contacts us. The name is data as it was typed, never escaped here.
 *
 * @param language BCP 47
 * @param since first known
 */
public record Customer(
        UUID id, String name, Optional<String> language, boolean vip, Instant since, List<ContactPoint> points) {
    public Customer {
        points = List.copyOf(points);
    }
}
