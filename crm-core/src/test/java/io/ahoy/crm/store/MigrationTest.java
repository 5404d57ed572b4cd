package io.ahoy.crm.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.NoAnswer;
import io.ahoy.crm.team.Queue;
import io.ahoy.crm.team.Team;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the first version goes on with what was in it. */
class MigrationTest {
    @TempDir
    Path folder;

    @Test
    void skillsBecomeLevelsAndQueuesKeepTheirRules() throws SQLException {
        EmbeddedMariaDb server = EmbeddedMariaDb.start(folder, 0);
        try {
            String url = server.emptyUrl("ahoy_migration");
            Flyway.configure()
                    .dataSource(url, server.user(), server.password())
                    .locations("classpath:db/migration")
                    .target("1")
                    .load()
                    .migrate();
            fill(url, server);
            try (Db db = Db.open(url, server.user(), server.password(), 2)) {
                Team team = new Team(db);
                Agent ann = team.byLogin("ann").orElseThrow();
                assertThat(ann.skills()).isEqualTo(Map.of("sales", 10, "odd \"one\"", 10));
                Queue queue = team.queues().getFirst();
                assertThat(queue.needs().skills()).isEqualTo(Map.of("odd \"one\"", 1));
                assertThat(queue)
                        .isEqualTo(new Queue(
                                "sales",
                                queue.title(),
                                "odd \"one\"",
                                Duration.ofSeconds(20),
                                0.8,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(15),
                                Duration.ZERO,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(10),
                                "ahoy"));
                assertThat(queue.noAnswer().keySet()).containsExactly(NoAnswer.Cause.values());
            }
        } finally {
            server.stop();
        }
    }

    private static void fill(String url, EmbeddedMariaDb server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, server.user(), server.password());
                Statement sql = connection.createStatement()) {
            sql.execute(
                    "INSERT INTO agent (id, login, name, role, extension, language, password_hash, phone_secret) VALUES"
                            + " ('01900000-0000-7000-8000-000000000001', 'ann', 'Ann', 'AGENT', '1', 'en', 'x', 'y')");
            sql.execute("INSERT INTO agent_skill (agent, skill) VALUES"
                    + " ('01900000-0000-7000-8000-000000000001', 'sales'),"
                    + " ('01900000-0000-7000-8000-000000000001', 'odd \"one\"')");
            sql.execute("INSERT INTO queue (id, place, title_en, title_zh, skill, service_level_threshold_ms,"
                    + " service_level_target, short_abandon_ms, offer_limit_ms, wrap_up_limit_ms, wrap_up_extension_ms,"
                    + " decline_retry_ms, music_class) VALUES ('sales', 1, 'Sales', 'S', 'odd \"one\"', 20000, 0.8, 5000, 15000,"
                    + " 0, 30000, 10000, 'ahoy')");
        }
    }
}
