package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.InteractionId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefusalsTest {
    @RegisterExtension
    final TestCentre centre = new TestCentre();

    @Test
    void badRequestsAreToldWithTheFieldThatIsWrong() {
        TestBrowser anna = centre.signedIn("anna");
        expect(anna.put("/seat", "{\"state\":\"READY\",\"colour\":\"red\"}"), 422, "colour");
        expect(anna.put("/seat", "{\"state\":\"ASLEEP\"}"), 422, "state");
        expect(anna.put("/seat", "{\"state\":1}"), 422, "state");
        expect(anna.put("/seat", "{}"), 422, "state");
        expect(anna.put("/seat", "{\"state\":\"ON_BREAK\"}"), 422, "reason");
        expect(anna.put("/seat", "{\"state\":\"ON_BREAK\",\"reason\":\"system.missed\"}"), 422, "reason");
        expect(anna.get("/history?limit=1000"), 422, "limit");
        expect(anna.get("/history?customer=me"), 422, "customer");
        assertThat(anna.put("/seat", "{\"state\":").status()).isEqualTo(400);
        assertThat(anna.put("/seat", "").status()).isIn(400, 422);
        assertThat(anna.put("/seat", "null").status()).isEqualTo(400);
        assertThat(anna.put("/seat", "[".repeat(5_000)).status()).isIn(400, 422);
        assertThat(anna.put("/seat", "\"" + "x".repeat(70_000) + "\"").status()).isEqualTo(413);
        assertThat(anna.get("/nowhere").status()).isEqualTo(404);
        assertThat(anna.get("/customers/1").status()).isEqualTo(404);
    }

    private static void expect(Reply reply, int status, String field) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.json().path("field").asText()).isEqualTo(field);
        assertThat(reply.json().path("detail").asText()).isNotEmpty();
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void anAgentHasNoBoardActions() {
        InteractionId call = centre.callArrives("sales", "+49301234560");
        TestBrowser anna = centre.signedIn("anna");
        String waiting = "/board/waiting/" + call;
        assertThat(anna.post(waiting + "/front", "").status()).isEqualTo(403);
        assertThat(anna.post(waiting + "/queue", "{\"queue\":\"support\"}").status())
                .isEqualTo(403);
        assertThat(anna.post("/board/seats/" + centre.agent("anna") + "/sign-out", "")
                        .status())
                .isEqualTo(403);
        TestBrowser sara = centre.signedIn("sara");
        assertThat(sara.post(waiting + "/queue", "{\"queue\":\"nowhere\"}")
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("queue");
        assertThat(sara.post(waiting + "/queue", "{\"queue\":\"support\"}").status())
                .isEqualTo(204);
        assertThat(sara.post("/board/waiting/" + UUID.randomUUID() + "/front", "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void nobodyTouchesAnothersInteraction() {
        TestBrowser anna = centre.signedIn("anna");
        TestBrowser bo = centre.signedIn("bo");
        try (TestFeed annas = anna.feed()) {
            annas.await("hello", frame -> true);
            anna.put("/seat", "{\"state\":\"READY\"}");
            InteractionId call = centre.callArrives("support", "+49301234560");
            String offer = centre.offerOf(call).toString();
            assertThat(bo.post("/offers/" + offer + "/decline", "").status()).isEqualTo(403);
            centre.answered(call);
            String path = "/interactions/" + call;
            assertThat(bo.get(path).status()).isEqualTo(403);
            assertThat(bo.post(path + "/end", "").status()).isEqualTo(403);
            assertThat(bo.post(path + "/mute", "{\"muted\":true}").status()).isEqualTo(403);
            assertThat(bo.post(path + "/transfer", "{\"queue\":\"sales\"}").status())
                    .isEqualTo(403);
            assertThat(bo.put(path + "/wrap-up", "{\"note\":\"mine\",\"done\":false}")
                            .status())
                    .isEqualTo(403);
            assertThat(anna.post(path + "/mute", "{\"muted\":true}").status()).isEqualTo(503);
            assertThat(anna.get(path).status()).isEqualTo(200);
            assertThat(centre.signedIn("sara").get(path).status()).isEqualTo(200);
        }
    }

    @Test
    void transferTargetsAreChecked() {
        TestBrowser anna = centre.signedIn("anna");
        try (TestFeed annas = anna.feed()) {
            annas.await("hello", frame -> true);
            anna.put("/seat", "{\"state\":\"READY\"}");
            InteractionId call = centre.callArrives("support", "+49301234560");
            centre.answered(call);
            String path = "/interactions/" + call + "/transfer";
            expect(anna.post(path, "{\"number\":\"+49 30 \\r\\nAction: Command\"}"), 422, "number");
            expect(anna.post(path, "{\"number\":\"${EVIL}\"}"), 422, "number");
            expect(anna.post(path, "{\"queue\":\"nowhere\"}"), 422, "queue");
            expect(anna.post(path, "{}"), 422, "queue");
            // There is no exchange that could dial it; a line of our own needs none.
            assertThat(anna.post(path, "{\"number\":\"030 1234567\"}").status()).isEqualTo(503);
            assertThat(anna.post(path, "{\"queue\":\"sales\"}").status()).isEqualTo(204);
        }
    }

    @Test
    void hostileTextComesBackAsData() {
        TestBrowser anna = centre.signedIn("anna");
        String found = anna.get("/customers?q=Miles").json().at("/items/0/id").asText();
        String hostile = "<img src=x onerror=alert(1)>'\\\"; DROP TABLE customer;-- \\u202e${jndi:x}";
        String body =
                "{\"name\":\"" + hostile.replace("\\u202e", "\u202e") + "\",\"points\":[],\"tags\":[],\"consents\":[]}";
        Reply renamed = centre.signedIn("anna").with("If-Match", "\"1\"").put("/customers/" + found, body);
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.header("Content-Type")).isEqualTo("application/json");
        String expected = "<img src=x onerror=alert(1)>'\"; DROP TABLE customer;-- \u202e${jndi:x}";
        assertThat(renamed.json().path("name").asText()).isEqualTo(expected);
        assertThat(anna.get("/customers/" + found).json().path("name").asText()).isEqualTo(expected);
        assertThat(anna.get("/customers?q=%25%27%20OR%201%3D1").json().path("items"))
                .isEmpty();
    }
}
