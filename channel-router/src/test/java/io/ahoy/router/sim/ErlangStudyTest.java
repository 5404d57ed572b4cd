package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The router against theory: each figure within 1 % or three standard errors. */
class ErlangStudyTest {
    private static final int CUSTOMERS = 40_000;

    @ParameterizedTest(name = "{0} agents, {1} an hour, {2} s each, patience {3} s")
    @CsvSource({
        "1, 10, 180, 0",
        "5, 50, 240, 0",
        "14, 200, 180, 0",
        "55, 800, 225, 0",
        "120, 2000, 200, 0",
        "3, 40, 300, 60",
        "10, 144, 300, 60",
        "20, 255, 240, 600",
        "50, 1000, 180, 120",
        "100, 1320, 300, 180"
    })
    @DisplayName("simulated and computed figures agree")
    void agrees(int agents, double perHour, int handle, int patience) {
        ErlangStudy.Case given = new ErlangStudy.Case(
                agents,
                perHour,
                Duration.ofSeconds(handle),
                patience == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(patience)),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
        Duration length = Duration.ofSeconds((long) (CUSTOMERS / perHour * 3600));
        ErlangStudy.Result seen = ErlangStudy.run(given, length, agents, share -> {});
        Erlang theory = given.theory();
        assertThat(seen.customers()).isGreaterThan(CUSTOMERS * 9 / 10);
        agree("P(wait)", seen.waits(), theory.waits());
        agree("ASA", seen.answerWait(), theory.answerWait());
        agree("service level", seen.serviceLevel(), theory.serviceLevel());
        agree("abandon rate", seen.abandons(), theory.abandons());
    }

    private static void agree(String what, BatchMeans.Estimate seen, double theory) {
        double off = Math.abs(seen.value() - theory);
        assertThat(off)
                .as("%s: seen %s, computed %s", what, seen, theory)
                .isLessThanOrEqualTo(Math.max(0.01 * theory, 3 * seen.error()));
    }
}
