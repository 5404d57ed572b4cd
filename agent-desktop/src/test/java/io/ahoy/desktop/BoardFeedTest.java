package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.router.acd.InteractionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a supervisor is told of the queues, and nobody else. */
class BoardFeedTest {
    @RegisterExtension
    final TestCentre centre = new TestCentre();

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
}
