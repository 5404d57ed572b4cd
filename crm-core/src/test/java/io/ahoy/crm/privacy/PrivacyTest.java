package io.ahoy.crm.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.AuditEntry;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.Address;
import io.ahoy.crm.customer.Consent;
import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.CustomerDraft;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.Notes;
import io.ahoy.crm.customer.PointKind;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.history.SegmentRow;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class PrivacyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final UUID ANN = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final Actor ACTOR = new Actor(ANN, Role.ADMINISTRATOR, Set.of(), Optional.empty(), NOW);
    /** What would tell who he was. */
    private static final List<String> HIS =
            List.of("Quillfeather", "quillfeather", "493055512399", "Larchmont Alley", "Wears a green hat");

    private final Db db;

    PrivacyTest(Db db) {
        this.db = db;
    }

    @Test
    void whoIsErasedIsNowhere_andHisContactsStillCount() throws SQLException {
        Customer customer = known();
        UUID interaction = called(customer, "CLOSED");
        answeredOnce(customer);
        long cases = count("service_case");
        hasACaseAndAnOrder(customer.id());
        somebodyIsTransferredTo("+493055512399");
        assertThat(traces()).as("he is there before").isNotEmpty();
        Erasure.Erased erased = new Erasure(db).erase(customer.id(), customer.version(), ACTOR);
        assertThat(erased.interactions()).isEqualTo(1);
        assertThat(traces()).isEmpty();
        assertThat(count("service_case")).as("it still counts").isEqualTo(cases + 1);
        assertThat(count("customer_order")).isZero();
        assertThat(new Customers(db).get(customer.id())).isEmpty();
        var contact = new History(db).contact(interaction).orElseThrow();
        assertThat(contact.segments()).hasSize(1);
        assertThat(contact.wrapUps().getFirst().disposition()).contains("sold");
        assertThat(contact.customer()).isEmpty();
    }

    @Test
    void whatTheTrailSaysOfHimCanBeReadByNobody() {
        Customer customer = known();
        new Erasure(db).erase(customer.id(), customer.version(), ACTOR);
        List<AuditEntry> trail =
                new Audit(db).page(Optional.of(customer.id().toString()), Optional.empty(), Optional.empty(), 10);
        assertThat(trail).extracting(AuditEntry::action).contains("ERASED", "CREATED");
        assertThat(trail)
                .allMatch(entry -> entry.before().isEmpty() && entry.after().isEmpty());
        assertThat(trail).filteredOn(entry -> entry.action().equals("CREATED")).allMatch(AuditEntry::erased);
    }

    @Test
    void nobodyIsErasedInTheMiddleOfACall_orUnseen() {
        Customer customer = known();
        called(customer, "ACTIVE");
        Erasure erasure = new Erasure(db);
        assertThatThrownBy(() -> erasure.erase(customer.id(), customer.version(), ACTOR))
                .isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> erasure.erase(customer.id(), customer.version() + 1, ACTOR))
                .isInstanceOf(Refusal.Stale.class);
        assertThatThrownBy(() -> erasure.erase(UUID.randomUUID(), 1, ACTOR)).isInstanceOf(Refusal.Unknown.class);
        assertThat(new Customers(db).get(customer.id())).isPresent();
    }

    @Test
    void aNumberThatOthersHaveTooStaysTheirs() {
        Customer customer = known();
        Customer wife = new Customers(db)
                .create(CustomerDraft.named("His wife", List.of(ContactPoint.phone("+493055512399", "", true))), ACTOR);
        UUID hers = called(wife, "CLOSED");
        new Erasure(db).erase(customer.id(), customer.version(), ACTOR);
        assertThat(new History(db).contact(hers).orElseThrow().fromE164()).contains("+493055512399");
        new Erasure(db).erase(wife.id(), wife.version(), ACTOR);
    }

    @Test
    void everythingAboutOnePersonIsExported() throws IOException {
        Customer customer = known();
        called(customer, "CLOSED");
        Export export = new Export(db, new Blobs(Path.of("target", "privacy-blobs")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        export.write(export.begin(customer.id(), ACTOR).orElseThrow(), bytes);
        Map<String, String> files = unzipped(bytes.toByteArray());
        assertThat(files)
                .containsOnlyKeys(
                        "customer.json",
                        "notes.json",
                        "interactions.json",
                        "cases.json",
                        "orders.json",
                        "mails.json",
                        "audit.json",
                        "index.html");
        assertThat(files.get("customer.json"))
                .contains("Quillfeather", "+493055512399", "Larchmont Alley", "newsletter");
        assertThat(files.get("notes.json")).contains("Wears a green hat");
        assertThat(files.get("interactions.json")).contains("+493055512399", "bought for Quillfeather");
        assertThat(files.get("audit.json")).contains("EXPORTED", "CREATED");
        assertThat(files.get("index.html"))
                .contains("Quillfeather", "Wears a green hat &lt;script&gt;", "bought for", "EXPORTED")
                .doesNotContain("<script>");
        new Erasure(db).erase(customer.id(), customer.version(), ACTOR);
    }

    @Test
    void whatIsOldIsForgotten_onceItIsNoTrialAnyMore() {
        Customer customer = known();
        UUID interaction = called(customer, "CLOSED");
        Retention retention = new Retention(db);
        Instant later = NOW.plus(Duration.ofDays(1_000));
        assertThatThrownBy(() -> retention.change(Map.of(Retention.Kind.AUDIT, 100), ACTOR))
                .isInstanceOf(Refusal.Invalid.class);
        retention.change(Map.of(Retention.Kind.INTERACTIONS, 30, Retention.Kind.NOTES, 2_000), ACTOR);
        Retention.Report trial = retention.run(true, later);
        assertThat(trial.counts().get("INTERACTIONS")).isPositive();
        assertThat(new History(db).contact(interaction).orElseThrow().customer())
                .isPresent();
        Retention.Report run = retention.run(false, later.plusSeconds(1));
        assertThat(run.counts()).isEqualTo(trial.counts());
        assertThat(new History(db).contact(interaction).orElseThrow().customer())
                .isEmpty();
        assertThat(new Notes(db).page(customer.id(), Optional.empty(), 10))
                .as("kept longer")
                .hasSize(1);
        assertThat(retention.run(false, later.plusSeconds(2)).counts().get("INTERACTIONS"))
                .isZero();
        assertThat(retention.reports(2)).extracting(Retention.Report::dryRun).containsExactly(false, false);
        new Erasure(db).erase(customer.id(), customer.version(), ACTOR);
    }

    @Test
    void aCaseThatWasClosedLongAgoTellsOfNobody() throws SQLException {
        Customer customer = known();
        hasACaseAndAnOrder(customer.id());
        Retention retention = new Retention(db);
        retention.change(Map.of(Retention.Kind.CASES, 30), ACTOR);
        Instant later = NOW.plus(Duration.ofDays(100));
        assertThat(retention.run(false, later).counts().get("CASES"))
                .as("it is open")
                .isZero();
        try (var connection = db.connection();
                var statement =
                        connection.prepareStatement("UPDATE service_case SET closed_at = ? WHERE customer = ?")) {
            statement.setObject(
                    1, NOW.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC).toLocalDateTime());
            statement.setString(2, customer.id().toString());
            assertThat(statement.executeUpdate()).isEqualTo(1);
            connection.commit();
        }
        assertThat(retention.run(true, later).counts().get("CASES")).isEqualTo(1);
        assertThat(retention.run(false, later).counts().get("CASES")).isEqualTo(1);
        assertThat(traces()).noneMatch(trace -> trace.startsWith("service_case"));
        assertThat(retention.run(false, later).counts().get("CASES")).isZero();
        new Erasure(db).erase(customer.id(), customer.version(), ACTOR);
    }

    @Test
    void oldLinesOfTheTrailGoWithWhatTheyShowedAndTheirKeys_unlessALineIsLeft() throws SQLException {
        Actor before =
                new Actor(ANN, Role.ADMINISTRATOR, Set.of(), Optional.empty(), Instant.parse("2019-01-31T08:00:00Z"));
        Customers customers = new Customers(db);
        UUID old =
                customers.create(CustomerDraft.named("Old", List.of()), before).id();
        Customer both = customers.create(CustomerDraft.named("Both", List.of()), before);
        customers.change(both.id(), both.version(), CustomerDraft.named("Both still", List.of()), ACTOR);
        Audit audit = new Audit(db);
        audit.shown(before, Subject.CUSTOMER, "/find", Stream.of(old, both.id()));
        new Retention(db).run(false, NOW);
        assertThat(page(audit, old)).isEmpty();
        assertThat(count("audit_key WHERE record = '" + old + "'")).isZero();
        assertThat(count("audit_shown WHERE record = '" + both.id() + "'")).isZero();
        assertThat(page(audit, both.id()))
                .singleElement()
                .satisfies(left -> assertThat(left.after().orElseThrow()).contains("Both still"));
    }

    private static List<AuditEntry> page(Audit audit, UUID record) {
        return audit.page(Optional.of(record.toString()), Optional.empty(), Optional.empty(), 10);
    }

    private void somebodyIsTransferredTo(String number) throws SQLException {
        try (var connection = db.connection();
                var insert = connection.prepareStatement(
                        "INSERT INTO journal (domain, seq, epoch, at, payload) VALUES ('privacy', 20001, 1, NOW(3), ?)")) {
            insert.setString(1, "[{\"target\":{\"number\":\"" + number + "\"}},{\"target\":{\"number\":\"+4930\"}}]");
            insert.executeUpdate();
            connection.commit();
        }
    }

    private void hasACaseAndAnOrder(UUID customer) throws SQLException {
        try (var connection = db.connection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT IGNORE INTO case_type (id, place, title_en, title_zh, complaint, states, clocks)"
                    + " VALUES ('request', 1, 'Request', '请求', FALSE, '[]', '{}')");
            statement.execute(
                    "INSERT INTO service_case (id, number, type, state, state_kind, state_since, priority, subject,"
                            + " description, customer, cause, clocks, due_at, due_soon_at, opened_at, changed_at) VALUES (UUID(), SUBSTR(UUID(), 1, 32),"
                            + " 'request', 'open', 'OPEN', NOW(3), 'NORMAL', 'Quillfeather asks', '7 Larchmont Alley', '"
                            + customer
                            + "', 'Quillfeather', '{}', NOW(3), NOW(3), NOW(3), NOW(3))");
            statement.execute(
                    "INSERT INTO search_term (term, record, kind) SELECT 'quillfeather', id, 'CASE' FROM service_case WHERE customer = '"
                            + customer + "'");
            statement.execute("INSERT INTO note (id, record, text, author, written_at, changed_at)"
                    + " SELECT UUID(), id, 'Quillfeather again', id, NOW(3), NOW(3) FROM service_case WHERE customer = '"
                    + customer + "'");
            statement.execute(
                    "INSERT INTO customer_order (id, number, kind, customer, status, status_kind, placed_at, changed_at)"
                            + " VALUES (UUID(), UUID(), 'ORDER', '" + customer
                            + "', 'on its way to Quillfeather', 'OPEN', NOW(3), NOW(3))");
            connection.commit();
        }
    }

    private long count(String table) throws SQLException {
        try (var connection = db.connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Customer known() {
        Customer customer = new Customers(db)
                .create(
                        new CustomerDraft(
                                "Quentin Quillfeather",
                                Optional.of("Quentin"),
                                Optional.of("Quillfeather"),
                                Optional.empty(),
                                Optional.of(new Address(
                                        List.of("7 Larchmont Alley"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())),
                                Optional.of("en"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(
                                        ContactPoint.phone("+493055512399", "Quillfeather at home", true),
                                        new ContactPoint(
                                                PointKind.EMAIL,
                                                "q@quillfeather.example",
                                                "",
                                                true,
                                                Optional.empty(),
                                                false)),
                                new TreeSet<>(Set.of("quillfeathers")),
                                List.of(new Consent("newsletter", PointKind.EMAIL, true, NOW, "Quillfeather's mail"))),
                        ACTOR);
        new Notes(db).write(customer.id(), "Wears a green hat <script>", ACTOR);
        return customer;
    }

    private UUID called(Customer customer, String state) {
        UUID id = UuidV7.next(NOW);
        History history = new History(db);
        history.open(new NewContact(
                id,
                "VOICE",
                "Quillfeather +493055512399",
                false,
                Optional.of("+493055512399"),
                "500",
                Optional.of(customer.id()),
                NOW));
        history.saveSegment(new SegmentRow(
                id,
                1,
                "sales",
                Optional.of(ANN),
                NOW,
                Optional.of(NOW),
                Optional.of(NOW),
                Optional.of(NOW),
                "ANSWERED",
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        history.wrapUp(id, ANN, "sold", Optional.of("bought for Quillfeather"), NOW);
        history.saveState(id, state, Optional.of(NOW), Optional.empty());
        return id;
    }

    /** An answer that is kept in case that its request comes again. */
    private void answeredOnce(Customer customer) throws SQLException {
        try (Connection connection = db.connection();
                var insert = connection.prepareStatement(
                        "INSERT INTO idempotency (caller, `key`, request, status, body, at) VALUES (?, 'k', ?, 201, ?, NOW(3))")) {
            insert.setString(1, ANN.toString());
            insert.setBytes(2, new byte[32]);
            insert.setString(3, "{\"id\":\"" + customer.id() + "\",\"name\":\"Quillfeather\"}");
            insert.executeUpdate();
            connection.commit();
        }
    }

    /** Table and column of everything that says something of him, in whatever column there is that can hold text. */
    private List<String> traces() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = db.connection();
                var columns = connection
                        .createStatement()
                        .executeQuery("SELECT table_name, column_name FROM information_schema.columns"
                                + " WHERE table_schema = DATABASE() AND data_type IN ('char', 'varchar', 'tinytext', 'text',"
                                + " 'mediumtext', 'longtext', 'json', 'blob', 'longblob')")) {
            while (columns.next()) {
                String column = columns.getString(1) + "." + columns.getString(2);
                for (String his : HIS) {
                    // Names come from the schema itself, and cannot be parameters.
                    try (var search = connection.prepareStatement("SELECT COUNT(*) FROM `" + columns.getString(1)
                            + "` WHERE INSTR(`" + columns.getString(2) + "`, ?) > 0")) {
                        search.setString(1, his);
                        try (ResultSet count = search.executeQuery()) {
                            count.next();
                            if (count.getInt(1) > 0) {
                                found.add(column + " " + his);
                            }
                        }
                    }
                }
            }
        }
        return found;
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
