package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ahoy.crm.team.Configurations;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.desktop.routing.RoutingRules;
import io.ahoy.router.acd.AgentId;
import io.ahoy.router.acd.InteractionId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConfigurationTest {
    private static final String READY = "{\"state\":\"READY\"}";

    @RegisterExtension
    final TestCentre centre = new TestCentre();

    @Test
    void onlySupervisorsConfigure() {
        TestBrowser anna = centre.signedIn("anna");
        assertThat(anna.get("/config").status()).isEqualTo(403);
        assertThat(anna.get("/config/history").status()).isEqualTo(403);
        assertThat(anna.put("/config/skills/flying", "{\"title\":{\"en\":\"Flying\",\"zh\":\"飞\"}}")
                        .status())
                .isEqualTo(403);
        assertThat(anna.delete("/config/queues/sales").status()).isEqualTo(403);
        assertThat(centre.browser().get("/config").status()).isEqualTo(401);
    }

    @Test
    void theWholeConfigurationIsReadAtOnce() {
        JsonNode all = centre.signedIn("sara").get("/config").json();
        assertThat(all.at("/queues/0/id").asText()).isEqualTo("sales");
        assertThat(all.at("/queues/0/needs/skills/sales").asInt()).isEqualTo(5);
        assertThat(all.at("/queues/0/widening/0/changes/0/type").asText()).isEqualTo("lowerLevel");
        assertThat(all.at("/queues/0/version").asLong()).isPositive();
        assertThat(all.at("/agents/0/name").asText()).isEqualTo("Anna Weber");
        assertThat(all.at("/agents/0/skills/german").asInt()).isEqualTo(10);
        assertThat(all.at("/calendars/0/week/MONDAY/0/from").asText()).isEqualTo("00:00");
        assertThat(all.at("/teams/0/title/zh").asText()).isEqualTo("一线");
        assertThat(all.path("channels")).isEmpty();
    }

    @Test
    void aWaitingCallIsOfferedAtOnceWhenItsQueueNeedsAnotherSkill() {
        TestBrowser sara = centre.signedIn("sara");
        TestBrowser chen = centre.signedIn("chen");
        ObjectNode before = entity(sara, "/config/queues/sales");
        try (TestFeed feed = chen.feed()) {
            feed.await("hello", frame -> true);
            assertThat(chen.put("/seat", READY).status()).isEqualTo(204);
            InteractionId call = centre.callArrives("sales", "+49301234560");
            assertThat(offeredTo(call)).isEmpty();
            change(sara, "/config/queues/sales", queue -> {
                queue.putObject("needs").putObject("skills").put("support", 5);
                ((ObjectNode) queue.path("needs")).putArray("teams");
                queue.putArray("widening");
            });
            centre.offerOf(call);
            assertThat(offeredTo(call)).containsExactly(centre.agent("chen"));
            feed.await("notice", frame -> frame.path("code").asText().equals("configChanged"));
            centre.answered(call);
            centre.hangsUp(call);
        }
        change(sara, "/config/queues/sales", queue -> queue.setAll(before));
    }

    @Test
    void anAgentWhoLearnsSomethingIsOfferedWhatWaitsForIt() {
        TestBrowser sara = centre.signedIn("sara");
        TestBrowser bo = centre.signedIn("bo");
        try (TestFeed feed = bo.feed()) {
            feed.await("hello", frame -> true);
            assertThat(bo.put("/seat", READY).status()).isEqualTo(204);
            InteractionId call = centre.callArrives("support", "+49301234560");
            String path = "/config/agents/" + centre.agent("bo");
            change(sara, path, agent -> ((ObjectNode) agent.path("skills")).put("support", 7));
            centre.offerOf(call);
            assertThat(offeredTo(call)).containsExactly(centre.agent("bo"));
            centre.answered(call);
            centre.hangsUp(call);
            change(sara, path, agent -> ((ObjectNode) agent.path("skills")).remove("support"));
            assertThat(bo.get("/session").status()).isEqualTo(200);
        }
    }

    @Test
    void anAgentWhoIsNotSignedInStaysAway() {
        centre.signedIn("bo");
        TestBrowser sara = centre.signedIn("sara");
        change(
                sara,
                "/config/agents/" + centre.agent("anna"),
                agent -> agent.putObject("limits").put("CHAT", 2));
        assertThat(centre.image().seats())
                .extracting(seat -> seat.agent())
                .contains(centre.agent("bo"))
                .doesNotContain(centre.agent("anna"));
    }

    @Test
    void aNewQueueIsThereAtOnce() {
        TestBrowser sara = centre.signedIn("sara");
        ObjectNode queue = (ObjectNode) sara.get("/config/queues/support").json();
        queue.remove(List.of("id", "version"));
        Reply made = sara.put("/config/queues/returns", queue.toString());
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.json().path("id").asText()).isEqualTo("returns");
        assertThat(centre.image().queues())
                .extracting(rule -> rule.id().value())
                .contains("returns");
        assertThat(sara.get("/session").json().at("/queues/3/id").asText()).isEqualTo("returns");
        assertThat(sara.delete("/config/queues/returns?version=" + made.json().path("version"))
                        .status())
                .isEqualTo(204);
        assertThat(centre.image().queues())
                .extracting(rule -> rule.id().value())
                .doesNotContain("returns");
        assertThat(sara.get("/config/queues/returns").status()).isEqualTo(404);
    }

    @Test
    void changesAreWrittenDown() {
        TestBrowser sara = centre.signedIn("sara");
        String path = "/config/breakReasons/doctor";
        long made = sara.put(path, "{\"title\":{\"en\":\"Doctor\",\"zh\":\"看病\"}}")
                .json()
                .path("version")
                .asLong();
        sara.put(path, "{\"title\":{\"en\":\"Dentist\",\"zh\":\"看牙\"},\"version\":" + made + "}");
        assertThat(sara.delete(path).status()).isEqualTo(204);
        JsonNode first =
                sara.get("/config/history?kind=breakReasons&id=doctor&limit=2").json();
        assertThat(first.at("/items/0/action").asText()).isEqualTo("DELETED");
        assertThat(first.at("/items/0/by/name").asText()).isEqualTo("Sara Okafor");
        assertThat(first.at("/items/0/before/title/en").asText()).isEqualTo("Dentist");
        assertThat(first.at("/items/0/after").isMissingNode()).isTrue();
        assertThat(first.at("/items/1/action").asText()).isEqualTo("CHANGED");
        JsonNode rest = sara.get("/config/history?kind=breakReasons&id=doctor&before=" + first.path("next"))
                .json();
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.at("/items/0/action").asText()).isEqualTo("CREATED");
        assertThat(rest.at("/items/0/version").asLong()).isEqualTo(made);
        assertThat(rest.path("next").isMissingNode()).isTrue();
    }

    @Test
    void whoChangesAnOldVersionGetsThePresentOne() {
        TestBrowser sara = centre.signedIn("sara");
        String path = "/config/teams/frontline";
        ObjectNode team = (ObjectNode) sara.get(path).json();
        ObjectNode other = team.deepCopy();
        ((ObjectNode) other.path("title")).put("en", "First line");
        assertThat(sara.put(path, other.toString()).status()).isEqualTo(200);
        Reply stale = sara.put(path, team.toString());
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().at("/present/title/en").asText()).isEqualTo("First line");
        team.remove("version");
        assertThat(sara.put(path, team.toString()).status()).isEqualTo(409);
        assertThat(sara.put("/config/teams/gone", "{\"title\":{\"en\":\"G\",\"zh\":\"G\"},\"version\":1}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void everyProblemIsToldAtOnceWithItsField() {
        TestBrowser sara = centre.signedIn("sara");
        Reply refused = changed(sara, "/config/queues/sales", queue -> {
            queue.put("calendar", "christmas");
            queue.withObject("/wrapUp").put("limit", 0);
            queue.withObject("/needs/skills").put("sales", 11);
            queue.withObject("/noAnswer").remove("BUSY");
            ArrayNodes.add(
                    queue,
                    "overflow",
                    "{\"when\":{\"type\":\"noAgent\"},\"action\":{\"type\":\"toQueue\",\"queue\":\"hell\"}}");
            ArrayNodes.add(queue, "widening", "{\"after\":1000,\"changes\":[]}");
        });
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        refused.json().path("problems").forEach(one -> {
            assertThat(one.path("kind").asText()).isEqualTo("queues");
            assertThat(one.path("id").asText()).isEqualTo("sales");
            assertThat(one.path("message").asText()).isNotEmpty();
            fields.add(one.path("field").asText());
        });
        assertThat(fields)
                .containsExactly(
                        "needs.skills.sales",
                        "widening.1.after",
                        "widening.1.changes",
                        "noAnswer.BUSY",
                        "wrapUp.extensionsMax",
                        "overflow.0.action.queue",
                        "calendar");
        assertThat(refused.json().path("field").asText()).isEqualTo("needs.skills.sales");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void circlesOfOverflowAreShown() {
        TestBrowser sara = centre.signedIn("sara");
        change(sara, "/config/queues/sales", queue -> queue.set("overflow", toQueue("support")));
        Reply refused = changed(sara, "/config/queues/support", queue -> queue.set("overflow", toQueue("sales")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("detail").asText()).contains("sales -> support -> sales");
        Reply forced =
                changed(sara, "/config/queues/support?force=true", queue -> queue.set("overflow", toQueue("sales")));
        assertThat(forced.status()).isEqualTo(422);
        Reply used = sara.delete("/config/queues/support");
        assertThat(used.status()).isEqualTo(409);
        assertThat(used.json().path("detail").asText()).contains("queues/sales", "dispositions/defect");
        change(sara, "/config/queues/sales", queue -> queue.putArray("overflow"));
    }

    @Test
    void aQueueNobodyCanServeNeedsForce() {
        TestBrowser sara = centre.signedIn("sara");
        assertThat(sara.put("/config/skills/magic", "{\"title\":{\"en\":\"Magic\",\"zh\":\"魔法\"}}")
                        .status())
                .isEqualTo(200);
        ObjectNode before = entity(sara, "/config/queues/support");
        Consumer<ObjectNode> magic = queue -> {
            queue.withObject("/needs").putObject("skills").put("magic", 1);
            queue.putArray("widening");
        };
        Reply refused = changed(sara, "/config/queues/support", magic);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/problems/0/forcible").asBoolean()).isTrue();
        assertThat(refused.json().path("detail").asText()).contains("no agent has magic 1 or more", "force=true");
        assertThat(changed(sara, "/config/queues/support?force=true", magic).status())
                .isEqualTo(200);
        change(sara, "/config/queues/support", queue -> queue.setAll(before));
    }

    @Test
    void whatCannotBeReadIsToldWithItsField() {
        TestBrowser sara = centre.signedIn("sara");
        String title = "\"title\":{\"en\":\"A\",\"zh\":\"A\"}";
        expect(sara.put("/config/skills/a", "{" + title + ",\"colour\":1}"), 422, "colour");
        expect(sara.put("/config/skills/a", "{\"title\":{\"en\":\"A\"}}"), 422, "title.zh");
        expect(sara.put("/config/skills/a", "{" + title + ",\"id\":\"b\"}"), 422, "id");
        expect(sara.put("/config/skills/a", "{" + title + ",\"version\":\"1\"}"), 422, "version");
        expect(sara.put("/config/skills/A%20b", "{" + title + "}"), 422, "id");
        expect(changed(sara, "/config/queues/sales", queue -> queue.put("offerLimit", "15s")), 422, "offerLimit");
        expect(changed(sara, "/config/queues/sales", queue -> queue.put("offerLimit", 1.5)), 422, "offerLimit");
        expect(changed(sara, "/config/queues/sales", queue -> queue.putNull("needs")), 422, "needs");
        expect(
                changed(
                        sara,
                        "/config/queues/sales",
                        queue -> queue.withObject("/needs/skills").putNull("sales")),
                422,
                "needs.skills.sales");
        expect(
                changed(
                        sara,
                        "/config/queues/sales",
                        queue -> queue.putObject("strategy").put("type", "dice")),
                422,
                "strategy.type");
        expect(changed(sara, "/config/calendars/always", one -> one.put("zone", "Mars/Olympus")), 422, "zone");
        expect(sara.get("/config/history?before=yesterday"), 422, "before");
        assertThat(sara.put("/config/skills/a", "{").status()).isEqualTo(400);
        assertThat(sara.put("/config/skills/a", "[]").status()).isEqualTo(400);
        assertThat(sara.get("/config/spells").status()).isEqualTo(404);
        assertThat(sara.delete("/config/skills/none").status()).isEqualTo(404);
        assertThat(sara.delete("/config/breakReasons/system.missed").status()).isEqualTo(409);
        assertThat(sara.put(
                                "/config/agents/" + java.util.UUID.randomUUID(),
                                "{\"skills\":{},\"teams\":[],\"limits\":{},\"choice\":{\"type\":\"bestRank\"}}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ofManyChangesAtOnceTheLastStoredOneHolds() throws Exception {
        TestBrowser sara = centre.signedIn("sara");
        List<Callable<Reply>> changes = new ArrayList<>();
        for (String queue : List.of("sales", "support")) {
            for (int i = 1; i <= 8; i++) {
                int seconds = i;
                changes.add(
                        () -> changed(sara, "/config/queues/" + queue, one -> one.put("offerLimit", 9_000 + seconds)));
            }
        }
        try (ExecutorService many = Executors.newFixedThreadPool(6)) {
            for (Future<Reply> change : many.invokeAll(changes)) {
                assertThat(change.get().status()).isIn(200, 409);
            }
        }
        assertThat(centre.image().queues())
                .isEqualTo(RoutingRules.of(new Configurations(centre.db()).read(), ZoneOffset.UTC)
                        .queues());
    }

    @Test
    void channelsCostWhatIsConfigured() {
        TestBrowser sara = centre.signedIn("sara");
        String half = "{\"units\":50,\"interruptedBy\":[\"VOICE\"],\"limit\":2}";
        assertThat(sara.put("/config/channels/CHAT", half).status()).isEqualTo(200);
        assertThat(centre.image().channels().values())
                .extracting(rule -> rule.units())
                .containsExactly(50);
        expect(sara.put("/config/channels/EMAIL", half.replace("50", "500")), 422, "units");
        assertThat(sara.delete("/config/channels/CHAT").status()).isEqualTo(204);
        assertThat(centre.image().channels()).isEmpty();
    }

    private static void expect(Reply reply, int status, String field) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.json().path("field").asText()).as(reply.text()).isEqualTo(field);
    }

    private static JsonNode toQueue(String queue) {
        return ArrayNodes.read(
                "[{\"when\":{\"type\":\"waited\",\"after\":60000},\"action\":{\"type\":\"toQueue\",\"queue\":\"" + queue
                        + "\"}}]");
    }

    private static ObjectNode entity(TestBrowser browser, String path) {
        return ((ObjectNode) browser.get(path).json()).without("version");
    }

    private static void change(TestBrowser browser, String path, Consumer<ObjectNode> change) {
        Reply reply = changed(browser, path, change);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private static Reply changed(TestBrowser browser, String path, Consumer<ObjectNode> change) {
        ObjectNode entity = (ObjectNode) browser.get(path).json();
        change.accept(entity);
        return browser.put(path, entity.toString());
    }

    private List<AgentId> offeredTo(InteractionId call) {
        Awaitility.await()
                .until(() -> centre.desktop().feed().picture().interaction(call).isPresent());
        return centre.desktop().feed().picture().interaction(call).flatMap(view -> view.agent()).stream()
                .toList();
    }

    private static final class ArrayNodes {
        static void add(ObjectNode to, String field, String json) {
            to.withArray(field).add(read(json));
        }

        static JsonNode read(String json) {
            try {
                return TestBrowser.JSON.readTree(json);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
