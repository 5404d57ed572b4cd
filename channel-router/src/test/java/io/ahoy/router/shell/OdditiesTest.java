package io.ahoy.router.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OdditiesTest {
    private static final Input ENDED = new Input.Ended(SmallFloor.id(1), EndCause.CUSTOMER_HUNG_UP);

    private final Oddities oddities = new Oddities(0);

    @Test
    void saysOnceAMinuteWhatDidNotFit() {
        oddities.ignored(ENDED);
        oddities.ignored(ENDED);
        oddities.ignored(new Input.SeatResumed(SmallFloor.ANNA));
        oddities.queueUnknown();
        assertThat(oddities.report(at(59))).isEmpty();
        assertThat(oddities.report(at(60)))
                .contains("1 Arrived for an unknown queue, 2 Ended without effect, 1 SeatResumed without effect");
        assertThat(oddities.report(at(120))).isEmpty();
        oddities.ignored(ENDED);
        assertThat(oddities.report(at(180))).contains("1 Ended without effect");
        assertThat(oddities.ignored()).isEqualTo(4);
    }

    private static long at(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
