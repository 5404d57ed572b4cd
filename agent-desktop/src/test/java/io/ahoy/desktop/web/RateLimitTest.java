package io.ahoy.desktop.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private final RateLimit limit = new RateLimit(10, 3);
    private final UUID caller = UUID.randomUUID();

    @Test
    void aFewAtOnceAndThenSoManyASecond() {
        for (int i = 0; i < 3; i++) {
            limit.take(caller, NOW);
        }
        assertThatThrownBy(() -> limit.take(caller, NOW)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.retryAfter()).isPresent();
        });
        limit.take(caller, NOW.plusMillis(200));
        limit.take(UUID.randomUUID(), NOW);
    }

    @Test
    void aClockThatIsSetBackGivesNothing() {
        for (int i = 0; i < 3; i++) {
            limit.take(caller, NOW);
        }
        assertThatThrownBy(() -> limit.take(caller, NOW.minusSeconds(3_600))).isInstanceOf(Problem.class);
    }
}
