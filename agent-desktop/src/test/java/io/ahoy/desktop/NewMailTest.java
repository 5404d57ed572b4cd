package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.acd.SeatView;
import io.ahoy.router.channel.email.trial.TrialMail;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent writes to a customer who has not written: the mail goes out, stands in the history, and its answer comes back to him. */
class NewMailTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @RegisterExtension
    final TestCentre centre = new TestCentre().withMail();

    @Test
    void itBecomesAConversationOfTheCustomerAndHisCase_andTheAnswerComesBackToItsAuthorFirst() {
        TestBrowser anna = centre.signedIn("anna");
        String customer = customer(anna, "Nora Neu", "nora@mail.example", false);
        JsonNode waiting = waitingCase(anna, customer);
        String about = begin(anna, customer, "nora@mail.example");
        JsonNode begun = anna.get(about).json();
        assertThat(begun.at("/begun/to").asText()).isEqualTo("nora@mail.example");
        assertThat(begun.path("mails")).isEmpty();
        assertThat(anna.get(about + "/texts?mailbox=mail")
                        .json()
                        .path("language")
                        .asText())
                .isEqualTo("de");
        JsonNode draft =
                keep(anna, about, 0, "nora@mail.example", waiting.path("id").asText());
        assertThat(begin(anna, customer, ""))
                .as("he goes on with what he began")
                .isEqualTo(about);
        assertThat(anna.get(about).json().at("/draft/content/text").asText()).isEqualTo("We found your glove.");

        Reply sent = anna.post(about + "/send", "{\"version\": " + draft.get("version") + "}");
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        JsonNode contact = anna.get("/history?customer=" + customer).json().at("/items/0");
        assertThat(contact.path("channel").asText()).isEqualTo("EMAIL");
        assertThat(contact.path("state").asText()).isEqualTo("CLOSED");
        assertThat(contact.path("to").asText()).isEqualTo("nora@mail.example");
        assertThat(contact.at("/segments/0/agent/id").asText())
                .isEqualTo(centre.agent("anna").toString());
        JsonNode belongs = anna.get(about.replace("/mail", "/case")).json();
        assertThat(belongs.path("number")).isEqualTo(waiting.path("number"));
        assertThat(belongs.path("stateKind").asText())
                .as("our own mail is no news of the customer")
                .isEqualTo("WAITING_FOR_CUSTOMER");

        TrialMail came = received("nora@mail.example");
        assertThat(came.text()).contains("We found your glove.");
        ready(centre.signedIn("sara"));
        ready(anna);
        answer(came);
        InteractionView back = offered();
        assertThat(annasSeat()
                        .interaction()
                        .or(() -> annasSeat().works().stream()
                                .map(work -> work.interaction())
                                .findFirst()))
                .contains(back.id());
        JsonNode whole = anna.get("/interactions/" + back.id() + "/mail").json();
        assertThat(whole.path("thread").asText()).isEqualTo(begun.path("thread").asText());
        assertThat(whole.path("mails")).hasSize(2);
        assertThat(anna.get("/interactions/" + back.id() + "/case").json().path("number"))
                .isEqualTo(waiting.path("number"));
    }

    @Test
    void whatWasTakenBackIsWrittenOnAndSent_andThenNoMore() {
        TestBrowser anna = centre.signedIn("anna");
        String customer = customer(anna, "Olaf Neu", "olaf@mail.example", false);
        String about = begin(anna, customer, "olaf@mail.example");
        JsonNode draft = keep(anna, about, 0, "olaf@mail.example", "");
        JsonNode sent = anna.post(about + "/send", "{\"version\": " + draft.get("version") + "}")
                .json();
        Reply tooLate = keptBy(anna, about, 0, "olaf@mail.example", "");
        assertThat(tooLate.status()).isEqualTo(409);
        JsonNode back = anna.post("/mails/" + sent.get("mail").asText() + "/take-back", "")
                .json();
        JsonNode again = keep(anna, about, back.get("version").asLong(), "olaf.private@mail.example", "");
        Reply resent = anna.post(about + "/send", "{\"version\": " + again.get("version") + "}");
        assertThat(resent.status()).as(resent.text()).isEqualTo(200);
        assertThat(received("olaf.private@mail.example").text()).contains("We found your glove.");
        assertThat(centre.mailServer().stored("olaf@mail.example")).isEmpty();
        assertThat(anna.get("/history?customer=" + customer).json().path("items"))
                .hasSize(1);
    }

    @Test
    void whoDoesNotWantToBeContactedIsNot() {
        TestBrowser anna = centre.signedIn("anna");
        String barred = customer(anna, "Paula Nie", "paula@mail.example", true);
        Reply refused = anna.post("/customers/" + barred + "/mails", "{\"to\": \"Paula@Mail.example\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("detail").asText()).contains("do not contact");
        // Nor as the copy of a mail to somebody else.
        String other = customer(anna, "Quirin Doch", "quirin@mail.example", false);
        String about = begin(anna, other, "quirin@mail.example");
        JsonNode draft = keep(anna, about, 0, "paula@mail.example", "");
        assertThat(anna.post(about + "/send", "{\"version\": " + draft.get("version") + "}")
                        .status())
                .isEqualTo(422);
        assertThat(anna.get("/history?customer=" + other).json().path("items")).isEmpty();
        String refuses = id(anna.post("/customers", """
                {"name": "Rosa Nein", "points": [], "tags": [], "consents": [{"purpose": "contact", "channel": "EMAIL",
                 "given": false, "at": "2026-11-01T00:00:00Z", "source": "letter"}]}
                """));
        assertThat(anna.post("/customers/" + refuses + "/mails", "{}").status()).isEqualTo(422);
    }

    @Test
    void nobodyElseReadsOrSendsIt_andWhatIsDiscardedIsGone() {
        TestBrowser anna = centre.signedIn("anna");
        String customer = customer(anna, "Silke Neu", "silke@mail.example", false);
        String about = begin(anna, customer, "silke@mail.example");
        JsonNode draft = keep(anna, about, 0, "silke@mail.example", "");
        TestBrowser bo = centre.signedIn("bo");
        assertThat(bo.get(about).status()).isIn(403, 404);
        assertThat(bo.post(about + "/send", "{\"version\": " + draft.get("version") + "}")
                        .status())
                .isEqualTo(403);
        assertThat(anna.send("DELETE", about + "/draft", "").status()).isEqualTo(204);
        assertThat(anna.get(about).status()).isEqualTo(404);
        assertThat(anna.get("/history?customer=" + customer).json().path("items"))
                .isEmpty();
    }

    private static String customer(TestBrowser by, String name, String address, boolean barred) {
        return id(by.post("/customers", """
                {"name": "%s", "language": "de", "points": [{"kind": "EMAIL", "value": "%s", "label": "", "primary": true, "doNotContact": %s}],
                 "tags": [], "consents": []}
                """.formatted(name, address, barred)));
    }

    private static JsonNode waitingCase(TestBrowser by, String customer) {
        String made = id(by.post("/cases", """
                {"type": "fault", "priority": "NORMAL", "subject": "Lost glove", "description": "", "customer": "%s"}
                """.formatted(customer)));
        Reply waiting = by.with("If-Match", "\"1\"").put("/cases/" + made + "/state", "{\"state\": \"waiting\"}");
        assertThat(waiting.status()).as(waiting.text()).isEqualTo(200);
        return waiting.json();
    }

    /** @return where it is written */
    private static String begin(TestBrowser by, String customer, String to) {
        Reply begun = by.post("/customers/" + customer + "/mails", "{\"to\": \"" + to + "\"}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        return "/interactions/" + begun.json().path("interaction").asText() + "/mail";
    }

    private static JsonNode keep(TestBrowser by, String about, long version, String to, String serviceCase) {
        Reply kept = keptBy(by, about, version, to, serviceCase);
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        return kept.json();
    }

    private static Reply keptBy(TestBrowser by, String about, long version, String to, String serviceCase) {
        String belongs = serviceCase.isEmpty() ? "" : ", \"serviceCase\": \"" + serviceCase + "\"";
        return by.with("If-Match", "\"" + version + "\"").put(about + "/draft", """
                {"to": [{"address": "%s", "name": ""}], "cc": [], "subject": "Your glove", "text": "We found your glove.",
                 "files": [], "mailbox": "mail"%s}
                """.formatted(to, belongs));
    }

    private static String id(Reply made) {
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asText();
    }

    private static void ready(TestBrowser agent) {
        agent.feed();
        assertThat(agent.put("/seat", "{\"state\":\"READY\"}").status()).isLessThan(300);
    }

    private void answer(TrialMail mail) {
        Reply reply = centre.browser()
                .post("/try-mail", """
                {"from": "nora@mail.example", "name": "Nora Neu", "to": "support@demo-shop.example",
                 "subject": "Re: Your glove", "text": "Wonderful!", "inReplyTo": "%s"}
                """.formatted(mail.messageId().orElseThrow()));
        assertThat(reply.status()).isEqualTo(204);
    }

    private InteractionView offered() {
        return await().atMost(LIMIT)
                .until(
                        () -> centre.image().interactions().stream()
                                .filter(view -> view.channel() == Channel.EMAIL
                                        && view.offer().isPresent())
                                .toList(),
                        views -> !views.isEmpty())
                .getFirst();
    }

    private SeatView annasSeat() {
        return centre.image().seats().stream()
                .filter(seat -> seat.agent().equals(centre.agent("anna")))
                .findFirst()
                .orElseThrow();
    }

    private TrialMail received(String address) {
        List<TrialMail> mails = await().atMost(LIMIT)
                .until(
                        () -> centre.mailServer().stored(address).stream()
                                .map(TrialMail::of)
                                .toList(),
                        found -> !found.isEmpty());
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }
}
