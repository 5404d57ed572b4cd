package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether an agent can be reached: his browser, his phone, and what becomes of his seat when one of them is gone. */
class PresenceTest {
    @RegisterExtension
    final TestCentre centre = new TestCentre();

    @Test
    void aBrowserThatCloses_whileItRings_passesTheCallerOnAtOnce() {
        TestBrowser anna = centre.signedIn("anna");
        TestBrowser chen = centre.signedIn("chen");
        TestFeed annas = anna.feed();
        TestFeed chens = chen.feed();
        anna.put("/seat", "{\"state\":\"READY\"}");
        annas.awaitSeat("READY");
        InteractionId call = centre.callArrives("support", "+49301234560");
        annas.awaitSeat("OFFERED");
        chen.put("/seat", "{\"state\":\"READY\"}");
        chens.awaitSeat("READY");
        annas.close();
        assertThat(chens.awaitSeat("OFFERED").path("interaction").asText()).isEqualTo(call.toString());
        assertThat(centre.desktop()
                        .feed()
                        .picture()
                        .seat(centre.agent("anna"))
                        .orElseThrow()
                        .reason())
                .hasValueSatisfying(reason -> assertThat(reason.value()).isEqualTo("system.browser"));
        TestFeed back = anna.feed();
        back.awaitSeat("READY");
    }

    @Test
    void aReadyAgentWhoseBrowserStaysAway_isOnABreakUntilItReturns() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        anna.put("/seat", "{\"state\":\"READY\"}");
        feed.awaitSeat("READY");
        feed.close();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> seatOf("anna"),
                        seat -> seat.reason()
                                .filter(reason -> reason.value().equals("system.browser"))
                                .isPresent());
        anna.feed().awaitSeat("READY");
    }

    @Test
    void aReloadKeepsAReadyAgentReady() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        anna.put("/seat", "{\"state\":\"READY\"}");
        Instant since = Instant.parse(feed.awaitSeat("READY").path("since").asText());
        feed.close();
        TestFeed reloaded = anna.feed();
        assertThat(reloaded.awaitSeat("READY").path("since").asText())
                .isEqualTo(feed.awaitSeat("READY").path("since").asText());
        assertThat(seatOf("anna").since()).isEqualTo(since);
    }

    @Test
    void anAgentWhosePhoneWasUnreachableIsReadyAgainWithHisPhone() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        feed.send("{\"type\":\"phone\",\"registered\":true}");
        anna.put("/seat", "{\"state\":\"READY\"}");
        feed.awaitSeat("READY");
        feed.send("{\"type\":\"phone\",\"registered\":false}");
        centre.submit(new Input.SeatPaused(centre.agent("anna"), BreakReason.DEVICE_UNREACHABLE));
        feed.awaitSeat("ON_BREAK");
        feed.forget();
        feed.send("{\"type\":\"phone\",\"registered\":true}");
        feed.awaitSeat("READY");
    }

    @Test
    void anAgentWhoseDeskPhoneWasUnreachableIsReadyAgainWithIt() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        anna.put("/seat/device", "{\"device\":\"PHONE\"}");
        anna.put("/seat", "{\"state\":\"READY\"}");
        feed.awaitSeat("READY");
        centre.submit(new Input.SeatPaused(centre.agent("anna"), new BreakReason("lunch")));
        feed.awaitSeat("ON_BREAK");
        // A break of his own choice is none of the phone's business.
        staysOnBreakAlthoughThereComes("PJSIP/1001", feed);
        pause(feed, BreakReason.DEVICE_UNREACHABLE);
        staysOnBreakAlthoughThereComes("PJSIP/1002", feed);
        pause(feed, BreakReason.DEVICE_UNREACHABLE);
        staysOnBreakAlthoughThereComes("PJSIP/1001-web", feed);
        pause(feed, BreakReason.DEVICE_UNREACHABLE);
        feed.forget();
        centre.desktop().feed().phoneCame("PJSIP/1001");
        feed.awaitSeat("READY");
    }

    /** Once the desktop has answered it has heard of the phone; what it then asked of the router comes before another break. */
    private void staysOnBreakAlthoughThereComes(String endpoint, TestFeed feed) {
        feed.forget();
        centre.desktop().feed().phoneCame(endpoint);
        feed.send("{\"type\":\"ping\"}");
        feed.await("pong", frame -> true);
        pause(feed, new BreakReason("training"));
        assertThat(feed.frames("seat"))
                .noneMatch(frame -> frame.at("/seat/state").asText().equals("READY"));
    }

    private void pause(TestFeed feed, BreakReason reason) {
        centre.submit(new Input.SeatPaused(centre.agent("anna"), reason));
        feed.await("seat", frame -> frame.at("/seat/reason").asText().equals(reason.value()));
    }

    @Test
    void aDeskPhoneNeedsNoBrowser() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        assertThat(anna.put("/seat/device", "{\"device\":\"PHONE\"}").status()).isEqualTo(204);
        feed.await("phone", frame -> frame.path("device").asText().equals("PHONE"));
        anna.put("/seat", "{\"state\":\"READY\"}");
        feed.awaitSeat("READY");
        centre.callArrives("support", "+49301234560");
        feed.awaitSeat("OFFERED");
        feed.close();
        TestFeed again = anna.feed();
        again.await("hello", frame -> true);
        assertThat(centre.desktop()
                        .feed()
                        .picture()
                        .seat(centre.agent("anna"))
                        .orElseThrow()
                        .state())
                .isEqualTo(SeatState.OFFERED);
    }

    @Test
    void aSignedOutAgentIsToldByWhom() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        feed.awaitSeat("ON_BREAK");
        TestBrowser sara = centre.signedIn("sara");
        assertThat(sara.post("/board/seats/" + centre.agent("anna") + "/sign-out", "")
                        .status())
                .isEqualTo(204);
        assertThat(feed.await("notice", frame -> true).at("/params/by").asText())
                .isEqualTo("Sara Okafor");
        feed.awaitSeat("SIGNED_OUT");
        feed.forget();
        anna.put("/seat", "{\"state\":\"READY\"}");
        feed.awaitSeat("READY");
    }

    private SeatView seatOf(String login) {
        return centre.desktop().feed().picture().seat(centre.agent(login)).orElseThrow();
    }
}
