package io.ahoy.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class OrganisationsTest {
    private static final Actor AGENT =
            new Actor(UUID.randomUUID(), Role.AGENT, Set.of(), Optional.empty(), Instant.parse("2026-11-22T10:00:00Z"));

    private final Db db;
    private final Organisations organisations;

    OrganisationsTest(Db db) {
        this.db = db;
        organisations = new Organisations(db);
    }

    @Test
    void noneBelongsToItself() {
        Organisation group = organisations.create(draft("Group", Optional.empty()), AGENT);
        Organisation company = organisations.create(draft("Company", Optional.of(group.id())), AGENT);
        Organisation branch = organisations.create(draft("Branch", Optional.of(company.id())), AGENT);
        assertThat(branch.parent()).contains(new Named(company.id(), "Company"));
        for (Organisation below : List.of(group, company, branch)) {
            assertThatThrownBy(() -> organisations.change(
                            group.id(), group.version(), draft("Group", Optional.of(below.id())), AGENT))
                    .asInstanceOf(type(Refusal.Invalid.class))
                    .extracting(Refusal.Invalid::field)
                    .isEqualTo("parent");
        }
        assertThat(organisations.get(group.id())).contains(group);
    }

    @Test
    void oneThatOthersBelongToIsNotDeleted() {
        Organisation kept = organisations.create(draft("Kept", Optional.empty()), AGENT);
        Organisation part = organisations.create(draft("Part", Optional.of(kept.id())), AGENT);
        assertThatThrownBy(() -> organisations.delete(kept.id(), kept.version(), AGENT))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("1 other");
        organisations.delete(part.id(), part.version(), AGENT);
        organisations.delete(kept.id(), kept.version(), AGENT);
        assertThat(organisations.get(kept.id())).isEmpty();
        assertThat(new Finder(db).find("kept", Subject.ORGANISATION, 5)).isEmpty();
    }

    private static OrganisationDraft draft(String name, Optional<UUID> parent) {
        return new OrganisationDraft(
                name,
                parent,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                new TreeSet<>());
    }
}
