package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.SeatState;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionTest {
    @RegisterExtension
    final TestCentre centre = new TestCentre();

    @Test
    void signingInTellsWhatTheDesktopNeedsAndTakesTheSeat() {
        TestBrowser anna = centre.browser();
        Reply reply = anna.signIn("anna", "ahoy");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/agent/login").asText()).isEqualTo("anna");
        assertThat(reply.json().at("/agent/role").asText()).isEqualTo("AGENT");
        assertThat(reply.json().at("/queues/0/title/en").asText()).isEqualTo("Sales");
        assertThat(reply.json().at("/skills/0/title/en").asText()).isNotEmpty();
        assertThat(reply.json().at("/voice").asBoolean()).isFalse();
        assertThat(reply.json().at("/breakReasons")).isNotEmpty();
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                centre.desktop().feed().picture().seat(centre.agent("anna")))
                        .hasValueSatisfying(seat -> {
                            assertThat(seat.state()).isEqualTo(SeatState.ON_BREAK);
                            assertThat(seat.reason().orElseThrow().value()).isEqualTo("system.signedin");
                        }));
        assertThat(anna.get("/session").json().at("/agent/name").asText()).isEqualTo("Anna Weber");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        String cookie = centre.browser().signIn("anna", "ahoy").header("Set-Cookie");
        assertThat(cookie)
                .startsWith("ahoy_session=")
                .contains("; Path=/")
                .contains("; HTTPOnly")
                .contains("; SameSite=Strict")
                .doesNotContain("Domain");
    }

    @Test
    void wrongPasswordsAreRefusedAlikeForKnownAndUnknownLogins() {
        Reply known = centre.browser().signIn("anna", "wrong");
        Reply unknown = centre.browser().signIn("nobody", "wrong");
        assertThat(known.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(known.text()).isEqualTo(unknown.text());
        assertThat(known.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(known.header("Set-Cookie")).isEmpty();
    }

    @Test
    void guessingIsSlowedDown() {
        for (int i = 0; i < 5; i++) {
            assertThat(centre.browser().signIn("bo", "guess" + i).status()).isEqualTo(401);
        }
        Reply sixth = centre.browser().signIn("BO ", "ahoy");
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(1, 61);
        assertThat(centre.browser().signIn("anna", "ahoy").status()).isEqualTo(200);
    }

    @Test
    void attemptsThatTheDatabaseCouldNotJudgeAreNoGuesses() throws Exception {
        rename("agent", "agent_away");
        try {
            for (int i = 0; i < 6; i++) {
                assertThat(centre.browser().signIn("chen", "ahoy").status()).isGreaterThanOrEqualTo(500);
            }
        } finally {
            rename("agent_away", "agent");
        }
        assertThat(centre.browser().signIn("chen", "ahoy").status()).isEqualTo(200);
    }

    private void rename(String table, String to) throws SQLException {
        try (Connection connection = centre.db().connection();
                Statement statement = connection.createStatement()) {
            statement.execute("RENAME TABLE " + table + " TO " + to);
        }
    }

    @Test
    void changesNeedTheCsrfHeaderAndOurOwnOrigin() {
        TestBrowser anna = centre.signedIn("anna");
        assertThat(anna.put("/seat", "{\"state\":\"READY\"}").status()).isEqualTo(204);
        anna.with("Origin", "http://evil.example");
        assertThat(anna.put("/seat", "{\"state\":\"READY\"}").status()).isEqualTo(403);
        assertThat(anna.signIn("anna", "ahoy").status()).isEqualTo(403);
        anna.with("Origin", anna.origin()).withoutCsrf();
        assertThat(anna.put("/seat", "{\"state\":\"READY\"}").status()).isEqualTo(403);
        anna.with("X-Ahoy-Csrf", "guess");
        assertThat(anna.put("/seat", "{\"state\":\"READY\"}").status()).isEqualTo(403);
    }

    @Test
    void nothingWorksWithoutASession() {
        assertThat(centre.browser().get("/customers?q=anna").status()).isEqualTo(401);
        assertThat(centre.browser().put("/seat", "{}").status()).isEqualTo(401);
        assertThat(centre.browser()
                        .with("Cookie", "ahoy_session=forged")
                        .get("/customers?q=anna")
                        .status())
                .isEqualTo(401);
        assertThat(centre.browser().get("/contact").status()).isEqualTo(200);
    }

    @Test
    void whoAsksForASessionThatIsNoneIsToldSoWithoutAnError() {
        Reply nobody = centre.browser().get("/session");
        Reply forged = centre.browser().with("Cookie", "ahoy_session=forged").get("/session");
        for (Reply reply : new Reply[] {nobody, forged}) {
            assertThat(reply.status()).isEqualTo(204);
            assertThat(reply.text()).isEmpty();
        }
    }

    @Test
    void signingOutEndsSessionFeedAndSeat() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        feed.await("hello", frame -> true);
        Reply reply = anna.delete("/session");
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(feed.awaitClose()).isEqualTo(4401);
        assertThat(anna.get("/session").status()).isEqualTo(204);
        assertThat(anna.get("/customers?q=anna").status()).isEqualTo(401);
        Awaitility.await()
                .until(() -> centre.desktop()
                        .feed()
                        .picture()
                        .seat(centre.agent("anna"))
                        .isEmpty());
    }

    @Test
    void everyPageCanBeReloadedAndLinkedTo() {
        for (String page : List.of(
                "/",
                "/board",
                "/history",
                "/customers/1",
                "/organisations",
                "/cases",
                "/cases/1",
                "/articles/1/edit")) {
            Reply reply = centre.browser().get("page:" + page);
            assertThat(reply.status()).as(page).isEqualTo(200);
            assertThat(reply.header("Content-Type")).as(page).startsWith("text/html");
        }
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        Reply api = centre.browser().get("/contact");
        Reply page = centre.browser().get("page:/nowhere");
        for (Reply reply : new Reply[] {api, page}) {
            assertThat(reply.header("Content-Security-Policy"))
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(reply.header("Permissions-Policy")).contains("microphone=(self)");
        }
        assertThat(page.status()).isEqualTo(404);
        assertThat(api.header("Cache-Control")).isEqualTo("no-store");
    }
}
