package io.ahoy.crm.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.Role;
import io.ahoy.crm.team.Team;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class HistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.250Z");

    private final Db db;
    private final History history;
    private final Customers customers;

    HistoryTest(Db db) {
        this.db = db;
        this.history = new History(db);
        this.customers = new Customers(db);
    }

    @Test
    void aCallFromArrivalToWrapUp() {
        Agent anna = agent("Anna");
        Customer customer = db.call(
                session -> Customers.createFor(session, ContactPoint.phone("+4930111", "", true), "+4930111", NOW));
        UUID call = open("+4930111", Optional.of(customer.id()), NOW);
        history.saveSegment(segment(call, 1, anna, NOW));
        history.saveState(call, "CLOSED", Optional.of(NOW.plusSeconds(90)), Optional.of("AGENT_HUNG_UP"));
        history.saveOffer(new OfferRow(call, 1, anna.id(), "sales", NOW, NOW.plusSeconds(3), "ACCEPTED", "{}"));
        history.wrapUp(call, anna.id(), "solved", Optional.of("note"), NOW.plusSeconds(120));

        Contact contact = history.contact(call).orElseThrow();
        assertThat(contact)
                .isEqualTo(new Contact(
                        call,
                        "VOICE",
                        "+4930111",
                        false,
                        Optional.of("+4930111"),
                        "500",
                        Optional.of(new Contact.Named(customer.id(), "+4930111")),
                        NOW,
                        Optional.of(NOW.plusSeconds(90)),
                        "CLOSED",
                        Optional.of("AGENT_HUNG_UP"),
                        List.of(new Contact.Segment(
                                1,
                                "sales",
                                Optional.of(new Contact.Named(anna.id(), "Anna")),
                                NOW,
                                Optional.of(NOW.plusSeconds(7)),
                                Optional.of(NOW.plusSeconds(90)),
                                Optional.empty(),
                                "ANSWERED",
                                Optional.of("AGENT_HUNG_UP"))),
                        List.of(new Contact.WrapUp(
                                anna.id(),
                                Optional.of("solved"),
                                "note",
                                NOW.plusSeconds(120),
                                Optional.of(NOW.plusSeconds(120))))));
        assertThat(contact.disposition()).contains("solved");
        assertThat(history.contact(UUID.randomUUID())).isEmpty();
    }

    @Test
    void everythingMayBeWrittenTwiceAndInAnyOrder() {
        Agent agent = agent("Order");
        UUID inOrder = UuidV7.next(NOW);
        UUID backwards = UuidV7.next(NOW);
        NewContact arrival = new NewContact(
                inOrder, "VOICE", "+4930222", false, Optional.of("+4930222"), "500", Optional.empty(), NOW);
        StateRow closed = new StateRow(inOrder, "CLOSED", Optional.of(NOW.plusSeconds(9)), Optional.of("ABANDONED"));
        for (int twice = 0; twice < 2; twice++) {
            history.open(arrival);
            history.saveSegment(segment(inOrder, 1, agent, NOW));
            history.save(new History.Batch().state(closed));
        }
        history.saveSegment(segment(backwards, 1, agent, NOW));
        history.saveState(backwards, "CLOSED", closed.endedAt(), closed.cause());
        // Even before its arrival is known it is in the history, at the time its id was made.
        assertThat(history.contact(backwards).orElseThrow().arrivedAt()).isEqualTo(NOW);
        history.open(new NewContact(
                backwards, "VOICE", "+4930222", false, Optional.of("+4930222"), "500", Optional.empty(), NOW));

        Contact first = history.contact(inOrder).orElseThrow();
        Contact second = history.contact(backwards).orElseThrow();
        assertThat(second).usingRecursiveComparison().ignoringFields("id").isEqualTo(first);
        assertThat(first.state()).isEqualTo("CLOSED");
    }

    @Test
    void aBatchIsOneTransactionAndKeepsTheLastOfEachKey() {
        Agent agent = agent("Batch");
        History.Batch batch = new History.Batch();
        List<UUID> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            UUID call = UuidV7.next(NOW);
            calls.add(call);
            batch.open(arrival(call, "+4930333", Optional.empty(), NOW))
                    .state(new StateRow(call, "OFFERED", Optional.empty(), Optional.empty()))
                    .state(new StateRow(call, "ACTIVE", Optional.empty(), Optional.empty()))
                    .segment(segment(call, 1, agent, NOW))
                    .offer(new OfferRow(call, 1, agent.id(), "sales", NOW, NOW, "DECLINED", "{\"code\":\"x\"}"));
        }
        assertThat(batch.size()).isEqualTo(800);
        history.save(batch);
        history.save(batch);
        assertThat(calls)
                .allSatisfy(call ->
                        assertThat(history.contact(call).orElseThrow().state()).isEqualTo("ACTIVE"));

        UUID call = UuidV7.next(NOW);
        History.Batch broken = new History.Batch()
                .open(arrival(call, "+4930333", Optional.empty(), NOW))
                .offer(new OfferRow(call, 1, agent.id(), "q".repeat(65), NOW, NOW, "DECLINED", "{}"));
        assertThatThrownBy(() -> history.save(broken)).isInstanceOf(RuntimeException.class);
        assertThat(history.contact(call)).isEmpty();
        history.save(new History.Batch());
    }

    @Test
    void closesThoseWhoLeftTheIvrUnseen() {
        UUID gone = open("+4930777", Optional.empty(), NOW.minusSeconds(60));
        UUID speaking = open("+4930777", Optional.empty(), NOW.minusSeconds(60));
        UUID waiting = open("+4930777", Optional.empty(), NOW.minusSeconds(60));
        UUID late = open("+4930777", Optional.empty(), NOW);
        history.saveState(waiting, "WAITING", Optional.empty(), Optional.empty());
        // Told of the arrival once more, he does not go back to the IVR.
        history.open(arrival(waiting, "+4930777", Optional.empty(), NOW.minusSeconds(60)));
        assertThat(history.closeInIvr(NOW, id -> !id.equals(speaking), NOW, "ENDED_UNSEEN"))
                .isEqualTo(1);
        Contact closed = history.contact(gone).orElseThrow();
        assertThat(closed.state()).isEqualTo("CLOSED");
        assertThat(closed.endedAt()).contains(NOW);
        assertThat(closed.cause()).contains("ENDED_UNSEEN");
        assertThat(history.contact(speaking).orElseThrow().state()).isEqualTo("IVR");
        assertThat(history.contact(waiting).orElseThrow().state()).isEqualTo("WAITING");
        assertThat(history.contact(late).orElseThrow().state()).isEqualTo("IVR");
    }

    @Test
    void findsThoseInTheIvrByAnIndex() {
        String plan = db.call(session -> {
            try (var row = session.getConnection().createStatement().executeQuery("""
                    EXPLAIN SELECT id FROM interaction WHERE state = 'IVR' AND arrived_at < '2026-11-22'
                    ORDER BY arrived_at LIMIT 10""")) {
                row.next();
                return row.getString("key") + " " + row.getString("Extra");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(plan).startsWith("interaction_state").doesNotContain("filesort");
    }

    @Test
    void anUnknownCallerBecomesACustomerAtTheFirstWrapUpWithHisEarlierCalls() {
        Agent agent = agent("Unknown");
        UUID earlier = open("+4930444", Optional.empty(), NOW.minusSeconds(500));
        UUID call = open("+4930444", Optional.empty(), NOW);
        Customer made = history.wrapUp(call, agent.id(), "solved", Optional.empty(), NOW)
                .orElseThrow();
        assertThat(made.name()).isEqualTo("+4930444");
        assertThat(customers.byNumber("+4930444")).contains(made);
        assertThat(history.contact(call).orElseThrow().customer())
                .map(Contact.Named::id)
                .contains(made.id());
        assertThat(history.earlier(made.id(), call, 5)).extracting(Contact::id).containsExactly(earlier);
        assertThat(history.wrapUp(call, agent.id(), "solved", Optional.empty(), NOW))
                .isEmpty();
    }

    @Test
    void aWithheldNumberStaysAnonymous() {
        UUID call = UuidV7.next(NOW);
        history.open(new NewContact(call, "VOICE", "", true, Optional.empty(), "500", Optional.empty(), NOW));
        assertThat(history.wrapUp(call, UUID.randomUUID(), "solved", Optional.empty(), NOW))
                .isEmpty();
        assertThat(history.contact(call).orElseThrow().customer()).isEmpty();
    }

    @Test
    void aDraftIsKeptUntilTheFinalWord() {
        Agent agent = agent("Draft");
        UUID call = open("+4930555", Optional.empty(), NOW);
        history.draft(call, agent.id(), Optional.empty(), Optional.of("half a sen"));
        history.draft(call, agent.id(), Optional.of("callback"), Optional.empty());
        Contact draft = history.contact(call).orElseThrow();
        assertThat(draft.note()).contains("half a sen");
        assertThat(draft.disposition()).contains("callback");
        assertThat(draft.wrapUps().getFirst().doneAt()).isEmpty();

        history.wrapUp(call, agent.id(), "solved", Optional.empty(), NOW);
        history.draft(call, agent.id(), Optional.of("callback"), Optional.of("too late"));
        Contact done = history.contact(call).orElseThrow();
        assertThat(done.note()).contains("half a sen");
        assertThat(done.disposition()).contains("solved");
        assertThat(done.wrapUps().getFirst().doneAt()).contains(NOW);
    }

    @Test
    void pagesByKeyWithoutGapsOrRepeats() {
        Agent agent = agent("Pages");
        Agent other = agent("Other");
        Customer customer = db.call(
                session -> Customers.createFor(session, ContactPoint.phone("+4930666", "", true), "+4930666", NOW));
        Set<UUID> all = new HashSet<>();
        for (int i = 0; i < 25; i++) {
            // Five at a time arrive in the same millisecond.
            Instant arrived = NOW.plusMillis(i / 5);
            UUID call = open("+4930666", Optional.of(customer.id()), arrived);
            history.saveSegment(segment(call, 1, agent, arrived));
            history.saveSegment(segment(call, 2, other, arrived));
            history.saveSegment(segment(call, 3, agent, arrived));
            all.add(call);
        }
        for (Optional<UUID> of : List.of(Optional.of(agent.id()), Optional.<UUID>empty())) {
            HistoryFilter filter = of.map(HistoryFilter::ofAgent).orElseGet(() -> HistoryFilter.of(customer.id()));
            List<Contact> read = new ArrayList<>();
            Optional<String> before = Optional.empty();
            do {
                Page page = history.page(filter, before, 4);
                assertThat(page.items()).hasSizeLessThanOrEqualTo(4);
                read.addAll(page.items());
                before = page.next();
            } while (before.isPresent());
            assertThat(read).extracting(Contact::id).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
            assertThat(read).extracting(Contact::arrivedAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
            assertThat(read).allMatch(contact -> contact.segments().size() == 3);
        }
        assertThat(history.page(HistoryFilter.of(customer.id()), Optional.empty(), 25)
                        .next())
                .isEmpty();
        assertThat(history.page(HistoryFilter.ALL, Optional.empty(), 3).items()).hasSize(3);
        assertThat(history.earlier(customer.id(), all.iterator().next(), 100)).hasSize(24);
        for (String junk : List.of("", "x", "1_x", "_", "9999999999999999999_" + UUID.randomUUID(), "' OR 1=1")) {
            assertThatThrownBy(() -> history.page(HistoryFilter.ALL, Optional.of(junk), 3))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void hostileTextIsKeptAsItIs() {
        Agent agent = agent("Robert'); DROP TABLE agent;--");
        String hostile = "\"'><script>alert(1)</script> ${x} #{y} \\ \u0000 \r\n 😀 \u202e";
        UUID call = UuidV7.next(NOW);
        history.open(new NewContact(
                call, "VOICE", hostile.repeat(100), false, Optional.empty(), "'; --", Optional.empty(), NOW));
        history.wrapUp(call, agent.id(), "solved", Optional.of(hostile.repeat(500)), NOW);
        Contact contact = history.contact(call).orElseThrow();
        assertThat(contact.note()).contains(hostile.repeat(500));
        assertThat(hostile.repeat(100)).startsWith(contact.from());
        assertThat(contact.from().codePointCount(0, contact.from().length())).isEqualTo(64);
        assertThat(contact.to()).isEqualTo("'; --");
    }

    @Test
    void theLastAgentIsTheOneWhoSpokeLast() {
        Agent first = agent("First");
        Agent second = agent("Second");
        UUID customer = UUID.randomUUID();
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        Instant yesterday = now.minus(Duration.ofDays(1));
        UUID call = open("+49301111111", Optional.of(customer), yesterday);
        history.saveSegment(segment(call, 1, first, yesterday));
        history.saveSegment(segment(call, 2, second, yesterday.plusSeconds(100)));
        UUID unanswered = open("+49301111111", Optional.of(customer), now);
        history.saveSegment(new SegmentRow(
                unanswered,
                1,
                "sales",
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.of(now),
                Optional.empty(),
                "ABANDONED",
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(history.agentOf(customer, now.minus(Duration.ofDays(7)))).contains(second.id());
        assertThat(history.agentOf(customer, now)).isEmpty();
        assertThat(history.agentOf(UUID.randomUUID(), now)).isEmpty();
    }

    private UUID open(String number, Optional<UUID> customer, Instant arrived) {
        UUID call = UuidV7.next(arrived);
        history.open(arrival(call, number, customer, arrived));
        return call;
    }

    private static NewContact arrival(UUID call, String number, Optional<UUID> customer, Instant arrived) {
        return new NewContact(call, "VOICE", number, false, Optional.of(number), "500", customer, arrived);
    }

    private static SegmentRow segment(UUID call, int number, Agent agent, Instant entered) {
        return new SegmentRow(
                call,
                number,
                "sales",
                Optional.of(agent.id()),
                entered,
                Optional.of(entered.plusSeconds(7)),
                Optional.of(entered.plusSeconds(90)),
                Optional.empty(),
                "ANSWERED",
                Optional.of("AGENT_HUNG_UP"),
                Optional.empty(),
                Optional.empty());
    }

    private Agent agent(String name) {
        UUID id = UUID.randomUUID();
        Agent agent =
                new Agent(id, id.toString(), name, Role.AGENT, id.toString().substring(0, 8), "en", Set.of());
        new Team(db).addAgent(agent, "secret");
        return agent;
    }
}
