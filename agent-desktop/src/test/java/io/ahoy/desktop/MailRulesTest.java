package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.Channel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Supervisors write rules, try them on what came, and they hold from the next mail on. */
class MailRulesTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @RegisterExtension
    final TestCentre centre = new TestCentre().withMail();

    @Test
    void whatCannotBeUnderstoodIsRefusedWithItsPlace() {
        TestBrowser sara = centre.signedIn("sara");
        Reply wrong =
                sara.put("/config/mailRules/wrong", rule(1, "true &&\\n mail.subjct == ''", "\"queue\":\"sales\","));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("field").asText()).isEqualTo("when");
        assertThat(wrong.json().at("/problems/0/message").asText())
                .contains("Line 2")
                .contains("subjct");
        Reply nowhere = sara.put(
                "/config/mailRules/wrong",
                rule(1, "true", "\"queue\":\"nowhere\",\"caseType\":\"nothing\",")
                        .replace("\"skills\":{}", "\"skills\":{\"flying\":3}"));
        assertThat(nowhere.json().path("problems").findValuesAsText("field"))
                .containsExactlyInAnyOrder("then.queue", "then.caseType", "then.skills.flying");
        assertThat(sara.get("/config/mailRules/wrong").status()).isEqualTo(404);
        Reply tried = sara.post("/mail-rules/dry-run", "{\"rules\":[" + named("x", rule(1, "mail.", "")) + "]}");
        assertThat(tried.status()).isEqualTo(422);
    }

    @Test
    void aRuleIsTriedOnWhatCameAndHoldsFromTheNextMailOn() {
        TestBrowser sara = centre.signedIn("sara");
        write("Where is my parcel?");
        await().atMost(LIMIT).until(() -> queues().equals(List.of("mail")));
        String invoices = rule(1, "mail.subject.contains('parcel')", "\"queue\":\"sales\",");
        JsonNode parcel =
                trial(sara, "{\"rules\":[" + named("parcels", invoices) + "],\"limit\":10}", "Where is my parcel?");
        assertThat(parcel.at("/before/queue").asText()).isEqualTo("mail");
        assertThat(parcel.at("/now/queue").asText()).isEqualTo("sales");
        assertThat(parcel.at("/now/rules/0").asText()).isEqualTo("parcels");
        assertThat(parcel.path("differs").toString()).isEqualTo("[\"queue\"]");
        assertThat(trial(sara, "{}", "Where is my parcel?").path("differs")).isEmpty();

        Reply stored = sara.put("/config/mailRules/parcels", invoices);
        assertThat(stored.status()).as(stored.text()).isEqualTo(200);
        assertThat(sara.put(
                                "/config/mailRules/spam",
                                rule(2, "mail.subject.contains('casino')", "")
                                        .replace("\"spam\":false", "\"spam\":true"))
                        .status())
                .isEqualTo(200);
        assertThat(sara.get("/config/history?kind=mailRules").json().path("items"))
                .hasSize(2);
        Reply inUse = sara.delete("/config/queues/sales");
        assertThat(inUse.status()).isEqualTo(409);
        assertThat(inUse.json().path("detail").asText()).contains("mailRules/parcels");
        write("My other parcel");
        write("Win at the casino");
        write("Hello");
        await().atMost(LIMIT).until(() -> queues().equals(List.of("mail", "sales", "mail")));
        assertThat(List.of("Hello", "My other parcel"))
                .allSatisfy(each -> assertThat(trial(sara, "{}", each)).isNotNull());
        assertThat(subjects(sara, 0)).containsExactly("Hello", "Win at the casino");
        assertThat(subjects(sara, 2)).containsExactly("My other parcel", "Where is my parcel?");
        assertThat(sara.post("/mail-rules/dry-run", "{\"skip\":-1}")
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("skip");
        JsonNode spam = trial(sara, "{}", "Win at the casino");
        assertThat(spam.at("/before/dropped").asBoolean()).isTrue();
        assertThat(spam.path("differs")).isEmpty();
    }

    private void write(String subject) {
        Reply reply = centre.browser().post("/try-mail", """
                        {"from": "ruth@mail.example", "name": "Ruth", "to": "support@demo-shop.example", "subject": "%s",
                         "text": "It should have come on Monday."}
                        """.formatted(subject));
        assertThat(reply.status()).isEqualTo(204);
    }

    /** In which mails wait, in the order in which they came. */
    private List<String> queues() {
        return centre.image().interactions().stream()
                .filter(view -> view.channel() == Channel.EMAIL)
                .sorted(Comparator.comparing(view -> view.id().toString()))
                .map(view -> view.queue().value())
                .toList();
    }

    /** Of two mails that are tried. */
    private static List<String> subjects(TestBrowser by, int skip) {
        return by.post("/mail-rules/dry-run", "{\"limit\":2,\"skip\":" + skip + "}")
                .json()
                .path("items")
                .findValuesAsText("subject");
    }

    /** A mail is tried once it is marked as judged, which is after the router has it. */
    private static JsonNode trial(TestBrowser by, String body, String subject) {
        return await().atMost(LIMIT)
                .until(
                        () -> {
                            Reply reply = by.post("/mail-rules/dry-run", body);
                            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
                            return StreamSupport.stream(
                                            reply.json().path("items").spliterator(), false)
                                    .filter(trial ->
                                            trial.path("subject").asText().equals(subject))
                                    .findFirst();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String rule(int place, String when, String then) {
        return "{\"title\":{\"en\":\"R\",\"zh\":\"规\"},\"place\":" + place + ",\"enabled\":true,\"when\":\"" + when
                + "\",\"then\":{" + then
                + "\"skills\":{},\"tier\":0,\"headStart\":0,\"tags\":[],\"spam\":false,\"goOn\":false}}";
    }

    private static String named(String id, String rule) {
        return "{\"id\":\"" + id + "\"," + rule.substring(1);
    }
}
