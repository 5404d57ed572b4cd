package io.ahoy.crm.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.mail.WaitingMails.Glance;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.store.UuidV7;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What agents see of mails that they may take. */
@ExtendWith(TestDatabase.class)
class WaitingMailsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final String SHA = "0".repeat(64);

    private final Db db;
    private final WaitingMails waiting;

    WaitingMailsTest(Db db) {
        this.db = db;
        this.waiting = new WaitingMails(db);
    }

    @Test
    void theLastMessageCounts_withItsCustomerAndTags() {
        Customer ada = new Customers(db).knownBy(ContactPoint.email("ada@one.example"), "Ada", NOW);
        UUID interaction = UuidV7.next(NOW);
        new History(db)
                .open(new NewContact(
                        interaction,
                        "EMAIL",
                        "ada@one.example",
                        false,
                        Optional.empty(),
                        "",
                        Optional.of(ada.id()),
                        NOW));
        came(interaction, Mail.State.ROUTED, "First", "one", NOW);
        UUID last = came(interaction, Mail.State.ROUTED, "Second", "a  \"b\"\n\n c\t😀", NOW.plusSeconds(1));
        came(interaction, Mail.State.DUPLICATE, "Second", "a copy", NOW.plusSeconds(2));
        Decision plain = Decision.of("mail", Optional.empty());
        new Decisions(db)
                .keep(
                        last,
                        new Decision(
                                "mail",
                                List.of(),
                                plain.skills(),
                                0,
                                Duration.ZERO,
                                Optional.empty(),
                                new TreeSet<>(List.of("refund", "urgent")),
                                false));
        assertThat(waiting.of(List.of(interaction)))
                .containsOnly(Map.entry(
                        interaction,
                        new Glance(
                                interaction,
                                new MailAddress("ada@one.example", "Ada"),
                                "Second",
                                "a \"b\" c 😀",
                                Optional.of(new WaitingMails.Customer(ada.id(), "Ada")),
                                List.of("refund", "urgent"))));
    }

    @Test
    void ofALongTextTheBeginningIsShown_andWhatIsNotStoredIsMissing() {
        UUID interaction = UuidV7.next(NOW);
        came(interaction, Mail.State.ROUTED, "Long", "😀 ".repeat(100_000), NOW);
        UUID empty = UuidV7.next(NOW);
        came(empty, Mail.State.ROUTED, "", "", NOW);
        Map<UUID, Glance> found = waiting.of(List.of(interaction, empty, UuidV7.next(NOW)));
        assertThat(found).containsOnlyKeys(interaction, empty);
        assertThat(found.values()).extracting(Glance::preview).containsExactlyInAnyOrder("😀 ".repeat(70), "");
        assertThat(found.values()).allSatisfy(one -> {
            assertThat(one.customer()).isEmpty();
            assertThat(one.tags()).isEmpty();
        });
        assertThat(waiting.of(Collections.emptyList())).isEmpty();
    }

    private UUID came(UUID interaction, Mail.State state, String subject, String text, Instant at) {
        Mails mails = new Mails(db);
        UUID id = UuidV7.next(at);
        mails.store(List.of(new Mails.Arrival(
                new Received(id, "support", SHA, 1, Optional.empty(), id.toString(), at), new Place.Ours())));
        mails.settle(new Mails.Reading(
                id,
                state,
                id,
                Optional.empty(),
                Optional.of(interaction),
                "HUMAN",
                new MailAddress("ada@one.example", "Ada"),
                Recipients.to(MailAddress.of("support@shop.example")),
                subject,
                MailContent.text(text),
                Optional.empty()));
        return id;
    }
}
