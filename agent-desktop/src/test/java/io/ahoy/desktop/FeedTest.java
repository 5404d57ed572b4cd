package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.history.History;
import io.ahoy.router.acd.BreakReason;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.SeatState;
import io.ahoy.router.acd.SeatView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

class FeedTest {
    @RegisterExtension
    final TestCentre centre = new TestCentre();

    @Test
    void aFreshPageIsToldEverythingAtOnce() {
        TestFeed feed = centre.signedIn("anna").feed();
        JsonNode hello = feed.await("hello", frame -> true);
        assertThat(Instant.parse(hello.path("now").asText()))
                .isBefore(Instant.now().plusSeconds(5));
        assertThat(feed.awaitSeat("ON_BREAK").path("reason").asText()).isEqualTo("system.signedin");
        feed.await("interaction", frame -> !frame.has("interaction"));
        assertThat(feed.await("phone", frame -> true).path("device").asText()).isEqualTo("BROWSER");
        assertThat(feed.await("summary", frame -> true).at("/queues/0/id").asText())
                .isEqualTo("sales");
    }

    @Test
    void anOfferShowsTheCallerWithHisCustomerAndWhy() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        anna.put("/seat", "{\"state\":\"READY\"}");
        feed.awaitSeat("READY");
        InteractionId call = centre.callArrives("support", "+49301234560");
        JsonNode seat = feed.awaitSeat("OFFERED");
        assertThat(seat.path("interaction").asText()).isEqualTo(call.toString());
        assertThat(seat.path("limit").asLong()).isEqualTo(15_000);
        // The caller and the pop are read side by side: either may be there first.
        JsonNode named =
                feed.await("interaction", found -> found.at("/interaction").has("customer"));
        assertThat(named.at("/interaction/customer/name").asText()).isEqualTo("Katharina Schäfer");
        JsonNode frame = feed.await("interaction", found -> found.has("pop"));
        assertThat(named.at("/interaction/from").asText()).isEqualTo("+49301234560");
        assertThat(frame.at("/interaction/reason/strategy").asText()).isEqualTo("longestIdle");
        assertThat(frame.at("/interaction/reason/chosen").asText()).isEqualTo("AGENT");
        assertThat(frame.at("/interaction/reason/need/skills/0/skill").asText()).isEqualTo("support");
        assertThat(seat.at("/works/0/interaction").asText()).isEqualTo(call.toString());
        assertThat(seat.at("/works/0/state").asText()).isEqualTo("OFFERED");
        assertThat(frame.at("/pop/customer/segment").asText()).isEqualTo("vip");
        assertThat(frame.at("/pop/earlier")).isNotEmpty();
        Optional<String> shown = Optional.of(frame.at("/pop/customer/id").asText());
        assertThat(new Audit(centre.db()).page(shown, Optional.empty(), Optional.empty(), 5))
                .as("that he was shown stands in the trail")
                .anyMatch(entry -> entry.action().equals("READ")
                        && entry.agent().equals(Optional.of(centre.agent("anna").value())));
    }

    @Test
    void aNumberOfTwoPeopleLeavesTheChoiceToTheAgent() {
        TestBrowser anna = centre.signedIn("anna");
        String first =
                anna.post("/customers", person("Edda Shared")).json().path("id").asText();
        anna.post("/customers", person("Egon Shared"));
        TestFeed feed = anna.feed();
        anna.put("/seat", "{\"state\":\"READY\"}");
        feed.awaitSeat("READY");
        InteractionId call = centre.callArrives("support", "+493055509999");
        JsonNode pop = feed.await("interaction", frame -> frame.has("pop")).path("pop");
        assertThat(pop.has("customer")).isFalse();
        assertThat(pop.path("candidates").findValuesAsText("name")).containsExactly("Edda Shared", "Egon Shared");
        anna.put("/interactions/" + call + "/customer", "{\"customer\":\"" + first + "\"}");
        JsonNode chosen = anna.get("/interactions/" + call).json();
        assertThat(chosen.at("/customer/name").asText()).isEqualTo("Edda Shared");
        assertThat(chosen.path("candidates")).isEmpty();
        anna.put("/interactions/" + call + "/customer", "{}");
        assertThat(anna.get("/interactions/" + call).json().path("candidates")).hasSize(2);
    }

    private static String person(String name) {
        return "{\"name\":\"" + name + "\",\"points\":[{\"kind\":\"PHONE\",\"value\":\"+493055509999\",\"label\":\"\","
                + "\"primary\":true,\"doNotContact\":false}],\"tags\":[],\"consents\":[]}";
    }

    @Test
    void aContactGoesFromOfferToHistory() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        anna.put("/seat", "{\"state\":\"READY\"}");
        InteractionId call = centre.callArrives("support", "+4930987654");
        feed.awaitSeat("OFFERED");
        centre.answered(call);
        feed.awaitSeat("ON_CONTACT");
        String path = "/interactions/" + call + "/wrap-up";
        assertThat(anna.put(path, "{\"note\":\"draft\",\"done\":false}").status())
                .isEqualTo(204);
        assertThat(anna.put(path, "{\"disposition\":\"solved\",\"done\":true}").status())
                .isEqualTo(409);
        // Said too early it was no final word, so there can be more to write down.
        assertThat(anna.put(path, "{\"note\":\"more\",\"done\":false}").status())
                .isEqualTo(204);
        assertThat(new History(centre.db())
                        .contact(call.value())
                        .orElseThrow()
                        .wrapUps()
                        .getLast()
                        .note())
                .isEqualTo("more");
        centre.hangsUp(call);
        feed.awaitSeat("WRAP_UP");
        assertThat(anna.put(path, "{\"done\":true}").json().path("field").asText())
                .isEqualTo("disposition");
        assertThat(anna.post(path + "/extend", "").status()).isEqualTo(204);
        Awaitility.await()
                .until(() -> anna.get("/interactions/" + call)
                        .json()
                        .at("/interaction/wrapUp")
                        .asText()
                        .equals("OPEN"));
        feed.forget();
        assertThat(anna.put(path, "{\"disposition\":\"solved\",\"note\":\"all well\",\"done\":true}")
                        .status())
                .isEqualTo(204);
        feed.awaitSeat("READY");
        JsonNode contact = Awaitility.await()
                .until(
                        () -> anna.get("/interactions/" + call).json().path("interaction"),
                        found -> found.path("state").asText().equals("CLOSED"));
        assertThat(contact.at("/segments/0/agent/name").asText()).isEqualTo("Anna Weber");
        assertThat(contact.has("draft")).isFalse();
        assertThat(contact.path("wrapUp").asText()).isEqualTo("DONE");
        assertThat(anna.get("/history").json().at("/items/0/id").asText()).isEqualTo(call.toString());
        assertThat(contact.path("note").asText()).isEqualTo("all well");
        assertThat(contact.path("disposition").asText()).isEqualTo("solved");
        assertThat(contact.at("/customer/name").asText()).isEqualTo("+4930987654");
    }

    @Test
    void theBoardShowsWhoWaitsAndWhy() {
        // A supervisor who only watches is nobody's agent.
        centre.signedIn("anna");
        TestBrowser sara = centre.signedIn("sara");
        TestFeed board = sara.feed();
        board.send("{\"type\":\"watch\",\"board\":true}");
        board.await("board", frame -> frame.path("waitingTotal").asInt() == 0);
        InteractionId call = centre.callArrives("sales", "+49301234561");
        JsonNode frame = board.await(
                "board", found -> found.at("/waiting/0/customer/name").asText().equals("Jürgen Groß"));
        JsonNode row = frame.at("/waiting/0");
        assertThat(row.path("id").asText()).isEqualTo(call.toString());
        assertThat(row.path("position").asInt()).isEqualTo(1);
        assertThat(row.at("/why/code").asText()).isEqualTo("allBusy");
        assertThat(row.at("/why/onBreak").asInt()).isEqualTo(1);
        assertThat(row.at("/why/need/skills/0/skill").asText()).isEqualTo("sales");
        assertThat(row.at("/why/breaks/system.signedin").asInt()).isEqualTo(1);
        JsonNode sales = frame.path("queues").get(0);
        assertThat(sales.path("waiting").asInt()).isEqualTo(1);
        assertThat(sales.has("oldest")).isTrue();
        assertThat(sales.at("/estimate/high").asLong()).isPositive();
        assertThat(sales.path("lastHour")).hasSize(60);
    }

    @Test
    void anAgentIsNeverSentTheBoard() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        feed.send("{\"type\":\"watch\",\"board\":true}");
        feed.send("{\"type\":\"ping\"}");
        centre.callArrives("sales", "+49301234561");
        feed.await("pong", frame -> true);
        feed.await("summary", frame -> frame.at("/queues/0/waiting").asInt() == 1);
        assertThat(feed.frames("board")).isEmpty();
    }

    @Test
    void otherSitesAndStrangersGetNoFeed() {
        assertThat(centre.browser().refusedFeed()).isEqualTo(401);
        assertThat(centre.signedIn("anna").with("Origin", "http://evil.example").refusedFeed())
                .isEqualTo(403);
    }

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

    @Test
    void waitingCallsReachTheBoardWhileItIsWatchedOnly() {
        centre.signedIn("anna");
        TestBrowser sara = centre.signedIn("sara");
        TestFeed board = sara.feed();
        board.send("{\"type\":\"watch\",\"board\":true}");
        board.await("board", frame -> true);
        board.send("{\"type\":\"watch\",\"board\":false}");
        board.send("{\"type\":\"ping\"}");
        board.await("pong", frame -> true);
        board.forget();
        for (int i = 0; i < 20; i++) {
            centre.callArrives("sales", "+4930123456" + i % 6);
        }
        board.await("summary", frame -> frame.at("/queues/0/waiting").asInt() == 20);
        assertThat(board.frames("board")).isEmpty();
        board.send("{\"type\":\"watch\",\"board\":true}");
        JsonNode frame =
                board.await("board", found -> found.path("waitingTotal").asInt() == 20);
        assertThat(frame.at("/waiting/19/why/ahead").asInt()).isEqualTo(19);
    }

    @Test
    void aMissedOfferIsTold() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        anna.put("/seat", "{\"state\":\"READY\"}");
        feed.awaitSeat("READY");
        InteractionId call = centre.callArrives("support", "+49301234560");
        String offer = feed.awaitSeat("OFFERED").path("offer").asText();
        assertThat(offer).isEqualTo(centre.offerOf(call).toString());
        assertThat(anna.post("/offers/" + offer + "/decline", "").status()).isEqualTo(204);
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                anna.post("/offers/" + offer + "/decline", "").status())
                        .isIn(403, 409));
        centre.submit(new Input.Abandoned(call, io.ahoy.router.acd.EndCause.ABANDONED));
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
    void aBrowserThatReadsTooSlowly_isSentTheWholePictureWhenItHasCaughtUp() {
        TestFeed feed = centre.signedIn("anna").feed();
        TestFeed other = centre.signedIn("bo").feed();
        feed.await("hello", frame -> true);
        feed.pause();
        String long64k = "x".repeat(64 * 1024);
        int sent = 2_000;
        for (int i = 0; i < sent; i++) {
            centre.desktop().feed().notice(centre.agent("anna"), "test", Map.of("text", long64k));
        }
        // Sent after all of them: only now has the server tried to send everything to a browser that reads nothing.
        centre.desktop().feed().notice(centre.agent("bo"), "test", Map.of());
        other.awaitCount("notice", 1);
        feed.resume();
        feed.awaitCount("hello", 2);
        assertThat(feed.frames("notice")).hasSizeLessThan(sent);
        assertThat(feed.awaitCount("seat", 2)).isNotEmpty();
    }

    @Test
    void aPhoneIsLoggedWhenItChanges_notWheneverItSaysThatItIsThere() {
        Logger logger = (Logger) LoggerFactory.getLogger("io.ahoy.desktop.feed");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Level before = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);
        try {
            TestFeed feed = centre.signedIn("anna").feed();
            for (String registered : List.of("true", "true", "true", "false")) {
                feed.send("{\"type\":\"phone\",\"registered\":" + registered + "}");
            }
            feed.send("{\"type\":\"ping\"}");
            feed.await("pong", frame -> true);
        } finally {
            logger.detachAppender(log);
            logger.setLevel(before);
        }
        String anna = centre.agent("anna").toString();
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage).filter(line -> line.contains(anna)))
                .containsExactly("Phone of " + anna + ": registered true", "Phone of " + anna + ": registered false");
    }

    private SeatView seatOf(String login) {
        return centre.desktop().feed().picture().seat(centre.agent(login)).orElseThrow();
    }
}
