package io.ahoy.desktop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.desktop.live.AgentClient;
import io.ahoy.desktop.live.LiveAhoy;
import io.ahoy.desktop.live.SippCallers;
import io.ahoy.desktop.live.SippCallers.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** MariaDB freezes or dies: nothing is decided without it, but nobody loses his place, and nothing that happened is forgotten. */
class DatabaseAwayTest {
    private static final Duration OUTAGE = Duration.ofSeconds(30);

    @RegisterExtension
    static final LiveAhoy AHOY = LiveAhoy.named("db").withoutMenu("sales").withAgents(2);

    @Test
    void frozenForHalfAMinute() throws Exception {
        try (Shift shift = Shift.of(AHOY, "agent2001", "agent2002");
                SippCallers talking = AHOY.call(SippCallers.numbers("+49303110", 2), 2)) {
            shift.awaitTalking(2);
            try (SippCallers waiting = AHOY.call(SippCallers.numbers("+49303120", 4), 5)) {
                List<Caller> line = shift.awaitInLine(waiting);
                AgentClient freed = shift.agentOf(talking.get(0));
                List<String> inLine = shift.interactionsInLine();

                Signals.send("STOP", AHOY.mariaDb());
                try {
                    talking.get(0).hangUp();
                    line.get(1).hangUp();
                    try (SippCallers late = AHOY.call(List.of("+49303139999"), 1)) {
                        await().atMost(Duration.ofSeconds(10))
                                .until(() -> late.get(0).isOnTheLine());
                        List<Caller> staying = List.of(line.get(0), line.get(2), line.get(3), late.get(0));
                        await().during(OUTAGE)
                                .atMost(OUTAGE.plusSeconds(5))
                                .until(() -> talking.get(1).isOnTheLine()
                                        && staying.stream().allMatch(Caller::isOnTheLine));
                        Sounds.musicTo(staying);
                        Signals.send("CONT", AHOY.mariaDb());

                        shift.awaitLine(staying.stream().map(Caller::number).toList());
                        shift.awaitState(freed, "WRAP_UP");
                        freed.wrapUp();
                        shift.awaitTalking(2);
                        assertThat(shift.agentOf(line.get(0))).isSameAs(freed);
                        JsonNode left = shift.contact(inLine.get(1));
                        assertThat(left.path("cause").asText()).isEqualTo("ABANDONED");
                        assertThat(left.path("segments").path(0).path("outcome").asText())
                                .isEqualTo("ABANDONED");
                        shift.finish(talking.get(1));
                        shift.serve(staying);
                    }
                } finally {
                    Signals.send("CONT", AHOY.mariaDb());
                }
            }
        }
    }

    @Test
    void killed() {
        try (Shift shift = Shift.of(AHOY, "agent2001");
                SippCallers talking = AHOY.call(SippCallers.numbers("+49304110", 1), 1)) {
            shift.awaitTalking(1);
            try (SippCallers waiting = AHOY.call(SippCallers.numbers("+49304120", 2), 5)) {
                List<Caller> line = shift.awaitInLine(waiting);
                long killed = AHOY.mariaDb().pid();

                assertThat(AHOY.mariaDb().destroyForcibly()).isTrue();

                AgentClient freed = shift.agentOf(talking.get(0));
                talking.get(0).hangUp();
                Sounds.musicTo(waiting.all());
                await().atMost(OUTAGE)
                        .ignoreException(IllegalStateException.class) // while it does not run
                        .until(() -> AHOY.mariaDb().pid() != killed);
                shift.awaitState(freed, "WRAP_UP");
                freed.wrapUp();
                shift.serve(line);
            }
        }
    }
}
