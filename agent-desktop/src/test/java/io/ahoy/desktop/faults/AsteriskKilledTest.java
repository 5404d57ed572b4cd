package io.ahoy.desktop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.desktop.live.AgentClient;
import io.ahoy.desktop.live.LiveAhoy;
import io.ahoy.desktop.live.SippCallers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Asterisk dies with all its calls and is started again by the watchdog. */
class AsteriskKilledTest {
    /** Without a wrap-up: with one they would be ready when its limit has run out. */
    @RegisterExtension
    static final LiveAhoy AHOY = LiveAhoy.named("pbx").withoutMenu("quick").withAgents(2);

    @Test
    void whatItTookIsClosedAndAgentsAreReadyForNewCalls() {
        try (Shift shift = Shift.of(AHOY, "agent2001", "agent2002");
                SippCallers talking = AHOY.call(SippCallers.numbers("+49302110", 2), 5)) {
            shift.awaitTalking(2);
            try (SippCallers waiting = AHOY.call(SippCallers.numbers("+49302120", 3), 5)) {
                shift.awaitInLine(waiting);
                List<String> inLine = shift.interactionsInLine();
                long killed = AHOY.asterisk().pid();

                assertThat(AHOY.asterisk().destroyForcibly()).isTrue();

                await().atMost(Duration.ofSeconds(30))
                        .ignoreException(IllegalStateException.class) // while it does not run
                        .until(() -> AHOY.asterisk().pid() != killed);
                shift.awaitLine(List.of());
                for (AgentClient agent : shift.agents()) {
                    shift.awaitState(agent, "READY");
                }
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(() -> assertThat(causes(shift))
                                .containsOnly("PBX_FAILED")
                                .hasSize(2));
                assertThat(inLine)
                        .allSatisfy(
                                id -> assertThat(shift.contact(id).path("cause").asText())
                                        .isEqualTo("PBX_FAILED"));
            }
        }
        try (Shift shift = Shift.of(AHOY, "agent2001", "agent2002");
                SippCallers anew = AHOY.call(SippCallers.numbers("+49302130", 1), 1)) {
            shift.awaitTalking(1);
            AgentClient agent = shift.agentOf(anew.get(0));
            anew.get(0).hangUp();
            shift.awaitState(agent, "READY");
        }
    }

    private static List<String> causes(Shift shift) {
        return shift.agents().stream()
                .map(agent -> agent.history(10))
                .flatMap(List::stream)
                .map(contact -> contact.path("cause").asText())
                .toList();
    }
}
