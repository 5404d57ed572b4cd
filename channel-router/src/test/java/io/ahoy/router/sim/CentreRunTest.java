package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.router.acd.Acd;
import io.ahoy.router.acd.Invariants;
import io.ahoy.router.acd.OfferOutcome;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CentreRunTest {
    private static final Path EXAMPLE = Path.of(System.getProperty("ahoy.top"), "config/scenarios/example.yaml");
    private static final int INVARIANTS_EVERY = 20;

    @Test
    @DisplayName("the same seed gives the same outputs, another seed others")
    void sameSeedSameHash() throws Exception {
        Scenario scenario = ScenarioReader.read(EXAMPLE);
        CentreRun.Result first = new CentreRun(scenario, 1, 5).run(share -> {});
        CentreRun.Result again = new CentreRun(scenario, 1, 5).run(share -> {});
        CentreRun.Result other = new CentreRun(scenario, 1, 6).run(share -> {});
        assertThat(again.hash()).isEqualTo(first.hash());
        assertThat(again.figures()).isEqualTo(first.figures());
        assertThat(other.hash()).isNotEqualTo(first.hash());
    }

    @Test
    @DisplayName("the example makes use of what a centre has")
    void exampleIsAlive() throws Exception {
        Scenario scenario = ScenarioReader.read(EXAMPLE);
        CentreRun.Result result = new CentreRun(scenario, 1, 1).run(share -> {});
        assertThat(result.offers().keySet())
                .contains(
                        OfferOutcome.ACCEPTED,
                        OfferOutcome.DECLINED,
                        OfferOutcome.TIMED_OUT,
                        OfferOutcome.BROWSER_GONE,
                        OfferOutcome.CUSTOMER_LEFT);
        assertThat(result.figures().values())
                .hasSize(5)
                .allSatisfy(figures -> assertThat(figures.answered()).isGreaterThan(50));
        assertThat(result.figures().values().stream().mapToInt(figures -> figures.flowedOut()))
                .anyMatch(count -> count > 0);
        assertThat(result.occupancy().values())
                .hasSize(4)
                .allSatisfy(share -> assertThat(share.occupancy()).isBetween(0.2, 1.0));
    }

    @Test
    @DisplayName("all invariants of the router hold in a busy centre")
    void invariantsHold() throws Exception {
        CentreRun run = new CentreRun(ScenarioReader.read(EXAMPLE), 1, 3);
        Acd acd = run.acd();
        int[] step = {0};
        run.add((input, said, now) -> {
            if (step[0]++ % INVARIANTS_EVERY == 0) {
                Invariants.check(acd.image(), said, now);
            }
        });
        assertThat(run.run(share -> {}).customers()).isGreaterThan(1_000);
    }
}
