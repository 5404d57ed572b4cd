package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.InteractionId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody may ask about himself, over the API. */
class PersonalDataTest {
    @RegisterExtension
    final TestCentre centre = new TestCentre();

    @Test
    void aPersonIsExportedAndErased() throws SQLException, IOException {
        String customer = centre.signedIn("anna")
                .post("/customers", "{\"name\":\"Quillfeather\",\"points\":[],\"tags\":[],\"consents\":[]}")
                .json()
                .path("id")
                .asText();
        String path = "/customers/" + customer;
        TestBrowser sara = administrator();
        Reply archive = sara.get(path + "/export");
        assertThat(archive.header("Content-Disposition")).startsWith("attachment");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("customer.json");
            assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).contains("Quillfeather");
        }
        assertThat(sara.post(path + "/erase", "").status())
                .as("without a version")
                .isEqualTo(428);
        assertThat(sara.with("If-Match", "\"1\"").post(path + "/erase", "").status())
                .isEqualTo(200);
        assertThat(sara.get(path).status()).isEqualTo(404);
        assertThat(sara.get("/audit?record=" + customer).json().path("items").findValuesAsText("action"))
                .startsWith("ERASED", "EXPORTED");
    }

    @Test
    void aCallerWhoIsErasedStandsInNoTable_notEvenInTheRoutersJournal() throws SQLException {
        List<String> his = List.of("Quorra", "quorra", "493055512388");
        TestBrowser sara = administrator();
        TestBrowser anna = centre.signedIn("anna").with("Idempotency-Key", "quorra");
        String path = "/customers/"
                + anna.post(
                                "/customers",
                                "{\"name\":\"Quorra\",\"points\":[{\"kind\":\"PHONE\",\"value\":\"+493055512388\",\"label\":\"\","
                                        + "\"primary\":true,\"doNotContact\":false}],\"tags\":[],\"consents\":[]}")
                        .json()
                        .path("id")
                        .asText();
        try (TestFeed feed = anna.feed()) {
            feed.await("hello", frame -> true);
            anna.put("/seat", "{\"state\":\"READY\"}");
            InteractionId call = centre.callArrives("support", "+493055512388");
            centre.answered(call);
            assertThat(sara.with("If-Match", "\"1\"").post(path + "/erase", "").status())
                    .as("while he talks")
                    .isEqualTo(409);
            centre.hangsUp(call);
            anna.put(
                    "/interactions/" + call + "/wrap-up",
                    "{\"disposition\":\"solved\",\"note\":\"Quorra is content\",\"done\":true}");
            assertThat(TextColumns.with(centre.db(), his)).isNotEmpty();
            Awaitility.await().until(() -> sara.post(path + "/erase", "").status() == 200);
        }
        assertThat(TextColumns.with(centre.db(), his)).isEmpty();
    }

    @Test
    void periodsAreChanged_andATrialTellsWhatWouldGo() throws SQLException {
        TestBrowser sara = administrator();
        Reply wrong = sara.put("/privacy/retention", "{\"periods\":{\"AUDIT\":10}}");
        assertThat(wrong.json().path("field").asText()).isEqualTo("periods.AUDIT");
        assertThat(sara.put("/privacy/retention", "{\"periods\":{\"NOTES\":7}}")
                        .json()
                        .at("/periods/NOTES")
                        .asInt())
                .isEqualTo(7);
        Reply trial = sara.post("/privacy/retention/runs", "{\"dryRun\":true}");
        assertThat(trial.json().path("counts").path("NOTES").isInt()).isTrue();
        assertThat(sara.get("/privacy/retention").json().at("/reports/0/id"))
                .isEqualTo(trial.json().path("id"));
    }

    private TestBrowser administrator() throws SQLException {
        try (var connection = centre.db().connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE agent SET role = 'ADMINISTRATOR' WHERE login = 'sara'");
            connection.commit();
        }
        return centre.signedIn("sara");
    }
}
