package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.InteractionId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cases, products and orders over the API, as the desktop and programs use them. Anna is in the front line, Sara supervises. */
class CaseRecordsTest {
    @RegisterExtension
    final TestCentre centre = new TestCentre();

    @Test
    void aCaseIsOpenedWorkedOnAndSolved() {
        TestBrowser anna = centre.signedIn("anna");
        Reply made = anna.post("/cases", draft("fault", "Crackles"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String path = "/cases/" + id(made);
        assertThat(anna.get(path).header("ETag")).isEqualTo("\"1\"").isEqualTo(made.header("ETag"));
        assertThat(anna.put(path + "/state", "{\"state\":\"diagnosis\"}").status())
                .isEqualTo(428);
        Reply moved = ifMatch("\"1\"").put(path + "/state", "{\"state\":\"diagnosis\"}");
        assertThat(moved.json().path("stateKind").asText()).isEqualTo("OPEN");
        Reply late = ifMatch("\"1\"").put(path + "/owner", "{}");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().at("/present/state").asText()).isEqualTo("diagnosis");
        expect(ifMatch("\"2\"").put(path + "/state", "{\"state\":\"closed\"}"), 422, "state");
        Reply answered = anna.post(path + "/answers", "");
        assertThat(answered.json().path("clocks").has("firstAnswer")).isFalse();
        assertThat(answered.json().at("/clocks/firstGiven/left").asLong())
                .as("met, with some of it to spare")
                .isBetween(1L, answered.json().at("/clocks/firstGiven/promised").asLong());
        Reply owned = ifMatch("\"3\"")
                .put(path + "/owner", "{\"owner\":\"" + centre.agent("anna").value() + "\"}");
        assertThat(owned.json().at("/owner/name").asText()).isEqualTo("Anna Weber");
        assertThat(ids(anna.get("/cases?mine=true&kinds=OPEN"))).contains(id(made));
        assertThat(ids(anna.get("/cases?mine=true&kinds=SOLVED,CLOSED"))).doesNotContain(id(made));
        assertThat(anna.get("/find?q=" + made.json().path("number").asText())
                        .json()
                        .at("/cases/0/subject")
                        .asText())
                .isEqualTo("Crackles");
        expect(ifMatch("\"4\"").delete(path), 403, "");
        assertThat(centre.signedIn("sara")
                        .with("If-Match", "\"4\"")
                        .delete(path)
                        .status())
                .isEqualTo(204);
        assertThat(anna.get(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsNamed() {
        TestBrowser anna = centre.signedIn("anna");
        expect(anna.post("/cases", draft("nothing", "x")), 422, "type");
        expect(anna.post("/cases", draft("fault", " ")), 422, "subject");
        expect(anna.post("/cases", draft("fault", "x").replace("NORMAL", "SOON")), 422, "priority");
        expect(anna.post("/cases", draft("fault", "x").replace("}", ",\"category\":\"none\"}")), 422, "category");
        expect(
                anna.post("/cases", draft("fault", "x").replace("}", ",\"customer\":\"" + UUID.randomUUID() + "\"}")),
                422,
                "customer");
        expect(anna.get("/cases?kinds=OPEN,LOST"), 422, "kinds");
        expect(anna.get("/cases?priority=SOON"), 422, "priority");
        expect(anna.get("/cases?dueBefore=tomorrow"), 422, "dueBefore");
        expect(anna.get("/cases?dueSoon=maybe"), 422, "dueSoon");
        assertThat(anna.get("/cases?mine=true&dueSoon=true").status()).isEqualTo(200);
        expect(anna.get("/cases/" + UUID.randomUUID()), 404, "");
        String complaint = "/cases/" + id(centre.signedIn("sara").post("/cases", draft("complaint", "x")));
        TestBrowser sara = centre.signedIn("sara").with("If-Match", "\"1\"");
        expect(sara.put(complaint + "/state", "{\"state\":\"solved\"}"), 422, "cause");
        for (String path : List.of("", "/relations", "/interactions", "/notes")) {
            expect(anna.get(complaint + path), 404, "");
        }
        expect(anna.post(complaint + "/notes", "{\"text\":\"x\"}"), 404, "");
        expect(ifMatch("\"1\"").put(complaint + "/owner", "{}"), 404, "");
        assertThat(anna.get("/find?q="
                                + sara.get(complaint).json().path("number").asText())
                        .json()
                        .path("cases"))
                .isEmpty();
    }

    @Test
    void theSameSentTwiceIsDoneOnce() {
        TestBrowser anna = centre.signedIn("anna").with("Idempotency-Key", "case-1");
        Reply first = anna.post("/cases", draft("fault", "Twice sent"));
        Reply second = anna.post("/cases", draft("fault", "Twice sent"));
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(anna.get("/find?q=twice").json().path("cases")).hasSize(1);
    }

    @Test
    void interactionsBelongToOneCaseAtMost() {
        TestBrowser anna = centre.signedIn("anna");
        InteractionId call = centre.callArrives("support", "+493055507171");
        String one = id(anna.post("/cases", draft("fault", "One")));
        String other = id(anna.post("/cases", draft("fault", "Other")));
        String path = "/interactions/" + call.value() + "/case";
        assertThat(anna.get(path).status()).isEqualTo(204);
        assertThat(anna.put(path, attach(one)).json().path("subject").asText()).isEqualTo("One");
        assertThat(anna.put(path, attach(other)).json().path("subject").asText())
                .isEqualTo("Other");
        assertThat(ids(anna.get("/cases/" + other + "/interactions")))
                .containsExactly(call.value().toString());
        assertThat(ids(anna.get("/cases/" + one + "/interactions"))).isEmpty();
        Reply split = ifMatch("\"1\"")
                .post(
                        "/cases/" + other + "/split",
                        "{\"subject\":\"Third\",\"interactions\":[\"" + call.value() + "\"]}");
        assertThat(split.status()).as(split.text()).isEqualTo(201);
        assertThat(anna.put("/cases/" + one + "/relations/" + id(split), "").status())
                .isEqualTo(204);
        Reply merged = ifMatch("\"1\"").post("/cases/" + id(split) + "/merge", "{\"into\":\"" + one + "\"}");
        assertThat(merged.json().path("id").asText()).as(merged.text()).isEqualTo(one);
        assertThat(anna.get(path).json().path("id").asText()).isEqualTo(one);
        JsonNode relations = anna.get("/cases/" + one + "/relations").json().path("items");
        assertThat(relations.findValuesAsText("kind")).containsExactlyInAnyOrder("MERGED_FROM", "SPLIT_FROM");
        assertThat(anna.put(path, "{}").status()).isEqualTo(204);
        expect(anna.put(path, attach(UUID.randomUUID().toString())), 422, "serviceCase");
        expect(anna.put("/interactions/" + UUID.randomUUID() + "/case", attach(one)), 404, "");
    }

    @Test
    void theCaseThatWaitsForTheCallerIsSuggested_untilTheCallBelongsToOne() {
        TestBrowser anna = centre.signedIn("anna");
        String customer = id(anna.post(
                "/customers",
                "{\"name\":\"Willow Wait\",\"points\":[{\"kind\":\"PHONE\",\"value\":\"+493055507272\",\"label\":\"\","
                        + "\"primary\":true,\"doNotContact\":false}],\"tags\":[],\"consents\":[]}"));
        Reply made = anna.post("/cases", draft("fault", "Waits").replace("}", ",\"customer\":\"" + customer + "\"}"));
        assertThat(ifMatch("\"1\"")
                        .put("/cases/" + id(made) + "/state", "{\"state\":\"waiting\"}")
                        .status())
                .isEqualTo(200);
        String call = centre.callArrives("support", "+493055507272").toString();
        TestBrowser sara = centre.signedIn("sara");
        JsonNode pop = sara.get("/interactions/" + call).json();
        assertThat(pop.at("/suggestedCase/number")).isEqualTo(made.json().path("number"));
        assertThat(pop.at("/suggestedCase/subject").asText()).isEqualTo("Waits");
        assertThat(anna.put("/interactions/" + call + "/case", attach(id(made)))
                        .json()
                        .path("stateKind")
                        .asText())
                .isEqualTo("OPEN");
        assertThat(sara.get("/interactions/" + call).json().has("suggestedCase"))
                .isFalse();
    }

    @Test
    void notesOfACaseStandWithIt() {
        TestBrowser anna = centre.signedIn("anna");
        String notes = "/cases/" + id(anna.post("/cases", draft("fault", "Noted"))) + "/notes";
        assertThat(anna.post(notes, "{\"text\":\"under the roof\"}").status()).isEqualTo(201);
        assertThat(centre.signedIn("bo").get(notes).json().at("/items/0/text").asText())
                .isEqualTo("under the roof");
    }

    @Test
    void programsWriteProductsAndOrders() {
        TestBrowser sara = centre.signedIn("sara");
        String customer = sara.get("/customers").json().at("/items/0/id").asText();
        assertThat(sara.put("/products/X-9", "{\"title\":\"Lamp\",\"active\":true}")
                        .header("ETag"))
                .isEqualTo("\"1\"");
        String order =
                "{\"kind\":\"ORDER\",\"customer\":\"" + customer + "\",\"status\":\"packed\",\"statusKind\":\"OPEN\","
                        + "\"placedAt\":\"2026-11-01T08:00:00Z\",\"lines\":[{\"product\":\"X-9\",\"quantity\":2,\"priceMinor\":1980,"
                        + "\"currency\":\"EUR\",\"status\":\"\"}]}";
        Reply written = sara.put("/orders/B-77", order);
        assertThat(written.status()).as(written.text()).isEqualTo(200);
        assertThat(sara.put("/orders/B-77", order).header("ETag")).isEqualTo(written.header("ETag"));
        TestBrowser anna = centre.signedIn("anna");
        assertThat(anna.get("/orders/B-77").json().at("/lines/0/title").asText())
                .isEqualTo("Lamp");
        assertThat(anna.get("/orders?customer=" + customer).json().path("items").findValuesAsText("number"))
                .contains("B-77");
        assertThat(anna.get("/find?q=b-77").json().at("/orders/0/status").asText())
                .isEqualTo("packed");
        assertThat(anna.get("/products").json().path("items").findValuesAsText("number"))
                .contains("X-9", "P-1000");
        expect(anna.put("/orders/B-77", order), 403, "");
        expect(sara.put("/orders/B-78", order.replace("X-9", "X-8")), 422, "lines.0.product");
        expect(sara.put("/orders/B-78", order.replace("2026-11-01T08:00:00Z", "yesterday")), 422, "placedAt");
        expect(sara.delete("/products/X-9"), 409, "");
        assertThat(sara.delete("/orders/B-77").status()).isEqualTo(204);
        assertThat(sara.delete("/products/X-9").status()).isEqualTo(204);
        expect(sara.get("/orders/B-77"), 404, "");
    }

    @Test
    void aCategoryInUseStaysAndStatesThatCasesAreInToo() {
        TestBrowser sara = centre.signedIn("sara");
        Reply refused = sara.delete("/config/caseCategories/line.slow");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asText()).containsPattern("[0-9]+ cases");
        String circle = "{\"title\":{\"en\":\"Line\",\"zh\":\"线路\"},\"parent\":\"line.slow\",\"version\":1}";
        expect(sara.put("/config/caseCategories/line", circle), 422, "parent");
        JsonNode type = sara.get("/config/caseTypes/fault").json();
        Reply without = sara.put("/config/caseTypes/fault", type.toString().replace("\"repair\"", "\"mending\""));
        expect(without, 422, "states");
        assertThat(without.json().path("detail").asText()).contains("in the state repair");
        Reply endless = sara.put("/config/caseTypes/fault", type.toString().replace("\"closed\"]", "\"diagnosis\"]"));
        assertThat(endless.status()).as(endless.text()).isEqualTo(422);
        JsonNode session = centre.signedIn("anna").get("/session").json();
        assertThat(session.path("caseTypes").findValuesAsText("id")).contains("request", "waiting");
        assertThat(session.path("caseCategories").findValuesAsText("parent")).contains("line");
    }

    @Test
    void aCaseIsGivenToAColleague() {
        TestBrowser anna = centre.signedIn("anna");
        JsonNode all = anna.get("/agents").json().path("items");
        assertThat(all.findValuesAsText("name")).isSorted().contains("Anna Weber", "Bo Lindqvist", "Sara Okafor");
        JsonNode first = anna.get("/agents?limit=1").json();
        assertThat(anna.get("/agents?limit=1&after=" + first.path("next").asText())
                        .json()
                        .at("/items/0"))
                .isEqualTo(all.path(1));
        JsonNode sara = anna.get("/agents?team=backoffice&q=OKA").json().path("items");
        assertThat(sara.findValuesAsText("name")).containsExactly("Sara Okafor");
        assertThat(sara.at("/0/teams/0").asText()).isEqualTo("backoffice");
        assertThat(sara.at("/0").has("login")).isFalse();
        assertThat(anna.get("/agents?q=%25").json().path("items")).isEmpty();
        String path = "/cases/" + id(anna.post("/cases", draft("fault", "Given away")));
        Reply given = ifMatch("\"1\"")
                .put(path + "/owner", "{\"owner\":\"" + sara.at("/0/id").asText() + "\"}");
        assertThat(given.json().at("/owner/name").asText()).isEqualTo("Sara Okafor");
    }

    @Test
    void theFeedCountsWhatIsDue() {
        TestBrowser sara = centre.signedIn("sara");
        try (TestFeed feed = sara.feed();
                TestFeed own = centre.signedIn("anna").feed()) {
            feed.send("{\"type\":\"watch\",\"board\":true}");
            JsonNode board = feed.await("board", frame -> !frame.path("cases").isEmpty());
            assertThat(board.path("cases").findValuesAsText("team")).contains("backoffice", "frontline");
            JsonNode before = own.await("cases", frame -> frame.path("overdue").asInt() > 0);
            String draft = draft("fault", "Counted")
                    .replace("}", ",\"owner\":\"" + centre.agent("anna").value() + "\"}");
            assertThat(sara.post("/cases", draft).status()).isEqualTo(201);
            own.await(
                    "cases",
                    frame -> frame.path("open").asInt() == before.path("open").asInt() + 1);
        }
    }

    private TestBrowser ifMatch(String tag) {
        return centre.signedIn("anna").with("If-Match", tag);
    }

    private static String id(Reply reply) {
        return reply.json().path("id").asText();
    }

    private static List<String> ids(Reply page) {
        return page.json().path("items").findValuesAsText("id");
    }

    private static String attach(String to) {
        return "{\"serviceCase\":\"" + to + "\"}";
    }

    private static String draft(String type, String subject) {
        return "{\"type\":\"" + type + "\",\"priority\":\"NORMAL\",\"subject\":\"" + subject
                + "\",\"description\":\"\"}";
    }

    private static void expect(Reply reply, int status, String field) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().path("field").asText()).as(reply.text()).isEqualTo(field);
    }
}
