package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ahoy.desktop.TestBrowser.Reply;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People and organisations over the API, as the desktop and programs use it. */
class RecordsTest {
    @RegisterExtension
    final TestCentre centre = new TestCentre();

    @Test
    void aCustomerIsMadeReadChangedAndRemoved() {
        TestBrowser anna = centre.signedIn("anna");
        Reply made = anna.post("/customers", draft("Nora New", "030 5550001"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().at("/points/0/value").asText()).isEqualTo("+49305550001");
        String path = "/customers/" + made.json().path("id").asText();
        assertThat(anna.get(path).header("ETag")).isEqualTo(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(anna.put(path, draft("Nora Newer", "030 5550001")).status())
                .as("without a version")
                .isEqualTo(428);
        Reply changed = ifMatch("\"1\"").put(path, draft("Nora Newer", "030 5550001"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        Reply late = ifMatch("\"1\"").put(path, draft("Nora Lost", "030 5550001"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().at("/present/name").asText()).isEqualTo("Nora Newer");
        assertThat(ifMatch("\"2\"").delete(path).status())
                .as("not an agent's right")
                .isEqualTo(403);
        TestBrowser sara = centre.signedIn("sara").with("If-Match", "\"2\"");
        assertThat(sara.delete(path).status()).isEqualTo(204);
        assertThat(anna.get(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsNamed() {
        TestBrowser anna = centre.signedIn("anna");
        expect(anna.post("/customers", "{"), 400, "");
        expect(anna.post("/customers", "{}"), 422, "name");
        expect(anna.post("/customers", draft("", "+49301")), 422, "name");
        expect(anna.post("/customers", draft("x".repeat(10_000), "+493012345")), 422, "name");
        expect(anna.post("/customers", draft("x", "no number")), 422, "points.0.value");
        expect(anna.post("/customers", draft("x", "+493012345").replace("PHONE", "PIGEON")), 422, "points.0.kind");
        expect(anna.post("/customers", draft("x", "+493012345").replace("\"tags\"", "\"tag\"")), 422, "tag");
        expect(anna.get("/customers?limit=0"), 422, "limit");
        expect(anna.get("/customers?owner=me"), 422, "owner");
        expect(ifMatch("7").put("/customers/" + UUID.randomUUID(), draft("x", "+493012345")), 422, "If-Match");
    }

    @Test
    void theSameSentTwiceIsDoneOnce() throws Exception {
        TestBrowser anna = centre.signedIn("anna").with("Idempotency-Key", "key-1");
        String draft = draft("Twice Sent", "+493055502222");
        List<Reply> replies;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Reply> send = () -> anna.post("/customers", draft);
            replies = threads.invokeAll(Stream.generate(() -> send).limit(8).toList()).stream()
                    .map(Future::resultNow)
                    .toList();
        }
        assertThat(replies)
                .allMatch(reply -> reply.status() == 201 && reply.header("ETag").equals("\"1\""));
        assertThat(replies.stream()
                        .map(reply -> reply.json().path("id").asText())
                        .distinct())
                .hasSize(1);
        assertThat(anna.get("/customers?q=twice").json().path("items")).hasSize(1);
        expect(anna.post("/customers", draft("Other", "+493055502223")), 422, "Idempotency-Key");
        TestBrowser bo = centre.signedIn("bo").with("Idempotency-Key", "key-1");
        assertThat(bo.post("/customers", draft("Of Another Caller", "+493055502224"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void whatFailedMayBeSentAgainWithItsKey() {
        TestBrowser anna = centre.signedIn("anna").with("Idempotency-Key", "key-2");
        expect(anna.post("/customers", draft("", "+493055503333")), 422, "name");
        assertThat(anna.post("/customers", draft("Mended", "+493055503333")).status())
                .isEqualTo(201);
    }

    @Test
    void findingShowsPeopleAndOrganisations() {
        TestBrowser anna = centre.signedIn("anna");
        Reply made =
                anna.post("/organisations", "{\"name\":\"Quarz & Söhne GmbH\",\"points\":[],\"tags\":[\"supplier\"]}");
        assertThat(made.status()).isEqualTo(201);
        ObjectNode person = object(draft("Quentin Quarz", "+493055504444"));
        person.put("organisation", made.json().path("id").asText());
        assertThat(anna.post("/customers", person.toString()).status()).isEqualTo(201);
        JsonNode found = anna.get("/find?q=quar").json();
        assertThat(found.at("/organisations/0/name").asText()).isEqualTo("Quarz & Söhne GmbH");
        assertThat(found.at("/customers/0/name").asText()).isEqualTo("Quentin Quarz");
        assertThat(found.at("/customers/0/organisation/name").asText()).isEqualTo("Quarz & Söhne GmbH");
        for (String nothing : List.of("", "%25", "*", "x".repeat(3_000))) {
            assertThat(anna.get("/find?q=" + nothing).json().path("customers")).isEmpty();
        }
    }

    @Test
    void organisationsAreListedByWhatTheyAre() {
        TestBrowser anna = centre.signedIn("anna");
        String group = anna.post("/organisations", organisation("Zimt Group", ""))
                .json()
                .path("id")
                .asText();
        anna.post("/organisations", organisation("Zimt West", "\"language\":\"nl\",\"parent\":\"" + group + "\","));
        anna.post("/organisations", organisation("Zimt East", "\"parent\":\"" + group + "\","));
        assertThat(names(anna, "/organisations?parent=" + group)).containsExactly("Zimt East", "Zimt West");
        assertThat(names(anna, "/organisations?language=nl&parent=" + group)).containsExactly("Zimt West");
        assertThat(names(anna, "/organisations?tag=spice&limit=2")).containsExactly("Zimt East", "Zimt Group");
        assertThat(names(anna, "/organisations?tag=spic")).isEmpty();
        expect(anna.get("/organisations?parent=group"), 422, "parent");
    }

    private static List<String> names(TestBrowser browser, String path) {
        return browser.get(path)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asText())
                .toList();
    }

    private static String organisation(String name, String more) {
        return "{\"name\":\"" + name + "\"," + more + "\"points\":[],\"tags\":[\"spice\"]}";
    }

    @Test
    void notesAreTheirAuthors() {
        TestBrowser anna = centre.signedIn("anna");
        String customer = anna.post("/customers", draft("Noted", "+493055505555"))
                .json()
                .path("id")
                .asText();
        String notes = "/customers/" + customer + "/notes";
        String id = anna.post(notes, "{\"text\":\"likes <b>tea</b>\"}")
                .json()
                .path("id")
                .asText();
        assertThat(anna.get(notes).json().at("/items/0/text").asText()).isEqualTo("likes <b>tea</b>");
        TestBrowser bo = centre.signedIn("bo").with("If-Match", "\"1\"");
        assertThat(bo.put("/notes/" + id, "{\"text\":\"likes coffee\"}").status())
                .isEqualTo(403);
        assertThat(centre.signedIn("sara")
                        .with("If-Match", "\"1\"")
                        .delete("/notes/" + id)
                        .status())
                .isEqualTo(204);
        assertThat(anna.get(notes).json().path("items")).isEmpty();
        expect(anna.post("/customers/" + UUID.randomUUID() + "/notes", "{\"text\":\"x\"}"), 404, "");
    }

    @Test
    void programsActForPeopleWithFewerRights() throws SQLException {
        promote("sara");
        TestBrowser sara = centre.signedIn("sara");
        JsonNode made = sara.post("/tokens", "{\"name\":\"shop\",\"scopes\":[\"customer.read\"]}")
                .json();
        TestBrowser program = centre.browser()
                .with("Authorization", "Bearer " + made.path("secret").asText());
        assertThat(program.get("/customers").status()).isEqualTo(200);
        assertThat(program.post("/customers", draft("x", "+493055506666")).status())
                .isEqualTo(403);
        assertThat(program.put("/seat", "{\"state\":\"READY\"}").status()).isEqualTo(403);
        expect(sara.post("/tokens", "{\"name\":\"shop\",\"scopes\":[\"customer.fly\"]}"), 422, "scopes");
        assertThat(sara.get("/tokens").text())
                .doesNotContain(made.path("secret").asText());
        assertThat(centre.signedIn("anna").get("/tokens").status()).isEqualTo(403);
        assertThat(sara.delete("/tokens/" + made.at("/token/id").asText()).status())
                .isEqualTo(204);
        assertThat(program.get("/customers").status()).isEqualTo(401);
    }

    @Test
    void whoReadAndWhoChangedStandsInTheTrail() throws SQLException {
        promote("sara");
        TestBrowser anna = centre.signedIn("anna");
        String id = anna.post("/customers", draft("Watched", "+493055507777"))
                .json()
                .path("id")
                .asText();
        anna.get("/customers/" + id);
        assertThat(anna.get("/audit?record=" + id).status()).isEqualTo(403);
        JsonNode trail =
                centre.signedIn("sara").get("/audit?record=" + id).json().path("items");
        assertThat(trail.findValuesAsText("action")).containsExactly("READ", "CREATED");
        assertThat(trail.at("/1/after/name").asText()).isEqualTo("Watched");
        assertThat(trail.at("/0/agent/name").asText()).isEqualTo("Anna Weber");
    }

    @Test
    void whoWasShownInAListOrFoundStandsInTheTrail_whateverWasTyped() throws SQLException {
        promote("sara");
        TestBrowser anna = centre.signedIn("anna");
        String id = anna.post("/customers", draft("Zweig Zola", "+493055508888"))
                .json()
                .path("id")
                .asText();
        assertThat(anna.get("/find?q=zola%20zwei").json().path("customers")).hasSize(1);
        assertThat(anna.get("/find?q=nobodyatall").json().path("customers")).isEmpty();
        assertThat(anna.get("/customers?q=zola").json().path("items")).hasSize(1);
        String theCase = anna.post(
                        "/cases",
                        "{\"type\":\"fault\",\"priority\":\"NORMAL\",\"subject\":\"Crackles\",\"description\":\"\","
                                + "\"customer\":\"" + id + "\"}")
                .json()
                .path("id")
                .asText();
        assertThat(anna.get("/cases?customer=" + id).json().path("items")).hasSize(1);
        TestBrowser sara = centre.signedIn("sara");
        JsonNode trail = sara.get("/audit?record=" + id).json().path("items");
        assertThat(trail.findValuesAsText("action")).containsExactly("SHOWN", "SHOWN", "SHOWN", "CREATED");
        assertThat(trail.findValuesAsText("record")).containsExactly("/cases", "/customers", "/find", id);
        assertThat(trail.at("/0/shown").valueStream().map(JsonNode::asText)).containsExactlyInAnyOrder(id, theCase);
        assertThat(trail.at("/3/shown")).isEmpty();
        assertThat(sara.get("/audit?record=retention").json().path("items")).isEmpty();
        assertThat(TextColumns.with(centre.db(), List.of("zola zwei", "nobodyatall")))
                .as("what was typed is kept nowhere")
                .isEmpty();
    }

    @Test
    void theDescriptionIsServed() {
        JsonNode document = centre.browser().get("/openapi.json").json();
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        assertThat(document.path("paths").has("/customers/{id}")).isTrue();
    }

    private TestBrowser ifMatch(String tag) {
        return centre.signedIn("anna").with("If-Match", tag);
    }

    private void promote(String login) throws SQLException {
        try (var connection = centre.db().connection();
                var statement =
                        connection.prepareStatement("UPDATE agent SET role = 'ADMINISTRATOR' WHERE login = ?")) {
            statement.setString(1, login);
            statement.executeUpdate();
            connection.commit();
        }
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) TestBrowser.JSON.readTree(json);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String draft(String name, String number) {
        return "{\"name\":\"" + name + "\",\"points\":[{\"kind\":\"PHONE\",\"value\":\"" + number
                + "\",\"label\":\"\",\"primary\":true,\"doNotContact\":false}],\"tags\":[],\"consents\":[]}";
    }

    private static void expect(Reply reply, int status, String field) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().path("field").asText()).as(reply.text()).isEqualTo(field);
    }
}
