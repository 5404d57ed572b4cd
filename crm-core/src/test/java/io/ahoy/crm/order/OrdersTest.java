package io.ahoy.crm.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.Finder;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class OrdersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Actor SHOP = new Actor(UUID.randomUUID(), Role.SUPERVISOR, Set.of(), Optional.empty(), NOW);

    private final Db db;
    private final Products products;
    private final Orders orders;
    private final UUID customer;

    OrdersTest(Db db) {
        this.db = db;
        products = new Products(db);
        orders = new Orders(db);
        customer = db.call(session ->
                        Customers.createFor(session, ContactPoint.phone("+49305556666", "", true), "+49305556666", NOW))
                .id();
    }

    @Test
    void sendingTheSameAgainChangesNothing() {
        Product made = products.put("P-1", new ProductDraft("Lamp", true), SHOP);
        assertThat(products.put("P-1", new ProductDraft("Lamp", true), SHOP)).isEqualTo(made);
        assertThat(products.put("P-1", new ProductDraft("Lamp", false), SHOP).version())
                .isEqualTo(2);
        Order order = orders.put("A-1", draft("P-1", 2, "EUR"), SHOP);
        assertThat(orders.put("A-1", draft("P-1", 2, "EUR"), SHOP)).isEqualTo(order);
        Order more = orders.put("A-1", draft("P-1", 3, "EUR"), SHOP);
        assertThat(more.version()).isEqualTo(2);
        assertThat(more.lines()).containsExactly(new Order.Line("P-1", "Lamp", 3, 990, "EUR", "packed"));
        assertThat(orders.page(Optional.of(customer), Optional.empty(), 5)).contains(more);
        assertThat(new Finder(db).find("a-1", Subject.ORDER, 5)).contains(order.id());
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsHalfWritten() {
        products.put("P-2", new ProductDraft("Chair", true), SHOP);
        refused("lines.0.product", () -> orders.put("A-2", draft("P-0", 1, "EUR"), SHOP));
        refused("lines.0.currency", () -> orders.put("A-2", draft("P-2", 1, "eur"), SHOP));
        refused("lines.0.quantity", () -> orders.put("A-2", draft("P-2", 0, "EUR"), SHOP));
        refused("number", () -> orders.put("A/2", draft("P-2", 1, "EUR"), SHOP));
        refused("title", () -> products.put("P-3", new ProductDraft(" ", true), SHOP));
        assertThat(orders.get("A-2")).isEmpty();
        assertThat(products.get("P-3")).isEmpty();
    }

    @Test
    void aProductThatWasOrderedStays() {
        products.put("P-4", new ProductDraft("Desk", true), SHOP);
        orders.put("A-4", draft("P-4", 1, "CNY"), SHOP);
        assertThatThrownBy(() -> products.delete("P-4", SHOP))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("1 lines");
        orders.delete("A-4", SHOP);
        products.delete("P-4", SHOP);
        assertThat(products.get("P-4")).isEmpty();
        assertThatThrownBy(() -> orders.delete("A-4", SHOP)).isInstanceOf(Refusal.Unknown.class);
    }

    private static void refused(String field, Runnable work) {
        assertThatThrownBy(work::run)
                .asInstanceOf(type(Refusal.Invalid.class))
                .extracting(Refusal.Invalid::field)
                .isEqualTo(field);
    }

    private OrderDraft draft(String product, int quantity, String currency) {
        return new OrderDraft(
                Order.Kind.ORDER,
                customer,
                "On its way",
                Order.StatusKind.IN_PROGRESS,
                NOW,
                Optional.empty(),
                Optional.empty(),
                List.of(new OrderDraft.Line(product, quantity, 990, currency, "packed")));
    }
}
