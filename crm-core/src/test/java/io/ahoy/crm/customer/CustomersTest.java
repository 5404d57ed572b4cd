package io.ahoy.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class CustomersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");

    private final Customers customers;

    CustomersTest(Db db) {
        customers = new Customers(db);
    }

    @Test
    void everythingOfACustomerIsKept() {
        Customer customer = new Customer(
                UUID.randomUUID(),
                "<b>Ωμέγα & \"Söhne\"</b> ${x} 株式会社 😀",
                Optional.of("zh"),
                true,
                NOW,
                List.of(
                        new ContactPoint(ContactPoint.PHONE, "+498912345678", "office", true),
                        new ContactPoint(ContactPoint.PHONE, "+491719999999", "mobile", false)));
        customers.add(customer);
        assertThat(customers.get(customer.id())).contains(customer);
        assertThat(customers.byNumber("+491719999999")).contains(customer);
        assertThat(customers.byNumber("+491719999998")).isEmpty();
        assertThat(customers.get(UUID.randomUUID())).isEmpty();
    }

    @Test
    void searchFindsByPartOfNameOrNumber() {
        Customer lin = customers.createFor("+8613812340001", NOW);
        customers.rename(lin.id(), "林小红");
        Customer mueller = customers.createFor("+4922198765432", NOW);
        customers.rename(mueller.id(), "Günther 100%_Müller!");
        assertThat(found("小红")).containsExactly("林小红");
        assertThat(found("günther")).containsExactly("Günther 100%_Müller!");
        assertThat(found("0%_M")).containsExactly("Günther 100%_Müller!");
        assertThat(found("%")).containsExactly("Günther 100%_Müller!");
        assertThat(found("!")).containsExactly("Günther 100%_Müller!");
        assertThat(found("98765432")).containsExactly("Günther 100%_Müller!");
        assertThat(found("0221 987")).containsExactly("Günther 100%_Müller!");
        assertThat(found("+49 221 98")).containsExactly("Günther 100%_Müller!");
        assertThat(found("0001")).isEqualTo(found("1381234"));
        assertThat(found("1381234")).containsExactly("林小红");
        assertThat(found("")).isEmpty();
        assertThat(found("' OR ''='")).isEmpty();
        assertThat(found("\\")).isEmpty();
        assertThat(found("x".repeat(100_000))).isEmpty();
        assertThat(customers.search("+49", 1)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void renameKeepsTheNameAsTypedAndRefusesNone() {
        Customer customer = customers.createFor("+4940111222333", NOW);
        assertThat(customers
                        .rename(customer.id(), "  Anne <i>B</i> \" ' ")
                        .orElseThrow()
                        .name())
                .isEqualTo("Anne <i>B</i> \" '");
        assertThatThrownBy(() -> customers.rename(customer.id(), " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> customers.rename(customer.id(), "x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(customers
                        .rename(customer.id(), "😀".repeat(200))
                        .orElseThrow()
                        .name())
                .hasSize(400);
        assertThat(customers.rename(UUID.randomUUID(), "Nobody")).isEmpty();
    }

    @Test
    void aNumberBelongsToOneCustomerHoweverManyAskAtOnce() throws Exception {
        Callable<UUID> create = () -> customers.createFor("+4969000111222", NOW).id();
        Set<UUID> made = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<UUID> done :
                    threads.invokeAll(Stream.generate(() -> create).limit(16).toList())) {
                made.add(done.get());
            }
        }
        assertThat(made).hasSize(1);
        assertThat(customers.search("+4969000111222", 20)).hasSize(1);
    }

    private List<String> found(String query) {
        return customers.search(query, 20).stream().map(Customer::name).toList();
    }
}
