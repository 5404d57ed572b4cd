package io.ahoy.crm.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class SessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(100);

    private final Db db;
    private final Sessions sessions;

    SessionsTest(Db db) {
        this.db = db;
        this.sessions = new Sessions(db, LIMIT);
    }

    @BeforeEach
    void demo() {
        DemoTeam.fill(db, NOW);
    }

    @Test
    void isFoundByItsTokenUntilItIsClosed() {
        Session session = sessions.open(DemoTeam.ANNA.id(), NOW);
        assertThat(sessions.find(session.token(), NOW)).contains(session);
        assertThat(sessions.find(session.token() + "x", NOW)).isEmpty();
        assertThat(sessions.find("", NOW)).isEmpty();
        sessions.close(session.token());
        assertThat(sessions.find(session.token(), NOW)).isEmpty();
    }

    @Test
    void endsAfterTheLimitWithoutARequest() {
        Session session = sessions.open(DemoTeam.ANNA.id(), NOW);
        assertThat(sessions.find(session.token(), NOW.plus(LIMIT).minusMillis(1)))
                .hasValueSatisfying(found -> assertThat(found.expires())
                        .isEqualTo(NOW.plus(LIMIT).minusMillis(1).plus(LIMIT)));
        assertThat(sessions.find(session.token(), NOW.plus(LIMIT).plus(LIMIT))).isEmpty();
    }

    @Test
    void isNotWrittenAtEveryRequest() {
        Session session = sessions.open(DemoTeam.ANNA.id(), NOW);
        assertThat(sessions.find(session.token(), NOW.plusSeconds(1))
                        .orElseThrow()
                        .expires())
                .isEqualTo(session.expires());
    }

    @Test
    void closesAllOfAnAgentAndNobodyElses() {
        Session first = sessions.open(DemoTeam.BO.id(), NOW);
        Session second = sessions.open(DemoTeam.BO.id(), NOW);
        Session other = sessions.open(DemoTeam.CHEN.id(), NOW);
        sessions.closeAllOf(DemoTeam.BO.id());
        assertThat(sessions.find(first.token(), NOW)).isEmpty();
        assertThat(sessions.find(second.token(), NOW)).isEmpty();
        assertThat(sessions.find(other.token(), NOW)).contains(other);
    }

    @Test
    void theDatabaseDoesNotKnowTheToken() throws SQLException {
        Session session = sessions.open(DemoTeam.ANNA.id(), NOW);
        try (var connection = db.connection();
                var statement =
                        connection.prepareStatement("SELECT COUNT(*) FROM session WHERE INSTR(token_hash, ?) > 0")) {
            statement.setString(1, session.token());
            try (var result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getInt(1)).isZero();
            }
        }
        assertThat(session.toString()).doesNotContain(session.token()).doesNotContain(session.csrf());
    }
}
