package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.desktop.TestBrowser.Reply;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The audit trail, of what is read beside the records themselves. */
class TrailTest {
    @RegisterExtension
    final TestCentre centre = new TestCentre();

    @Test
    void whoReadsNotesAndTheHistoryStandsInTheTrail() throws SQLException {
        TestBrowser anna = centre.signedIn("anna");
        String ada = id(anna.post("/customers", "{\"name\":\"Ada Ling\",\"points\":[],\"tags\":[],\"consents\":[]}"));
        assertThat(anna.get("/history?customer=" + ada).json().path("items")).isEmpty();
        assertThat(anna.get("/customers/" + ada + "/notes").json().path("items"))
                .isEmpty();
        TestBrowser sara = administrator();
        JsonNode before = sara.get("/audit?record=" + ada).json().path("items");
        assertThat(before.findValuesAsText("action")).as("nothing was shown").containsExactly("CREATED");

        String note = id(anna.post("/customers/" + ada + "/notes", "{\"text\":\"Rings at noon\"}"));
        anna.get("/customers/" + ada + "/notes");
        String theCase = id(anna.post(
                "/cases",
                "{\"type\":\"fault\",\"priority\":\"NORMAL\",\"subject\":\"Hum\",\"description\":\"\",\"customer\":\""
                        + ada + "\"}"));
        anna.post("/cases/" + theCase + "/notes", "{\"text\":\"Line tested\"}");
        anna.get("/cases/" + theCase + "/notes");
        String call = centre.callArrives("support", "+49301234577").toString();
        anna.put("/interactions/" + call + "/customer", "{\"customer\":\"" + ada + "\"}");
        anna.put("/interactions/" + call + "/case", "{\"serviceCase\":\"" + theCase + "\"}");
        anna.get("/history?customer=" + ada);
        anna.get("/cases/" + theCase + "/interactions");
        anna.get("/interactions/" + call + "/case");

        JsonNode trail = sara.get("/audit?record=" + ada).json().path("items");
        assertThat(shown(trail))
                .containsExactly("/cases/{id}/interactions", "/history", "/cases/{id}/notes", "/customers/{id}/notes");
        assertThat(trail.at("/0/shown").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrder(theCase, call, ada);
        assertThat(shown(sara.get("/audit?record=" + note).json().path("items")))
                .containsExactly("/customers/{id}/notes");
        assertThat(sara.get("/audit?record=" + theCase).json().path("items").findValuesAsText("action"))
                .startsWith("READ", "SHOWN");
    }

    @Test
    void whoAppearsOnABoardWasSeenOnceByWhoeverWatchesIt() throws SQLException {
        TestBrowser sara = administrator();
        TestFeed board = sara.feed();
        board.send("{\"type\":\"watch\",\"board\":true}");
        centre.callArrives("sales", "+49301234561");
        String customer = board.await(
                        "board", frame -> frame.at("/waiting/0/customer/id").isTextual())
                .at("/waiting/0/customer/id")
                .asText();
        board.forget();
        centre.callArrives("sales", "+49309999999");
        board.await("board", frame -> frame.path("waitingTotal").asInt() == 2);
        List<String> lines = await().until(
                        () -> shown(sara.get("/audit?record=" + customer).json().path("items")),
                        seen -> !seen.isEmpty());
        assertThat(lines).containsExactly("/feed");
    }

    private static List<String> shown(JsonNode trail) {
        return trail.valueStream()
                .filter(line -> line.path("action").asText().equals("SHOWN"))
                .map(line -> line.path("record").asText())
                .toList();
    }

    private TestBrowser administrator() throws SQLException {
        try (var connection = centre.db().connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE agent SET role = 'ADMINISTRATOR' WHERE login = 'sara'");
            connection.commit();
        }
        return centre.signedIn("sara");
    }

    private static String id(Reply made) {
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asText();
    }
}
