package io.ahoy.desktop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.ahoy.desktop.live.AgentClient;
import io.ahoy.desktop.live.Chromium;
import io.ahoy.desktop.live.LiveAhoy;
import io.ahoy.desktop.live.SippCallers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent's browser, which is also his phone, is closed while it rings. */
class BrowserGoneTest {
    @RegisterExtension
    static final LiveAhoy AHOY = LiveAhoy.named("gone").withoutMenu("sales").withAgents(2);

    @Test
    void theCallerGoesToTheNextSeat() throws Exception {
        try (AgentClient leaving = AHOY.signIn("agent2001").withDevice("BROWSER");
                Chromium chromium = Chromium.launch()) {
            BrowserContext context = openDesktop(chromium, leaving);
            leaving.ready();
            try (Shift shift = Shift.of(AHOY, "agent2002");
                    SippCallers callers = AHOY.call(List.of("+49306110001"), 1)) {
                await().atMost(Duration.ofSeconds(10))
                        .untilAsserted(() -> assertThat(shift.seatState("2001")).isEqualTo("OFFERED"));

                context.close();

                shift.awaitTalking(1);
                assertThat(shift.callOf(callers.get(0)).extension()).isEqualTo("2002");
                await().untilAsserted(() -> assertThat(offers()).containsExactly("2001 BROWSER_GONE", "2002 ACCEPTED"));
                shift.finish(callers.get(0));
            }
        }
    }

    /** Returns when its phone is registered. The feed of the test itself is closed, else a browser would remain. */
    private static BrowserContext openDesktop(Chromium chromium, AgentClient agent) {
        BrowserContext context = chromium.of(agent, AHOY.web());
        AtomicBoolean registered = new AtomicBoolean();
        Page page = context.newPage();
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> {
            String text = frame.text() == null ? "" : frame.text();
            if (text.startsWith("SIP/2.0 200") && text.contains("REGISTER")) {
                registered.set(true);
            }
        }));
        page.navigate("/");
        agent.closeBrowser();
        page.waitForCondition(registered::get, new Page.WaitForConditionOptions().setTimeout(30_000));
        return context;
    }

    private static List<String> offers() throws SQLException {
        List<String> offers = new ArrayList<>();
        String sql = "SELECT a.extension, o.outcome FROM offer o JOIN agent a ON a.id = o.agent ORDER BY o.offered_at";
        try (Connection connection = AHOY.data().database();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                offers.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return offers;
    }
}
