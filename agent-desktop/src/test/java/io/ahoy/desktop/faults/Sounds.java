package io.ahoy.desktop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.desktop.live.Ear;
import io.ahoy.desktop.live.SippCallers.Caller;
import java.time.Duration;
import java.util.List;

/** What callers hear over a while. */
final class Sounds {
    /** Half a second of sound, by which a stream that stopped is told from one that stutters. */
    private static final long PACKETS = 25;

    private Sounds() {}

    /** All of them go on receiving sound from this moment on. */
    static void flowTo(List<Caller> callers) {
        List<Long> before =
                callers.stream().map(caller -> caller.ear().packets()).toList();
        for (int i = 0; i < callers.size(); i++) {
            Caller caller = callers.get(i);
            long until = before.get(i) + PACKETS;
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(caller.ear().packets())
                            .as("packets to %s", caller.number())
                            .isGreaterThan(until));
        }
    }

    static void musicTo(List<Caller> callers) {
        flowTo(callers);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(callers)
                        .allSatisfy(caller -> assertThat(caller.ear().hears()).isEqualTo(Ear.MUSIC)));
    }

    /** The conversation carries both ways. */
    static void between(Caller caller, Ear agent, String extension) {
        flowTo(List.of(caller));
        await().untilAsserted(() -> assertThat(caller.ear().hears()).isEqualTo(extension));
        await().untilAsserted(() -> assertThat(agent.hears()).isEqualTo(caller.number()));
    }
}
