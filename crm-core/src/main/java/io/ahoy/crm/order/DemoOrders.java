package io.ahoy.crm.order;

import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.Findable;
import io.ahoy.crm.store.UuidV7;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** What the demo centre sells, and what its customers ordered. */
public final class DemoOrders {
    private static final Instant EPOCH = Instant.parse("2026-01-05T08:00:00Z");

    private static final List<ProductDraft> PRODUCTS = List.of(
            new ProductDraft("Router R7", true),
            new ProductDraft("Desk telephone T2", true),
            new ProductDraft("Plan 100", false),
            new ProductDraft("Plan 250", true));

    private DemoOrders() {}

    /** @param customers who ordered, each something else */
    public static void fill(SqlSession session, List<UUID> customers, Instant now) {
        OrderMapper mapper = session.getMapper(OrderMapper.class);
        for (int i = 0; i < PRODUCTS.size(); i++) {
            mapper.insertProduct(product(i), "P-100" + i, PRODUCTS.get(i), EPOCH);
        }
        for (int i = 0; i < customers.size(); i++) {
            UUID id = UuidV7.of(EPOCH, 'b', i);
            String number = "A-2026-10" + i;
            mapper.insertOrder(id, number, draft(customers.get(i), i, now), now);
            mapper.insertLine(id, 0, product(i % PRODUCTS.size()), line(i));
            Findable.write(session, id, Subject.ORDER, number, "");
        }
    }

    /** By its place in the list of those that are sold. */
    public static UUID product(int number) {
        return UuidV7.of(EPOCH, 'p', number);
    }

    private static OrderDraft draft(UUID customer, int number, Instant now) {
        Order.Kind kind = number % 4 < 2 ? Order.Kind.ORDER : Order.Kind.CONTRACT;
        Order.StatusKind status = Order.StatusKind.values()[number % 3];
        Instant placed = now.minus(Duration.ofDays(3L + 4L * number));
        Optional<Instant> ends =
                kind == Order.Kind.CONTRACT ? Optional.of(placed.plus(Duration.ofDays(730))) : Optional.empty();
        return new OrderDraft(
                kind,
                customer,
                words(status),
                status,
                placed,
                Optional.of(placed.plus(Duration.ofDays(5))),
                ends,
                List.of());
    }

    private static String words(Order.StatusKind status) {
        return switch (status) {
            case OPEN -> "Received";
            case IN_PROGRESS -> "With the parcel service";
            case DONE -> "Delivered";
            case CANCELLED -> "Cancelled";
        };
    }

    private static OrderDraft.Line line(int number) {
        return new OrderDraft.Line("", 1 + number % 2, 4_990L * (1 + number % 2), "EUR", "");
    }
}
