package io.ahoy.crm.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.CustomerFilter;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.Finder;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.HistoryFilter;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class DemoCustomersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void twoHundredPeopleWithTheirPast(Db db) {
        DemoTeam.fill(db, NOW);
        DemoCustomers.fill(db, NOW);
        DemoCustomers.fill(db, NOW);
        List<Customer> all = new Customers(db).page(CustomerFilter.ALL, Optional.empty(), 1_000);
        assertThat(all).hasSize(DemoCustomers.COUNT);
        assertThat(all.stream().map(one -> one.language().orElseThrow())).contains("en", "de", "zh");
        assertThat(all).allMatch(one -> one.points().size() >= 1);
        assertThat(all.stream().flatMap(one -> one.points().stream()).map(point -> point.value()))
                .doesNotHaveDuplicates();
        assertThat(all).anyMatch(one -> one.organisation().isPresent());
        assertThat(new History(db)
                        .page(HistoryFilter.ALL, Optional.empty(), 100)
                        .items())
                .hasSize(100)
                .allMatch(contact -> contact.arrivedAt().isBefore(NOW.minus(Duration.ofHours(25))))
                .allMatch(contact -> contact.customer().isPresent());
        assertThat(new Finder(db).find("wang", Subject.CUSTOMER, 20))
                .as("by their sound")
                .isNotEmpty();
        // Two records with one id would take each other's search terms.
        assertThat(new Finder(db).find("C-2026", Subject.CASE, 100))
                .as("all cases, whoever else was made")
                .hasSize(31);
        assertThat(new Finder(db).find("A-2026", Subject.ORDER, 100))
                .as("orders")
                .hasSize(6);
    }
}
