package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.channel.email.trial.TrialMail;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A conversation that is put off comes back at its time, or with the customer's next mail. */
class FollowUpTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration SOON = Duration.ofSeconds(3);

    @RegisterExtension
    final TestCentre centre = new TestCentre().withMail();

    private final Set<String> seen = new HashSet<>();
    /** Another one in each test: nobody is sent two acknowledgements a day. */
    private final String address = "nora-" + UUID.randomUUID() + "@mail.example";

    @Test
    void itComesBackToWhoPutItOff_withItsCustomerAndWhatIsToBeDone() {
        write("Where is my lamp?");
        TestBrowser anna = ready("anna");
        String first = taken(anna);
        String customer = customerOf(anna, first);
        assertThat(customer).isNotEmpty();
        assertThat(putOff(anna, first, Instant.now().minusSeconds(1)).status()).isEqualTo(422);
        assertThat(putOff(centre.signedIn("bo"), first, Instant.now().plus(SOON))
                        .status())
                .isEqualTo(403);
        assertThat(putOff(anna, first, Instant.now().plus(SOON)).status()).isEqualTo(204);
        JsonNode line = anna.get("/interactions/" + first + "/mail").json().path("followUp");
        assertThat(line.path("agent").asText()).startsWith("Anna");
        assertThat(line.path("mine").asBoolean()).isTrue();
        ready("bo");
        end(anna, first);

        String again = taken(anna);
        JsonNode conversation = anna.get("/interactions/" + again + "/mail").json();
        assertThat(conversation.has("followUp")).isFalse();
        JsonNode reminder =
                conversation.path("mails").path(conversation.path("mails").size() - 1);
        assertThat(reminder.at("/content/text").asText())
                .startsWith("Follow-up for Anna")
                .endsWith("ask the supplier");
        assertThat(reminder.at("/replies/0/reason").asText()).isNotEqualTo("SENT");
        assertThat(customerOf(anna, again)).isEqualTo(customer);
        assertThat(anna.get("/interactions/" + again + "/case").json().path("number"))
                .isEqualTo(anna.get("/interactions/" + first + "/case").json().path("number"));
    }

    @Test
    void whoeverWritesBeforeBringsItBack_andItDoesNotComeTwice() {
        String asked = write("Where is my lamp?");
        TestBrowser anna = ready("anna");
        String first = taken(anna);
        assertThat(putOff(anna, first, Instant.now().plus(Duration.ofDays(2))).status())
                .isEqualTo(204);
        end(anna, first);
        answer(asked);
        String again = taken(anna);
        JsonNode conversation = anna.get("/interactions/" + again + "/mail").json();
        assertThat(conversation.has("followUp")).isFalse();
        JsonNode last =
                conversation.path("mails").path(conversation.path("mails").size() - 1);
        assertThat(last.path("note").asText()).contains("before the follow-up");
    }

    @Test
    void itCanBeDroppedAlsoAfterTheContactHasEnded() {
        write("Where is my lamp?");
        TestBrowser anna = ready("anna");
        String first = taken(anna);
        putOff(anna, first, Instant.now().plus(Duration.ofDays(2)));
        end(anna, first);
        assertThat(centre.signedIn("bo")
                        .delete("/interactions/" + first + "/mail/follow-up")
                        .status())
                .isEqualTo(403);
        assertThat(anna.delete("/interactions/" + first + "/mail/follow-up").status())
                .isEqualTo(204);
        assertThat(anna.get("/interactions/" + first + "/mail").json().has("followUp"))
                .isFalse();
    }

    private static Reply putOff(TestBrowser by, String interaction, Instant when) {
        return by.put(
                "/interactions/" + interaction + "/mail/follow-up",
                "{\"dueAt\":\"" + when + "\",\"note\":\"ask the supplier\"}");
    }

    private String write(String subject) {
        Reply reply = centre.browser().post("/try-mail", """
                        {"from": "%s", "name": "Nora Neu", "to": "support@demo-shop.example", "subject": "%s",
                         "text": "It should have come on Monday."}
                        """.formatted(address, subject));
        assertThat(reply.status()).isEqualTo(204);
        return subject;
    }

    /** To the acknowledgement that she got. */
    private void answer(String subject) {
        String ours =
                await()
                        .atMost(LIMIT)
                        .until(() -> centre.mailServer().stored(address), stored -> !stored.isEmpty())
                        .stream()
                        .map(TrialMail::of)
                        .map(mail -> mail.messageId().orElseThrow())
                        .findFirst()
                        .orElseThrow();
        Reply reply = centre.browser().post("/try-mail", """
                        {"from": "%s", "name": "Nora Neu", "to": "support@demo-shop.example", "subject": "Re: %s",
                         "text": "It has come!", "inReplyTo": "%s"}
                        """.formatted(address, subject, ours));
        assertThat(reply.status()).isEqualTo(204);
    }

    private TestBrowser ready(String login) {
        TestBrowser agent = centre.signedIn(login);
        agent.feed();
        assertThat(agent.put("/seat", "{\"state\":\"READY\"}").status()).isLessThan(300);
        return agent;
    }

    /** Accepted by him: a mail that was not seen before. */
    private String taken(TestBrowser by) {
        InteractionView offered = await().atMost(LIMIT)
                .until(
                        () -> centre.image().interactions().stream()
                                .filter(view -> view.channel() == Channel.EMAIL)
                                .filter(view -> view.offer().isPresent() && view.state() == InteractionState.OFFERED)
                                .filter(view -> !seen.contains(view.id().toString()))
                                .toList(),
                        views -> !views.isEmpty())
                .getFirst();
        seen.add(offered.id().toString());
        String offer = offered.offer().map(Object::toString).orElseThrow();
        Reply accepted = by.post("/offers/" + offer + "/accept", "");
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(204);
        return offered.id().toString();
    }

    private void end(TestBrowser by, String interaction) {
        Reply ended = by.post("/interactions/" + interaction + "/end", "");
        assertThat(ended.status()).as(ended.text()).isLessThan(300);
        await().atMost(LIMIT)
                .until(() -> centre.image().interactions().stream()
                        .filter(view -> view.id().toString().equals(interaction))
                        .map(InteractionView::state)
                        .filter(state -> state == InteractionState.WRAP_UP)
                        .findFirst()
                        .isPresent());
        Reply done = by.put(
                "/interactions/" + interaction + "/wrap-up",
                "{\"disposition\":\"solved\",\"note\":\"\",\"done\":true}");
        assertThat(done.status()).as(done.text()).isLessThan(300);
    }

    /** The history is written after the router has told of it. */
    private static String customerOf(TestBrowser by, String interaction) {
        return await().atMost(LIMIT).until(() -> customerInHistory(by, interaction), id -> !id.isEmpty());
    }

    private static String customerInHistory(TestBrowser by, String interaction) {
        JsonNode items = by.get("/history?limit=20").json().path("items");
        for (JsonNode item : items) {
            if (item.path("id").asText().equals(interaction)) {
                return item.at("/customer/id").asText();
            }
        }
        return "";
    }
}
