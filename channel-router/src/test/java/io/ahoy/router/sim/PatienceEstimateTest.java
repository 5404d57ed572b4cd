package io.ahoy.router.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.sim.PatienceEstimate.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PatienceEstimateTest {
    private static final QueueId LINE = new QueueId("line");
    private static final Duration MEAN = Duration.ofSeconds(90);

    @Test
    @DisplayName("finds the patience of those who were answered, though two thirds of it was never seen")
    void findsWhatWasHidden() {
        SplittableRandom chance = new SplittableRandom(3);
        Spread patience = new Spread.Exponential(MEAN);
        Spread turn = new Spread.Exponential(Duration.ofSeconds(45));
        List<Wait> waits = new ArrayList<>();
        for (int i = 0; i < 6_000; i++) {
            Duration own = patience.draw(chance);
            Duration his = turn.draw(chance);
            boolean left = own.compareTo(his) < 0;
            waits.add(new Wait(id(i), LINE, left ? own : his, left));
        }
        PatienceEstimate estimate = new PatienceEstimate(waits);
        assertThat(waits.stream().filter(Wait::left).count()).isBetween(1_900L, 2_100L);
        List<Duration> all = new ArrayList<>();
        for (Wait wait : waits) {
            Optional<Duration> estimated = estimate.of(wait.id());
            assertThat(estimated.isPresent() && wait.left()).isFalse();
            estimated.ifPresent(found -> assertThat(found).isGreaterThan(wait.length()));
            all.add(wait.left() ? wait.length() : estimated.orElse(Duration.ofHours(1)));
        }
        all.sort(Duration::compareTo);
        for (double share : new double[] {0.25, 0.5, 0.75}) {
            double real = -Math.log1p(-share) * MEAN.toSeconds();
            assertThat(ErlangStudy.seconds(all.get((int) (share * all.size())))).isEqualTo(real, within(real * 0.06));
        }
    }

    @Test
    @DisplayName("where nobody left everybody waits as long as it takes, whatever happens in other queues")
    void nobodyLeft() {
        PatienceEstimate estimate = new PatienceEstimate(List.of(
                new Wait(id(1), LINE, Duration.ofSeconds(10), false),
                new Wait(id(2), new QueueId("other"), Duration.ofSeconds(20), true)));
        assertThat(estimate.of(id(1))).isEmpty();
    }

    private static InteractionId id(int number) {
        return new InteractionId(new UUID(1, number));
    }
}
