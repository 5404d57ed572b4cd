package io.ahoy.crm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.CustomerDraft;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.team.DemoTeam;
import io.ahoy.crm.team.Team;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a server of its own, because it is killed and frozen here. */
class DbTest {
    private static final Instant NOW = Instant.parse("2026-03-29T01:30:00.987Z");

    private static EmbeddedMariaDb server;

    @BeforeAll
    static void start() {
        server = EmbeddedMariaDb.start(Path.of("target", "mariadb-db-test"), 0);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void callsFailWhileTheDatabaseIsAwayAndWorkWhenItIsBack() throws Exception {
        try (Db db = open("ahoy_outage", 4)) {
            DemoTeam.fill(db, NOW);
            Team team = new Team(db);
            ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> ProcessHandle.of(server.pid()).isEmpty());
            assertThatThrownBy(team::agents).isInstanceOf(DatabaseDown.class);
            assertThat(db.isUp()).isFalse();
            assertThatThrownBy(db::connection).matches(DatabaseDown::isBehind);
            // Callers that come together wait together, not one behind the other.
            Callable<Boolean> call = () -> {
                assertThatThrownBy(team::queues).isInstanceOf(DatabaseDown.class);
                return true;
            };
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Boolean> done :
                        threads.invokeAll(Stream.generate(() -> call).limit(50).toList())) {
                    assertThat(done.get()).isTrue();
                }
            }

