package io.ahoy.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.Role;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class NeverOfferedTest {
    private static final Actor AGENT = new Actor(
            UUID.randomUUID(), Role.AGENT, Set.of(), Optional.empty(), Instant.parse("2026-11-22T10:00:00.123Z"));

    private final Db db;
    private final Customers customers;

    NeverOfferedTest(Db db) {
        this.db = db;
        customers = new Customers(db);
    }

    @Test
    void whoIsNeverOfferedStaysUntilSomebodySaysSo() throws SQLException {
        UUID chen = agent("chen");
        UUID anna = agent("anna");
        CustomerDraft draft = CustomerDraft.named("Complained", List.of());
        Customer made = customers.create(never(draft, chen, anna), AGENT);
        assertThat(made.neverOffered()).containsExactly(new Named(anna, "anna"), new Named(chen, "chen"));
        Customer renamed = customers.change(made.id(), made.version(), draft, AGENT);
        assertThat(renamed.neverOffered())
                .as("who does not know of it undoes nothing")
                .isEqualTo(made.neverOffered());
        Customer onlyAnna = customers.change(made.id(), renamed.version(), never(draft, anna), AGENT);
        assertThat(onlyAnna.neverOffered()).containsExactly(new Named(anna, "anna"));
        Optional<String> id = Optional.of(made.id().toString());
        assertThat(new Audit(db).page(id, Optional.empty(), Optional.empty(), 10))
                .filteredOn(entry -> entry.before().orElse("").contains("neverOffered"))
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.before().orElseThrow()).contains(chen.toString(), anna.toString()),
                        entry -> assertThat(entry.after().orElseThrow())
                                .contains(anna.toString())
                                .doesNotContain(chen.toString()));
        assertThatThrownBy(() -> customers.create(never(draft, UUID.randomUUID()), AGENT))
                .asInstanceOf(type(Refusal.Invalid.class))
                .extracting(Refusal.Invalid::field)
                .isEqualTo("neverOffered");
        assertThat(customers
                        .change(made.id(), onlyAnna.version(), never(draft), AGENT)
                        .neverOffered())
                .isEmpty();
    }

    private UUID agent(String login) throws SQLException {
        UUID id = UUID.randomUUID();
        try (var connection = db.connection();
                var insert = connection.prepareStatement(
                        "INSERT INTO agent (id, login, name, role, extension, language, password_hash, phone_secret)"
                                + " VALUES (?, ?, ?, 'AGENT', ?, 'en', 'x', 'y')")) {
            insert.setObject(1, id);
            insert.setString(2, login + id);
            insert.setString(3, login);
            insert.setString(4, id.toString().substring(0, 8));
            insert.executeUpdate();
            connection.commit();
        }
        return id;
    }

    private static CustomerDraft never(CustomerDraft of, UUID... agents) {
        return new CustomerDraft(
                of.name(),
                of.givenName(),
                of.familyName(),
                of.reading(),
                of.address(),
                of.language(),
                of.timeZone(),
                of.segment(),
                of.organisation(),
                of.owner(),
                of.points(),
                of.tags(),
                of.consents(),
                Optional.of(new TreeSet<>(Arrays.asList(agents))));
    }
}
