package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.channel.email.trial.TrialMail;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What supervisors write is what customers read, from the next reply on. */
class MailTemplatesTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @RegisterExtension
    final TestCentre centre = new TestCentre().withMail();

    @Test
    void theConfiguredTextIsSentWithTheArticleThatFits() {
        TestBrowser sara = centre.signedIn("sara");
        put(sara, "thanks", "ACKNOWLEDGEMENT", "[{number}] We have it: {subject}", "Dear {name}, thank you.");
        article(sara, "PUBLIC", "Descaling a samovar", "Use vinegar.");
        article(sara, "INTERNAL", "Descaling a samovar", "Tell nobody.");
        write("Descaling a samovar");
        TrialMail told = received();
        assertThat(told.subject()).matches("\\[C-[0-9]{4}-[0-9]+] We have it: Descaling a samovar");
        assertThat(told.text())
                .contains("Dear Ruth, thank you.")
                .contains("Descaling a samovar")
                .contains("Use vinegar.")
                .doesNotContain("Tell nobody.");
    }

    @Test
    void whoWritesFindsTheCannedAnswers() {
        TestBrowser sara = centre.signedIn("sara");
        put(sara, "hello", "CANNED", "", "Dear {name},");
        Reply wrong = sara.put("/config/mailTemplates/wrong", template("CANNED", "", "Dear {nmae}"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().at("/problems/0/message").asText()).contains("nmae");
        Reply canned = centre.signedIn("anna").get("/mail-templates?queue=mail");
        assertThat(canned.status()).isEqualTo(200);
        assertThat(canned.json().findValuesAsText("id")).contains("hello");
        assertThat(canned.json().findValuesAsText("body")).contains("Dear {name},");
    }

    @Test
    void whoAnswersHasThemFilledInForTheConversation() {
        TestBrowser sara = centre.signedIn("sara");
        put(sara, "greeting", "CANNED", "", "Dear {name},\\n\\nyour number is {number}.");
        Reply unknown = sara.put("/config/mailTemplates/wrong", template("SIGNATURE", "", "{expected}"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text()).contains("There is no variable expected");
        write("A question");
        TestBrowser anna = centre.signedIn("anna");
        String about = "/interactions/" + taken(anna) + "/mail/texts";
        JsonNode texts = anna.get(about).json();
        assertThat(texts.get("canned").findValuesAsText("text"))
                .anySatisfy(text -> assertThat(text).matches("Dear Ruth,\n\nyour number is C-[0-9]{4}-[0-9]+\\."));
        assertThat(texts.at("/signatures/0/text").asText())
                .startsWith("-- \nAnna")
                .contains("\nMail, ")
                .doesNotContain("{");
        assertThat(centre.signedIn("bo").get(about).status()).isEqualTo(403);
    }

    /** @return the interaction of the mail that was offered to her */
    private String taken(TestBrowser agent) {
        agent.feed();
        assertThat(agent.put("/seat", "{\"state\":\"READY\"}").status()).isLessThan(300);
        InteractionView offered = await().atMost(LIMIT)
                .until(
                        () -> centre.image().interactions(),
                        all -> all.stream().anyMatch(one -> one.offer().isPresent()))
                .getFirst();
        String offer = offered.offer().map(Object::toString).orElseThrow();
        assertThat(agent.post("/offers/" + offer + "/accept", "").status()).isEqualTo(204);
        return offered.id().toString();
    }

    private static void put(TestBrowser by, String id, String purpose, String subject, String body) {
        Reply stored = by.put("/config/mailTemplates/" + id, template(purpose, subject, body));
        assertThat(stored.status()).as(stored.text()).isEqualTo(200);
    }

    private static String template(String purpose, String subject, String body) {
        return """
                {"title": {"en": "T", "zh": "T"}, "purpose": "%s", "texts": {"en": {"subject": "%s", "body": "%s"}}}
                """.formatted(purpose, subject, body);
    }

    private static void article(TestBrowser by, String audience, String title, String body) {
        Reply category = by.post(
                "/articles/categories",
                "{\"place\":1,\"title\":{\"en\":\"%s\",\"zh\":\"茶\"},\"kind\":\"SERVICE\"}"
                        .formatted("Tea " + audience));
        assertThat(category.status()).as(category.text()).isEqualTo(201);
        String owner = by.get("/session").json().at("/agent/id").asText();
        Reply made =
                by.post("/articles", """
                {"category": "%s", "audience": "%s", "owner": "%s",
                 "texts": [{"language": "en", "title": "%s", "summary": "", "body": "%s"}]}
                """.formatted(category.json().path("id").asText(), audience, owner, title, body));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private void write(String subject) {
        Reply reply = centre.browser().post("/try-mail", """
                        {"from": "ruth@mail.example", "name": "Ruth", "to": "support@demo-shop.example", "subject": "%s",
                         "text": "Please tell me how this is done, I have never done it before."}
                        """.formatted(subject));
        assertThat(reply.status()).isEqualTo(204);
    }

    private TrialMail received() {
        List<TrialMail> mails = await().atMost(LIMIT)
                .until(
                        () -> centre.mailServer().stored("ruth@mail.example").stream()
                                .map(TrialMail::of)
                                .toList(),
                        there -> !there.isEmpty());
        return mails.getFirst();
    }
}
