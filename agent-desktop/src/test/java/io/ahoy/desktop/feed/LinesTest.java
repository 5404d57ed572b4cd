package io.ahoy.desktop.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.router.acd.InteractionId;
import io.ahoy.telephony.call.PhoneState;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:30:00Z");
    private static final InteractionId CALL = new InteractionId(new UUID(0, 1));

    private final Lines lines = new Lines();

    @Test
    void aHoldBeginsOnceWhateverElseChangesMeanwhile() {
        lines.put(new PhoneState(CALL, false, true, false), NOW);
        lines.put(new PhoneState(CALL, true, true, false), NOW.plusSeconds(5));
        assertThat(lines.heldSince(CALL)).contains(NOW);
    }

    @Test
    void theNextHoldBeginsAnew() {
        lines.put(new PhoneState(CALL, false, true, false), NOW);
        lines.put(PhoneState.plain(CALL), NOW.plusSeconds(5));
        assertThat(lines.heldSince(CALL)).isEmpty();
        lines.put(new PhoneState(CALL, false, true, false), NOW.plusSeconds(9));
        assertThat(lines.heldSince(CALL)).contains(NOW.plusSeconds(9));
        lines.forget(CALL);
        assertThat(lines.heldSince(CALL)).isEmpty();
    }
}
