package io.ahoy.desktop.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.router.acd.Estimate;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.Segment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PromisesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:30:00Z");
    private static final InteractionId ID = new InteractionId(new UUID(0, 1));

    private final Promises promises = new Promises();

    @Test
    void aPromiseRunsDownAndIsGoneWhenItHasRunOut() {
        promises.entered(segment(1, Segment.Outcome.OPEN, Optional.of(minutes(2, 3))));
        assertThat(promises.of(ID, NOW.plusSeconds(60))).hasValue(minutes(1, 2));
        assertThat(promises.of(ID, NOW.plusSeconds(150)))
                .hasValueSatisfying(left -> assertThat(left.low()).isZero());
        assertThat(promises.of(ID, NOW.plusSeconds(180))).isEmpty();
    }

    @Test
    void anAnnouncementIsNewerThanThePromiseOfTheSameStay() {
        promises.entered(segment(1, Segment.Outcome.OPEN, Optional.of(minutes(2, 3))));
        promises.announced(ID, 1, minutes(5, 8), NOW);
        promises.entered(segment(1, Segment.Outcome.OPEN, Optional.of(minutes(2, 3))));
        assertThat(promises.of(ID, NOW)).hasValue(minutes(5, 8));
        promises.entered(segment(2, Segment.Outcome.OPEN, Optional.of(minutes(1, 2))));
        assertThat(promises.of(ID, NOW)).hasValue(minutes(1, 2));
    }

    @Test
    void whoWaitsNoLongerIsPromisedNothing() {
        promises.entered(segment(1, Segment.Outcome.OPEN, Optional.of(minutes(2, 3))));
        promises.entered(segment(1, Segment.Outcome.ANSWERED, Optional.of(minutes(2, 3))));
        assertThat(promises.of(ID, NOW)).isEmpty();
    }

    private static Estimate minutes(int low, int high) {
        return new Estimate(1, Duration.ofMinutes(low), Duration.ofMinutes(high), Optional.empty());
    }

    private static Segment segment(int number, Segment.Outcome outcome, Optional<Estimate> promised) {
        return new Segment(
                ID,
                number,
                new QueueId("support"),
                Optional.empty(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                outcome,
                Optional.empty(),
                promised);
    }
}
