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

/** Ahoy and Asterisk lose sight of each other; what happened meanwhile is found out afterwards. */
class AmiCutTest {
    private static final Duration OUTAGE = Duration.ofSeconds(30);

    @RegisterExtension
    static final LiveAhoy AHOY =
            LiveAhoy.named("ami").withoutMenu("sales").withAgents(2).withSitePbx();

    @Test
    void whatHappenedMeanwhileIsReconciled() {
        try (Shift shift = Shift.of(AHOY, "agent2001", "agent2002");
                SippCallers talking = AHOY.call(SippCallers.numbers("+49305110", 2), 2)) {
            shift.awaitTalking(2);
            try (SippCallers waiting = AHOY.call(SippCallers.numbers("+49305120", 3), 5)) {
                List<Caller> line = shift.awaitInLine(waiting);
                AgentClient freed = shift.agentOf(talking.get(0));
                List<String> inLine = shift.interactionsInLine();
                String ended = freed.interactionOfSeat().orElseThrow();

                AHOY.amiLink().cut();
                talking.get(0).hangUp();
                line.get(1).hangUp();
                try (SippCallers late = AHOY.call(List.of("+49305139999"), 1)) {
                    await().atMost(Duration.ofSeconds(10))
                            .until(() -> late.get(0).isOnTheLine());
                    List<Caller> staying = List.of(line.get(0), line.get(2), late.get(0));
                    await().during(OUTAGE)
                            .atMost(OUTAGE.plusSeconds(5))
                            .until(() -> talking.get(1).isOnTheLine()
                                    && staying.stream().allMatch(Caller::isOnTheLine));
                    Sounds.musicTo(staying);
                    AHOY.amiLink().mend();

                    shift.awaitLine(staying.stream().map(Caller::number).toList());
                    assertThat(shift.contact(inLine.get(1)).path("state").asText())
                            .isEqualTo("CLOSED");
                    shift.awaitState(freed, "WRAP_UP");
                    freed.wrapUp();
                    JsonNode contact = shift.contact(ended);
                    assertThat(contact.path("cause").asText()).isEqualTo("ENDED_UNSEEN");

                    await().atMost(Duration.ofSeconds(10)).until(() -> shift.isTalking(line.get(0)));
                    assertThat(shift.agentOf(line.get(0))).isSameAs(freed);
                    assertThat(talking.get(1).isOnTheLine()).isTrue();
                    shift.finish(talking.get(1));
                    shift.serve(staying);
                }
            }
        }
    }
}
