package io.ahoy.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.AuditEntry;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.team.Role;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    private static final Actor AGENT = new Actor(UUID.randomUUID(), Role.AGENT, Set.of(), Optional.empty(), NOW);
    private static final Actor LATER =
            new Actor(AGENT.agent(), Role.AGENT, Set.of(), Optional.empty(), NOW.plusSeconds(5));

    private final Db db;
    private final Customers customers;
    private final Finder finder;

    CustomersTest(Db db) {
        this.db = db;
        customers = new Customers(db);
        finder = new Finder(db);
    }

    @Test
    void everythingOfACustomerIsKept() {
        Organisation gmbh = organisation("Ωμέγα GmbH");
        CustomerDraft draft = new CustomerDraft(
                "<b>Ωμέγα & \"Söhne\"</b> ${x} 株式会社 😀",
                Optional.of("Ωμέγα"),
                Optional.of("株式会社"),
                Optional.of("Omega"),
                Optional.of(new Address(
                        List.of("Straße 1", "Hinterhof"),
                        Optional.of("10115"),
                        Optional.of("Berlin"),
                        Optional.empty(),
                        Optional.of("DE"))),
                Optional.of("zh-Hant"),
                Optional.of("Asia/Taipei"),
                Optional.of("vip"),
                Optional.of(gmbh.id()),
                Optional.empty(),
                List.of(
                        new ContactPoint(PointKind.PHONE, "+498912345678", "office", true, Optional.of(NOW), false),
                        ContactPoint.phone("+491719999999", "mobile", false),
                        new ContactPoint(PointKind.EMAIL, "Omega@Example.com", "", true, Optional.empty(), true)),
                new TreeSet<>(List.of("wholesale", "fair 2026")),
                List.of(new Consent("marketing", PointKind.EMAIL, false, NOW, "on the telephone")),
                Optional.of(new TreeSet<UUID>()));
        Customer made = customers.create(draft, AGENT);
        assertThat(CustomerDraft.of(made)).isEqualTo(draft);
        assertThat(made.organisation()).contains(new Named(gmbh.id(), "Ωμέγα GmbH"));
        assertThat(customers.get(made.id())).contains(made);
        assertThat(customers.byNumber("+491719999999")).contains(made);
        assertThat(customers.byNumber("+491719999998")).isEmpty();
        assertThat(customers.candidates(PointKind.EMAIL, "Omega@Example.com")).containsExactly(made);
        assertThat(customers.get(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whoeverReadAnOlderVersionChangesNothing() {
        Customer made = customers.create(named("Version One", "+4930555001"), AGENT);
        Customer second = customers.change(made.id(), made.version(), named("Version Two", "+4930555002"), LATER);
        assertThat(second.name()).isEqualTo("Version Two");
        assertThat(second.changedAt()).isEqualTo(LATER.now());
        assertThatThrownBy(() -> customers.change(made.id(), made.version(), named("Version Three", "+1"), AGENT))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(
                        () -> customers.change(made.id(), made.version(), named("Version Three", "+4930555003"), AGENT))
                .asInstanceOf(type(Refusal.Stale.class))
                .extracting(Refusal.Stale::present)
                .isEqualTo(second);
        assertThat(customers.get(made.id())).contains(second);
        assertThat(found("Version Three")).isEmpty();
        assertThatThrownBy(() -> customers.change(UUID.randomUUID(), 1, named("x", "+4930555003"), AGENT))
                .isInstanceOf(Refusal.Unknown.class);
    }

    @Test
    void twoMayShareANumber() {
        Customer one = customers.create(named("Family One", "+4930777000"), AGENT);
        Customer other = customers.create(named("Family Other", "+4930777000"), LATER);
        assertThat(customers.candidates(PointKind.PHONE, "+4930777000")).containsExactly(one, other);
        assertThat(customers.byNumber("+4930777000")).as("that is no answer").isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedByItsField() {
        assertRefused("name", named(" ", "+4930111"));
        assertRefused("name", named("x".repeat(201), "+4930111"));
        assertRefused("name", named("two\nlines", "+4930111"));
        assertRefused("points.0.value", named("x", "030 111"));
        CustomerDraft fine = named("x", "+4930111");
        assertRefused(
                "points.1.value",
                with(fine, List.of(fine.points().getFirst(), fine.points().getFirst())));
        assertRefused(
                "points.0.value",
                with(
                        fine,
                        List.of(new ContactPoint(
                                PointKind.EMAIL, "a@b\r\nBcc: c@d", "", false, Optional.empty(), false))));
        assertRefused("segment", with(fine, Optional.of("royal"), Optional.empty()));
        assertRefused("organisation", with(fine, Optional.empty(), Optional.of(UUID.randomUUID())));
    }

    @Test
    void whoTypesFindsByAnyWordOrRunOfDigits() {
        customers.create(named("林小红", "+8613812340001"), AGENT);
        customers.create(named("Günther 100%_Müller! Àlvarez", "+4922198765432"), AGENT);
        customers.create(named("Günther Maier", "+4922190000000"), AGENT);
        assertThat(found("小红")).containsExactly("林小红");
        assertThat(found("lin xiao")).as("by its sound").containsExactly("林小红");
        assertThat(found("linxiaoh")).containsExactly("林小红");
        assertThat(found("GÜNTHER mül")).containsExactly("Günther 100%_Müller! Àlvarez");
        assertThat(found("mueller")).containsExactly("Günther 100%_Müller! Àlvarez");
        assertThat(found("muller gunther")).containsExactly("Günther 100%_Müller! Àlvarez");
        assertThat(found("alva")).containsExactly("Günther 100%_Müller! Àlvarez");
        assertThat(found("gunth")).hasSize(2);
        assertThat(found("98765432")).containsExactly("Günther 100%_Müller! Àlvarez");
        assertThat(found("0221 987")).containsExactly("Günther 100%_Müller! Àlvarez");
        assertThat(found("+49 221 98")).containsExactly("Günther 100%_Müller! Àlvarez");
        assertThat(found("1381234")).containsExactly("林小红");
        for (String nothing : List.of("", "%", "*", "' OR ''='", "\\", "_", "x".repeat(100_000), "\u202E", "😀")) {
            assertThat(found(nothing)).as(nothing).isEmpty();
        }
    }

    @Test
    void oneAmongThousandsOfTheSameNameIsFoundByHisOther() throws SQLException {
        try (var connection = db.connection();
                var insert = connection.prepareStatement(
                        "INSERT INTO search_term (term, record, kind) VALUES ('commonname', ?, 'CUSTOMER')")) {
            for (int i = 0; i < 2_100; i++) {
                insert.setString(1, new UUID(0, i).toString());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
        customers.create(named("Commonname Zed", "+4930123987"), AGENT);
        assertThat(found("commonname zed")).containsExactly("Commonname Zed");
        assertThat(found("com z")).containsExactly("Commonname Zed");
        assertThat(found("zed 4930123987")).containsExactly("Commonname Zed");
        assertThat(found("zed z zed")).containsExactly("Commonname Zed");
        assertThat(found("commonname zeds")).isEmpty();
    }

    @Test
    void addressesAreFoundByBothTheirParts() {
        CustomerDraft draft = with(
                named("Postal Person", "+4930888"),
                List.of(new ContactPoint(
                        PointKind.EMAIL, "Post.Person@Mail-Order.example", "", true, Optional.empty(), false)));
        customers.create(draft, AGENT);
        assertThat(found("post.person@mail")).containsExactly("Postal Person");
        assertThat(found("mail-order.example")).as("words of it").isEmpty();
        assertThat(found("person")).containsExactly("Postal Person");
    }

    @Test
    void aNumberBelongsToOneCustomerHoweverManyAskAtOnce() throws Exception {
        Callable<UUID> create = () -> db.call(session -> Customers.createFor(
                        session, ContactPoint.phone("+4969000111222", "", true), "+4969000111222", NOW))
                .id();
        Set<UUID> made = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<UUID> done :
                    threads.invokeAll(Stream.generate(() -> create).limit(16).toList())) {
                made.add(done.get());
            }
        }
        assertThat(made).hasSize(1);
        assertThat(found("+4969000111222")).hasSize(1);
    }

    @Test
    void pagesFollowTheNames() {
        CustomerFilter tagged = new CustomerFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("paged"));
        for (String name : List.of("Eve", "Adam", "Eve", "zoe", "Ädam", "Eve")) {
            CustomerDraft draft = named(name, "+493099" + (100 + (int) (Math.abs(name.hashCode()) % 800)));
            customers.create(tagged(draft, "paged"), AGENT);
        }
        Set<UUID> seen = new HashSet<>();
        Optional<UUID> after = Optional.empty();
        while (true) {
            List<Customer> page = customers.page(tagged, after, 2);
            page.forEach(one -> assertThat(seen.add(one.id())).isTrue());
            if (page.size() < 2) {
                break;
            }
            after = Optional.of(page.getLast().id());
        }
        assertThat(seen).hasSize(6);
    }

    @Test
    void whoHasAHistoryIsNotDeleted() {
        Customer made = customers.create(named("Historic Figure", "+4930666123"), AGENT);
        UUID call = UUID.randomUUID();
        new History(db)
                .open(new NewContact(
                        call,
                        "VOICE",
                        "+4930666123",
                        false,
                        Optional.of("+4930666123"),
                        "500",
                        Optional.of(made.id()),
                        NOW));
        assertThatThrownBy(() -> customers.delete(made.id(), made.version(), AGENT))
                .isInstanceOf(Refusal.Conflict.class);
        Customer other = customers.create(named("Somebody Else", "+4930666124"), AGENT);
        new History(db).move(call, Optional.of(other.id()), AGENT);
        assertThat(new History(db)
                        .contact(call)
                        .orElseThrow()
                        .customer()
                        .orElseThrow()
                        .name())
                .isEqualTo("Somebody Else");
        customers.delete(made.id(), made.version(), AGENT);
        assertThat(customers.get(made.id())).isEmpty();
        assertThat(found("Historic")).isEmpty();
    }

    @Test
    void theTrailTellsWhatChangedAndNobodyCanChangeIt() throws SQLException {
        Audit audit = new Audit(db);
        Customer made = customers.create(named("Before", "+4930444555"), AGENT);
        customers.change(made.id(), made.version(), named("After", "+4930444555"), LATER);
        audit.read(LATER, io.ahoy.crm.access.Subject.CUSTOMER, made.id());
        Optional<String> of = Optional.of(made.id().toString());
        List<AuditEntry> trail = audit.page(of, Optional.empty(), Optional.empty(), 10);
        assertThat(trail).extracting(AuditEntry::action).containsExactlyInAnyOrder("READ", "CHANGED", "CREATED");
        AuditEntry change = trail.stream()
                .filter(entry -> entry.action().equals("CHANGED"))
                .findFirst()
                .orElseThrow();
        assertThat(change.before().orElseThrow())
                .contains("\"name\":\"Before\"")
                .doesNotContain("4930444555");
        assertThat(change.after().orElseThrow()).contains("\"name\":\"After\"");
        for (String tampering : List.of("UPDATE audit SET agent = NULL", "DELETE FROM audit")) {
            try (var connection = db.connection();
                    var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(tampering)).hasMessageContaining("append-only");
                connection.rollback();
            }
        }
        db.run(session -> Audit.erase(session, made.id()));
        assertThat(audit.page(of, Optional.empty(), Optional.empty(), 10))
                .hasSize(3)
                .allMatch(entry -> entry.before().isEmpty() && entry.after().isEmpty());
    }

    private void assertRefused(String field, CustomerDraft draft) {
        assertThatThrownBy(() -> customers.create(draft, AGENT))
                .asInstanceOf(type(Refusal.Invalid.class))
                .extracting(Refusal.Invalid::field)
                .isEqualTo(field);
    }

    private Organisation organisation(String name) {
        return new Organisations(db)
                .create(
                        new OrganisationDraft(
                                name,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                new TreeSet<>()),
                        AGENT);
    }

    private static CustomerDraft named(String name, String number) {
        return CustomerDraft.named(name, List.of(ContactPoint.phone(number, "", true)));
    }

    private static CustomerDraft with(CustomerDraft draft, List<ContactPoint> points) {
        return CustomerDraft.named(draft.name(), points);
    }

    private static CustomerDraft with(CustomerDraft of, Optional<String> segment, Optional<UUID> organisation) {
        return new CustomerDraft(
                of.name(),
                of.givenName(),
                of.familyName(),
                of.reading(),
                of.address(),
                of.language(),
                of.timeZone(),
                segment,
                organisation,
                of.owner(),
                of.points(),
                of.tags(),
                of.consents());
    }

    private static CustomerDraft tagged(CustomerDraft of, String tag) {
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
                new TreeSet<>(Set.of(tag)),
                of.consents());
    }

    private List<String> found(String query) {
        return customers.all(finder.find(query, Subject.CUSTOMER, 20)).stream()
                .map(Customer::name)
                .toList();
    }
}
