package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.InteractionId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The knowledge base over the API. */
class ArticlesTest {
    @RegisterExtension
    final TestCentre centre = new TestCentre();

    private TestBrowser sara;
    private TestBrowser anna;
    private String category;

    @BeforeEach
    void aCategory() {
        sara = centre.signedIn("sara");
        anna = centre.signedIn("anna");
        Reply made = sara.post(
                "/articles/categories",
                "{\"place\":1,\"title\":{\"en\":\"Delivery\",\"zh\":\"配送\"},\"kind\":\"SERVICE\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        category = made.json().path("id").asText();
    }

    @Test
    void anArticleIsWrittenReadChangedAndDeleted() {
        Reply made = sara.post("/articles", draft("Parcels", "# Lost?\n\n[call](javascript:x)\n\n<script>x</script>"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String path = "/articles/" + made.json().path("id").asText();
        Reply read = anna.get(path);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.json().at("/owner/name").asText()).isEqualTo("Sara Okafor");
        assertThat(read.json().at("/texts/0/by/name").asText()).isEqualTo("Sara Okafor");
        assertThat(read.json().at("/texts/0/html").asText())
                .contains("<h1>Lost?</h1>")
                .doesNotContain("<script")
                .doesNotContain("href=");
        assertThat(anna.put(path, draft("x", "x")).status()).isEqualTo(403);
        assertThat(sara.put(path, draft("x", "x")).status()).isEqualTo(428);
        sara.with("If-Match", "\"1\"");
        assertThat(sara.put(path, draft("Parcels that are lost", "New")).header("ETag"))
                .isEqualTo("\"2\"");
        Reply late = sara.put(path, draft("Overwritten", "x"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().at("/present/texts/0/title").asText()).isEqualTo("Parcels that are lost");
        JsonNode versions = anna.get(path + "/versions?language=en").json().path("items");
        assertThat(versions.findValuesAsText("title")).containsExactly("Parcels that are lost", "Parcels");
        assertThat(anna.get("/articles?category=" + category)
                        .json()
                        .at("/items/0/texts/0/body")
                        .isMissingNode())
                .isTrue();
        assertThat(anna.get("/articles?language=zh&category=" + category).json().path("items"))
                .isEmpty();
        assertThat(anna.get("/articles?audience=INTERNAL&state=CURRENT&language=en&category=" + category)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(sara.delete("/articles/categories/" + category).status()).isEqualTo(409);
        sara.with("If-Match", "\"2\"");
        assertThat(sara.delete(path).status()).isEqualTo(204);
        assertThat(anna.get(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongWithADraftIsNamed() {
        Reply untitled = sara.post("/articles", draft("", "x"));
        assertThat(untitled.status()).isEqualTo(422);
        assertThat(untitled.json().path("field").asText()).isEqualTo("texts.en.title");
        ObjectNode foreign = draftOf("x", "x").put("owner", UUID.randomUUID().toString());
        assertThat(sara.post("/articles", foreign.toString())
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("owner");
        ObjectNode nowhere = draftOf("x", "x").put("category", UUID.randomUUID().toString());
        assertThat(sara.post("/articles", nowhere.toString())
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("category");
        assertThat(sara.post("/articles", draft("Long", "x".repeat(150_000))).status())
                .as("longer than other bodies may be")
                .isEqualTo(201);
        assertThat(sara.post("/articles", draft("Long", "x".repeat(5_000_000))).status())
                .isEqualTo(413);
    }

    @Test
    void whatIsTypedIsShownAsItWillLook() {
        Reply shown = sara.post("/articles/preview", "{\"body\":\"*now* <img src=x onerror=x>\"}");
        assertThat(shown.json().path("html").asText()).contains("<em>now</em>").doesNotContain("<img");
    }

    @Test
    void picturesAreShownAndAnythingElseIsOnlyEverSaved() throws IOException {
        String article = sara.post("/articles", draft("With files", "x"))
                .json()
                .path("id")
                .asText();
        byte[] picture = picture();
        Reply kept = sara.upload("/articles/" + article + "/files?name=router.png", picture);
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(kept.json().path("mediaType").asText()).isEqualTo("image/png");
        Reply shown = anna.get("/articles/files/" + kept.json().path("id").asText());
        assertThat(shown.bytes()).isEqualTo(picture);
        assertThat(shown.header("Content-Disposition")).isEqualTo("inline; filename*=UTF-8''router.png");
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        Reply claimed = sara.upload("/articles/" + article + "/files?name=harmless%20%22.png", page);
        Reply saved = anna.get("/articles/files/" + claimed.json().path("id").asText());
        assertThat(saved.header("Content-Disposition")).startsWith("attachment; filename*=UTF-8''harmless%20%22");
        assertThat(saved.header("Content-Security-Policy")).startsWith("sandbox");
        assertThat(saved.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(anna.upload("/articles/" + article + "/files?name=x", page).status())
                .isEqualTo(403);
        assertThat(sara.upload("/articles/" + article + "/files?name=big", new byte[21 * 1024 * 1024])
                        .status())
                .isEqualTo(413);
        assertThat(sara.upload("/articles/" + UUID.randomUUID() + "/files?name=x", page)
                        .status())
                .isEqualTo(404);
        assertThat(sara.get("/articles/" + article).json().path("files")).hasSize(2);
    }

    @Test
    void articlesAreFoundAsOneTypes_andReportsTellWhatBecomesOfThem() {
        String article = sara.post("/articles", draft("Zeppelin tickets", "Boarding is at noon."))
                .json()
                .path("id")
                .asText();
        JsonNode hit = anna.get("/articles/search?q=zepp&language=en").json().at("/items/0");
        assertThat(hit.path("article").asText()).isEqualTo(article);
        assertThat(hit.at("/title/0/hit").asBoolean()).isTrue();
        assertThat(anna.post("/articles/searches", "{\"q\":\"Submarine\",\"hits\":0}")
                        .status())
                .isEqualTo(204);
        for (String kind : List.of("OPENED", "HELPFUL")) {
            assertThat(anna.post("/articles/" + article + "/uses", "{\"kind\":\"" + kind + "\"}")
                            .status())
                    .isEqualTo(204);
        }
        assertThat(sara.get("/articles/reports/fruitless")
                        .json()
                        .at("/items/0/query")
                        .asText())
                .isEqualTo("submarine");
        JsonNode used = sara.get("/articles/reports/used?days=1").json().at("/items/0");
        assertThat(used.path("helpful").asInt()).isEqualTo(1);
        assertThat(used.at("/titles/en").asText()).isNotEmpty();
        assertThat(sara.get("/articles/reports/review").json().path("items")).isEmpty();
        assertThat(anna.get("/articles/reports/used").status()).isEqualTo(403);
        assertThat(sara.put("/articles/synonyms", "{\"lists\":[[\"zeppelin\",\"airship\"]]}")
                        .status())
                .isEqualTo(200);
        assertThat(anna.get("/articles/search?q=airship")
                        .json()
                        .at("/items/0/article")
                        .asText())
                .isEqualTo(article);
    }

    @Test
    void articlesAreSuggestedBesideAConversationWithTheReason() {
        String article = sara.post("/articles", draft("Quokka plush toys", "Wash at 30 degrees."))
                .json()
                .path("id")
                .asText();
        try (TestFeed annas = anna.feed()) {
            annas.await("hello", frame -> true);
            anna.put("/seat", "{\"state\":\"READY\"}");
            InteractionId id = centre.callArrives("support", "+4930555999");
            centre.answered(id);
            String path = "/interactions/" + id.value();
            assertThat(anna.put(path + "/wrap-up", "{\"note\":\"asks about the quokka\",\"done\":false}")
                            .status())
                    .isEqualTo(204);
            JsonNode first = anna.get(path + "/suggestions").json().at("/items/0");
            assertThat(first.path("article").asText()).isEqualTo(article);
            assertThat(first.at("/reasons/0/type").asText()).isEqualTo("words");
            assertThat(first.at("/reasons/0/words/0").asText()).isEqualTo("quokka");
            Reply made = sara.post("/articles", draft("Numbat stripes", "A numbat is striped."));
            String other = made.json().path("id").asText();
            Reply opened = anna.post(
                    "/cases",
                    "{\"type\":\"fault\",\"priority\":\"NORMAL\",\"subject\":\"Wants a numbat\",\"description\":\"\"}");
            anna.put(
                    path + "/case",
                    "{\"serviceCase\":\"" + opened.json().path("id").asText() + "\"}");
            JsonNode best = anna.get(path + "/suggestions").json().at("/items/0");
            assertThat(best.path("article").asText()).isEqualTo(other);
            assertThat(best.at("/reasons/0/source").asText()).isEqualTo("CASE");
            assertThat(best.at("/reasons/0/words/0").asText()).isEqualTo("numbat");
            assertThat(centre.signedIn("bo").get(path + "/suggestions").status())
                    .isEqualTo(403);
        }
    }

    private ObjectNode draftOf(String title, String body) {
        ObjectNode draft = TestBrowser.JSON
                .createObjectNode()
                .put("category", category)
                .put("audience", "INTERNAL")
                .put("owner", centre.agent("sara").value().toString())
                .put("reviewAt", "2099-01-01T00:00:00Z");
        draft.putArray("texts")
                .addObject()
                .put("language", "en")
                .put("title", title)
                .put("summary", "")
                .put("body", body);
        return draft;
    }

    private String draft(String title, String body) {
        return draftOf(title, body).toString();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
