package io.ahoy.desktop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.desktop.live.AgentClient;
import io.ahoy.desktop.live.LiveAhoy;
import io.ahoy.desktop.live.PhoneManner;
import io.ahoy.desktop.live.SippCallers;
import io.ahoy.desktop.live.SippPhones;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The phone on an agent's desk cannot be reached, and comes back. */
class DeskPhoneGoneTest {
    @RegisterExtension
    static final LiveAhoy AHOY = LiveAhoy.named("desk").withoutMenu("sales").withAgents(1);

    @Test
    void itsAgentIsReadyAgainWithoutAsking() {
        try (AgentClient agent = AHOY.signIn("agent2001").withPhone().ready();
                SippCallers callers = AHOY.call(List.of("+49306210001"), 1)) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(agent.seat().path("reason").asText()).isEqualTo("system.device"));
            assertThat(callers.get(0).isOnTheLine()).isTrue();
            try (SippPhones phones = AHOY.phones(PhoneManner.answersAfter(Duration.ofMillis(50)), "2001")) {
                await().atMost(Duration.ofSeconds(30)).until(() -> phones.talking() == 1);
                await().until(() -> agent.seatState().equals("ON_CONTACT"));
                callers.get(0).hangUp();
                await().until(() -> agent.seatState().equals("WRAP_UP"));
            }
        }
    }
}