            assertThat(server.ensureUp()).isTrue();
            await().atMost(Duration.ofSeconds(20)).until(db::isUp);
            assertThat(team.agents()).hasSize(4);
        }
    }

    @Test
    void aFrozenDatabaseCountsAsAway() throws Exception {
        try (Db db = open("ahoy_frozen", 2)) {
            Customers customers = new Customers(db);
            Customer before = db.call(
                    session -> Customers.createFor(session, ContactPoint.phone("+49301", "", true), "+49301", NOW));
            signal("STOP");
            try {
                assertThatThrownBy(() -> customers.get(before.id())).isInstanceOf(DatabaseDown.class);
            } finally {
                signal("CONT");
            }
            await().atMost(Duration.ofSeconds(20)).until(db::isUp);
            assertThat(customers.get(before.id())).contains(before);
        }
    }

    @Test
    void whatPassesByItselfIsNoLastWord() {
        for (int code : new int[] {1205, 1213, 1290}) {
            assertThat(DatabaseDown.isBehind(new IllegalStateException(refusal(code))))
                    .isTrue();
        }
        int duplicate = 1062;
        assertThat(DatabaseDown.isBehind(new IllegalStateException(refusal(duplicate))))
                .isFalse();
        try (Db db = open("ahoy_deadlock", 2)) {
            AtomicInteger attempts = new AtomicInteger();
            assertThatThrownBy(() -> db.run(session -> {
                        attempts.incrementAndGet();
                        throw new IllegalStateException(refusal(1213));
                    }))
                    .isInstanceOf(DatabaseDown.class);
            assertThat(attempts).hasValue(3);
        }
    }

    private static SQLException refusal(int code) {
        return new SQLException("not now", "HY000", code);
    }

    @Test
    void aTransactionIsAllOrNothing() {
        try (Db db = open("ahoy_transaction", 2)) {
            Customers customers = new Customers(db);
            assertThatThrownBy(() -> db.run(session -> {
                        Customers.createFor(session, ContactPoint.phone("+49302", "", true), "+49302", NOW);
                        throw new IllegalStateException("in the middle");
                    }))
                    .hasMessage("in the middle");
            assertThat(customers.byNumber("+49302")).isEmpty();
        }
    }

    @Test
    void instantsAreUtcWhateverTheZoneOfTheJvm() throws SQLException {
        TimeZone before = TimeZone.getDefault();
        UUID id = UUID.randomUUID();
        // 01:30 UTC on this day is an hour that does not exist in Berlin's clocks if taken for local time.
        Instant unspeakable = Instant.parse("2026-03-29T02:30:00.987Z");
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            try (Db db = open("ahoy_zones", 2)) {
                db.run(session -> Customers.insert(session, id, CustomerDraft.named("x", List.of()), unspeakable));
                assertThat(new Customers(db).get(id).orElseThrow().since()).isEqualTo(unspeakable);
            }
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            try (Db db = Db.open(server.url("ahoy_zones"), server.user(), server.password(), 2)) {
                assertThat(new Customers(db).get(id).orElseThrow().since()).isEqualTo(unspeakable);
                try (Connection connection = db.connection();
                        var statement = connection.createStatement();
                        var row = statement.executeQuery("SELECT CAST(since AS CHAR) FROM customer")) {
                    assertThat(row.next()).isTrue();
                    assertThat(row.getString(1)).isEqualTo("2026-03-29 02:30:00.987");
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void saysWhatIsWrongWithAnAddress() {
        String url = server.url();
        assertThatThrownBy(() -> Db.open("jdbc:postgresql://localhost/ahoy", "a", "b", 1))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("jdbc:mariadb:");
        assertThatThrownBy(() -> Db.open("jdbc:mariadb://127.0.0.1:1/ahoy", "a", "b", 1))
                .isInstanceOf(DatabaseDown.class)
                .hasMessage("Connection refused");
        assertThatThrownBy(() -> Db.open("jdbc:mariadb://nowhere.invalid/ahoy?sslMode=disable", "a", "b", 1))
                .isInstanceOf(DatabaseDown.class)
                .hasMessage("Its host is unknown");
        assertThatThrownBy(() -> Db.open(url, server.user(), "wrong", 1))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("Access denied")
                .hasMessageNotContaining(server.password());
        assertThatThrownBy(() -> Db.open(url.replace("/ahoy", "/ahoy_not_there"), server.user(), server.password(), 1))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("ahoy_not_there");
        assertThatThrownBy(() -> Db.open(
                        url.replace("sslMode=disable", "sslMode=verify-full"), server.user(), server.password(), 1))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("sslMode");
    }

    @Test
    void encryptionIsAlwaysStated() {
        assertThat(Db.withStatedSsl("jdbc:mariadb://127.0.0.1:3306/ahoy"))
                .isEqualTo("jdbc:mariadb://127.0.0.1:3306/ahoy?sslMode=disable");
        assertThat(Db.withStatedSsl("jdbc:mariadb://localhost/ahoy?useCompression=true"))
                .isEqualTo("jdbc:mariadb://localhost/ahoy?useCompression=true&sslMode=disable");
        assertThat(Db.withStatedSsl("jdbc:mariadb://db.example/ahoy"))
                .isEqualTo("jdbc:mariadb://db.example/ahoy?sslMode=verify-full");
        assertThat(Db.withStatedSsl("jdbc:mariadb://db.example/ahoy?SSLMODE=trust"))
                .isEqualTo("jdbc:mariadb://db.example/ahoy?SSLMODE=trust");
        assertThat(Db.withStatedSsl("jdbc:mariadb:sequential://a.example,b.example/ahoy"))
                .isEqualTo("jdbc:mariadb:sequential://a.example,b.example/ahoy?sslMode=verify-full");
    }

    @Test
    void idsSortByTime() {
        UUID earlier = UuidV7.next(NOW);
        UUID later = UuidV7.next(NOW.plusMillis(1));
        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.variant()).isEqualTo(2);
        assertThat(earlier.toString()).isLessThan(later.toString());
        assertThat(UuidV7.madeAt(earlier, Instant.EPOCH)).isEqualTo(NOW);
        assertThat(UuidV7.madeAt(UUID.randomUUID(), Instant.EPOCH)).isEqualTo(Instant.EPOCH);
    }

    private static Db open(String schema, int poolSize) {
        return Db.open(server.emptyUrl(schema), server.user(), server.password(), poolSize);
    }

    private static void signal(String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(server.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
