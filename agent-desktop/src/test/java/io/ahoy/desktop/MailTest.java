package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.channel.email.trial.TrialMail;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer writes, an agent answers: over the mail server that Ahoy brings, as the pages do it. */
class MailTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String CENTRE = "support@demo-shop.example";

    @RegisterExtension
    final TestCentre centre = new TestCentre().withMail();

    private TestBrowser visitor;

    @BeforeEach
    void visit() {
        visitor = centre.browser();
    }

    @Test
    void whoWritesIsAcknowledgedOnceOfferedAndAnswered() {
        write("ruth@mail.example", "Ruth Adler", "Where is my parcel?", "It should have come on Monday.", "");
        InteractionView waiting = onlyMail();
        assertThat(waiting.queue().value()).isEqualTo("mail");
        TrialMail told = received("ruth@mail.example", 1).getFirst();
        assertThat(told.subject()).matches("\\[C-[0-9]{4}-[0-9]+] Re: Where is my parcel\\?");
        assertThat(told.text()).contains("We have received it").contains("case number");

        TestBrowser anna = centre.signedIn("anna");
        anna.feed();
        assertThat(anna.put("/seat", "{\"state\":\"READY\"}").status()).isLessThan(300);
        String offer = offered();
        assertThat(anna.post("/offers/" + offer + "/accept", "").status()).isEqualTo(204);
        String about = "/interactions/" + waiting.id() + "/mail";
        JsonNode conversation = anna.get(about).json();
        assertThat(conversation.at("/mails/0/content/text").asText()).contains("come on Monday");
        assertThat(conversation.at("/mails/0/kind").asText()).isEqualTo("HUMAN");
        assertThat(conversation.at("/mails/0/replies/0/reason").asText()).isEqualTo("SENT");

        JsonNode draft = anna.with("If-Match", "\"0\"")
                .put(about + "/draft", """
                        {"answers": "%s", "to": [{"address": "ruth@mail.example", "name": "Ruth Adler"}], "cc": [],
                         "subject": "Re: Where is my parcel?", "text": "It comes tomorrow.", "files": []}
                        """.formatted(
                                conversation.at("/mails/0/id").asText()))
                .json();
        TestBrowser.Reply sent = anna.post(about + "/send", "{\"version\": " + draft.get("version") + "}");
        assertThat(sent.status()).isEqualTo(200);
        TrialMail answer = received("ruth@mail.example", 2).getFirst();
        assertThat(answer.text()).contains("It comes tomorrow.");
        assertThat(answer.from().address()).isEqualTo(CENTRE);

        // She answers: it is one more mail of the same conversation, and she is not acknowledged again.
        write(
                "ruth@mail.example",
                "Ruth Adler",
                "Re: Where is my parcel?",
                "Thank you!",
                answer.messageId().orElseThrow());
        await().atMost(LIMIT).until(() -> anna.get(about).json().get("mails").size() == 4);
        assertThat(anna.get(about).json().at("/mails/3/content/text").asText()).contains("Thank you!");
        assertThat(received("ruth@mail.example", 2)).hasSize(2);
    }

    @Test
    void whatWasSentCanBeTakenBackForAWhile() {
        write("tom@mail.example", "Tom", "Hello", "Is anybody there?", "");
        InteractionView waiting = onlyMail();
        TestBrowser anna = centre.signedIn("anna");
        anna.feed();
        anna.put("/seat", "{\"state\":\"READY\"}");
        anna.post("/offers/" + offered() + "/accept", "");
        String about = "/interactions/" + waiting.id() + "/mail";
        JsonNode draft =
                anna.with("If-Match", "\"0\"").put(about + "/draft", """
                        {"to": [{"address": "tom@mail.example", "name": ""}], "cc": [], "subject": "Re: Hello",
                         "text": "Not quite what I meant", "files": []}
                        """).json();
        JsonNode sent = anna.post(about + "/send", "{\"version\": " + draft.get("version") + "}")
                .json();
        TestBrowser.Reply back = anna.post("/mails/" + sent.get("mail").asText() + "/take-back", "");
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.json().at("/content/text").asText()).isEqualTo("Not quite what I meant");
        assertThat(anna.post("/mails/" + sent.get("mail").asText() + "/take-back", "")
                        .status())
                .isEqualTo(409);
        assertThat(anna.get(about).json().at("/mails/2/delivery/state").asText())
                .isEqualTo("CANCELLED");
    }

    @Test
    void whatIsWrittenWithFormattingIsMadeHarmlessKeptAndSentInBothForms() {
        write("ida@mail.example", "Ida", "Which one?", "The red or the green one?", "");
        InteractionView waiting = onlyMail();
        TestBrowser anna = centre.signedIn("anna");
        anna.feed();
        anna.put("/seat", "{\"state\":\"READY\"}");
        anna.post("/offers/" + offered() + "/accept", "");
        String about = "/interactions/" + waiting.id() + "/mail";
        JsonNode draft =
                anna.with("If-Match", "\"0\"").put(about + "/draft", """
                        {"to": [{"address": "ida@mail.example", "name": ""}], "cc": [], "subject": "Re: Which one?",
                         "text": "", "html": "<p>The <strong>green</strong> one<script>x()</script></p>", "files": []}
                        """).json();
        assertThat(draft.at("/content/html").asText()).isEqualTo("<p>The <strong>green</strong> one</p>");
        assertThat(anna.get(about).json().at("/draft/content/text").asText()).isEqualTo("The green one");
        anna.post(about + "/send", "{\"version\": " + draft.get("version") + "}");
        received("ida@mail.example", 2);
        String raw = new String(
                centre.mailServer().stored("ida@mail.example").getFirst().raw(), StandardCharsets.UTF_8);
        assertThat(raw)
                .contains("multipart/alternative", "text/plain", "The green one")
                .contains("text/html", "<strong>green</strong>");
    }

    @Test
    void twoWindowsAreToldOfEachOther_andWhoElseReadsIsSeen() {
        write("eli@mail.example", "Eli", "Two at once", "Do you both see this?", "");
        InteractionView waiting = onlyMail();
        TestBrowser anna = centre.signedIn("anna");
        TestFeed annas = anna.feed();
        anna.put("/seat", "{\"state\":\"READY\"}");
        anna.post("/offers/" + offered() + "/accept", "");
        String about = "/interactions/" + waiting.id() + "/mail";
        assertThat(keep(anna, about, 0, "one").status()).isEqualTo(200);
        TestBrowser.Reply stale = keep(anna, about, 0, "two");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().at("/present/content/text").asText()).isEqualTo("one");

        annas.send(reading(waiting, false));
        TestFeed saras = centre.signedIn("sara").feed();
        saras.send(reading(waiting, true));
        JsonNode seen =
                annas.await("readers", frame -> frame.at("/readers/0/writes").asBoolean());
        assertThat(seen.at("/readers").findValuesAsText("agent"))
                .containsExactly(centre.agent("sara").toString());
        saras.await(
                "readers",
                frame -> frame.at("/readers/0/agent")
                        .asText()
                        .equals(centre.agent("anna").toString()));
        // Who was never on it learns nothing of it, and is not shown either.
        TestFeed bos = centre.signedIn("bo").feed();
        bos.send(reading(waiting, true));
        annas.forget();
        saras.close();
        annas.await("readers", frame -> frame.path("readers").isEmpty());
        assertThat(bos.frames("readers")).isEmpty();
    }

    private static String reading(InteractionView view, boolean writes) {
        return "{\"type\":\"reading\",\"interaction\":\"" + view.id() + "\",\"writes\":" + writes + "}";
    }

    private static TestBrowser.Reply keep(TestBrowser by, String about, long version, String text) {
        return by.with("If-Match", "\"" + version + "\"").put(about + "/draft", """
                {"to": [{"address": "eli@mail.example", "name": ""}], "cc": [], "subject": "Re: Two", "text": "%s", "files": []}
                """.formatted(text));
    }

    private void write(String from, String name, String subject, String text, String inReplyTo) {
        String answered = inReplyTo.isEmpty() ? "" : ", \"inReplyTo\": \"" + inReplyTo + "\"";
        TestBrowser.Reply reply = visitor.post("/try-mail", """
                {"from": "%s", "name": "%s", "to": "%s", "subject": "%s", "text": "%s"%s}
                """.formatted(from, name, CENTRE, subject, text, answered));
        assertThat(reply.status()).isEqualTo(204);
    }

    private InteractionView onlyMail() {
        await().atMost(LIMIT).until(() -> !mails().isEmpty());
        assertThat(mails()).hasSize(1);
        return mails().getFirst();
    }

    private List<InteractionView> mails() {
        return centre.image().interactions().stream()
                .filter(view -> view.channel() == Channel.EMAIL)
                .toList();
    }

    private String offered() {
        await().atMost(LIMIT).until(() -> mails().getFirst().offer().isPresent());
        return mails().getFirst().offer().map(Object::toString).orElseThrow();
    }

    /** At least so many, newest first. */
    private List<TrialMail> received(String address, int atLeast) {
        return await().atMost(LIMIT)
                .until(
                        () -> centre.mailServer().stored(address).stream()
                                .map(TrialMail::of)
                                .toList(),
                        mails -> mails.size() >= atLeast);
    }
}
