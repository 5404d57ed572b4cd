package io.ahoy.telephony.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class VoiceEntryTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void aCallCameWhenAsteriskSaysSo() {
        Instant came = NOW.minusMillis(520);
        assertThat(VoiceEntry.cameAt(new String[] {"" + came.toEpochMilli()}, NOW))
                .isEqualTo(came);
    }

    @Test
    void aClockThatDiffersIsNotBelieved() {
        for (Instant strange : new Instant[] {NOW.plusMillis(1), NOW.minusSeconds(3), NOW.minusSeconds(3_600)}) {
            assertThat(VoiceEntry.cameAt(new String[] {"" + strange.toEpochMilli()}, NOW))
                    .isEqualTo(NOW);
        }
    }

    @Test
    void anOlderDialplanSaysNothing() {
        assertThat(VoiceEntry.cameAt(null, NOW)).isEqualTo(NOW);
        assertThat(VoiceEntry.cameAt(new String[] {}, NOW)).isEqualTo(NOW);
        assertThat(VoiceEntry.cameAt(new String[] {"%s%3q"}, NOW)).isEqualTo(NOW);
        assertThat(VoiceEntry.cameAt(new String[] {"1", "2"}, NOW)).isEqualTo(NOW);
    }
}
