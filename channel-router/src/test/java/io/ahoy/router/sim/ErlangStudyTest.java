package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The router against theory: each figure within 1 % or three standard errors, which with few agents are a few per cent. With many agents
 * waits are too rare for that; {@link FirstComeFirstServedTest} sees there what statistics cannot.
 */
class ErlangStudyTest {
    private static final Duration HANDLE_TIME = Duration.ofSeconds(180);

    @ParameterizedTest(name = "{0} agents, {1} Erlang, patience {2} s")
    @CsvSource({
        "1, 0.3, 0, 200000",
        "1, 0.6, 0, 200000",
        "3, 1, 0, 150000",
        "3, 2, 0, 200000",
        "14, 8, 0, 40000",
        "14, 10, 0, 40000",
        "55, 45, 0, 40000",
        "200, 180, 0, 40000",
        "1, 0.8, 180, 100000",
        "1, 2, 60, 120000",
        "3, 2, 120, 120000",
        "3, 5, 90, 100000",
        "14, 10, 300, 40000",
        "14, 20, 120, 100000",
        "55, 50, 180, 40000",
        "55, 66, 120, 40000",
        "200, 190, 180, 40000",
        "200, 260, 60, 40000"
    })
    @DisplayName("simulated and computed figures agree")
    void agrees(int agents, double load, int patience, int customers) {
        double perHour = load * 3600 / HANDLE_TIME.toSeconds();
        ErlangStudy.Case given = new ErlangStudy.Case(
                agents,
                perHour,
                HANDLE_TIME,
                patience == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(patience)),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5));
        Duration length = Duration.ofSeconds((long) (customers / perHour * 3600));
        ErlangStudy.Result seen = ErlangStudy.run(given, length, agents, share -> {});
        Erlang theory = given.theory();
        assertThat(seen.customers()).isGreaterThan(customers * 9L / 10);
        agree("P(wait)", seen.waits(), theory.waits());
        agree("mean wait", seen.meanWait(), theory.meanWait());
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
