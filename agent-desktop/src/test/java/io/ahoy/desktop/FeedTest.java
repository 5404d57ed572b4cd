package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** The feed itself: what it tells a fresh page, who gets it, and a browser that reads too slowly. */
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
    void otherSitesAndStrangersGetNoFeed() {
        assertThat(centre.browser().refusedFeed()).isEqualTo(401);
        assertThat(centre.signedIn("anna").get("/feed").status())
                .as("without an upgrade")
                .isEqualTo(400);
        assertThat(centre.signedIn("anna").with("Origin", "http://evil.example").refusedFeed())
                .isEqualTo(403);
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
}
