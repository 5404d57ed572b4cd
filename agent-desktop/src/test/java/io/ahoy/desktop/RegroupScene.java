package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.Mails;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer writes, and agents have, split and join what he wrote. */
abstract class RegroupScene {
    static final Duration LIMIT = Duration.ofSeconds(40);

    @RegisterExtension
    final TestCentre centre = new TestCentre().withMail();

    /** Another one in each test: nobody is sent two acknowledgements a day. */
    final String address = "nora-" + UUID.randomUUID() + "@mail.example";

    /** Anna has a conversation of two mails. */
    Held twoMails() {
        write("Where is my lamp?", Optional.empty());
        TestBrowser anna = ready("anna");
        String interaction = taken(anna);
        String second = write("My invoice", Optional.of(ours()));
        await().atMost(LIMIT).until(() -> shown(anna, interaction).contains(second));
        return new Held(anna, interaction, List.of(interaction, second));
    }

    /** Anna has a conversation, and another one of the same customer waits. */
    Held joinable() {
        write("Where is my lamp?", Optional.empty());
        TestBrowser anna = ready("anna");
        String interaction = taken(anna);
        assertThat(anna.put("/seat", "{\"state\":\"ON_BREAK\",\"reason\":\"lunch\"}")
                        .status())
                .isLessThan(300);
        String other = write("My invoice", Optional.empty());
        await().atMost(LIMIT).until(() -> view(other).isPresent());
        return new Held(anna, interaction, List.of(interaction, other));
    }

    /** @param mails of which a first one has the id of the interaction that it became */
    record Held(TestBrowser anna, String interaction, List<String> mails) {}

    static Reply split(TestBrowser by, String interaction, String mail) {
        return by.post("/interactions/" + interaction + "/mail/split", "{\"mail\":\"" + mail + "\"}");
    }

    static Reply join(TestBrowser by, String interaction, String other) {
        return by.post("/interactions/" + interaction + "/mail/join", "{\"other\":\"" + other + "\"}");
    }

    static Reply undo(TestBrowser by, String interaction, String move) {
        return by.post("/interactions/" + interaction + "/mail/undo", "{\"move\":\"" + move + "\"}");
    }

    static List<String> shown(TestBrowser by, String interaction) {
        Reply reply = by.get("/interactions/" + interaction + "/mail");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return ids(reply.json());
    }

    static List<String> ids(JsonNode conversation) {
        return StreamSupport.stream(conversation.path("mails").spliterator(), false)
                .map(mail -> mail.path("id").asText())
                .toList();
    }

    static String caseOf(TestBrowser by, String interaction) {
        Reply reply = by.get("/interactions/" + interaction + "/case");
        return reply.status() == 200 ? reply.json().path("number").asText() : "";
    }

    String cause(String interaction) {
        return await().atMost(LIMIT)
                .until(
                        () -> row("SELECT cause FROM interaction WHERE cause IS NOT NULL AND id = ?", interaction),
                        Optional::isPresent)
                .orElseThrow();
    }

    Mail mail(String id) {
        return new Mails(centre.db()).get(UUID.fromString(id)).orElseThrow();
    }

    Optional<InteractionView> view(String interaction) {
        return centre.image().interactions().stream()
                .filter(one -> one.id().toString().equals(interaction))
                .filter(one -> one.state() != InteractionState.CLOSED)
                .findFirst();
    }

    /** The customer goes on with a mail that he wrote. @return the mail, once it is where it belongs */
    String answerTo(String mail, String subject) {
        return write(subject, Optional.of(mail(mail).messageId().orElseThrow()));
    }

    /** The Message-ID of the acknowledgement that she got. */
    String ours() {
        return await().atMost(LIMIT)
                .until(
                        () -> row(
                                "SELECT m.message_id FROM mail m JOIN mail_recipient r ON r.mail = m.id WHERE r.address = ?",
                                address),
                        Optional::isPresent)
                .orElseThrow();
    }

    String write(String subject, Optional<String> inReplyTo) {
        String answers = inReplyTo.map(id -> ", \"inReplyTo\": \"" + id + "\"").orElse("");
        Reply reply = centre.browser().post("/try-mail", """
                        {"from": "%s", "name": "Nora Neu", "to": "support@demo-shop.example", "subject": "%s",
                         "text": "It should have come on Monday."%s}
                        """.formatted(address, subject, answers));
        assertThat(reply.status()).isEqualTo(204);
        return await().atMost(LIMIT)
                .until(
                        () -> row(
                                "SELECT id FROM mail WHERE state = 'ROUTED' AND subject = ? AND from_address = ?",
                                subject,
                                address),
                        Optional::isPresent)
                .orElseThrow();
    }

    Optional<String> row(String select, String... values) {
        return centre.db().call(session -> {
            try (var statement = session.getConnection().prepareStatement(select)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
                }
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    TestBrowser ready(String login) {
        TestBrowser agent = centre.signedIn(login);
        agent.feed();
        assertThat(agent.put("/seat", "{\"state\":\"READY\"}").status()).isLessThan(300);
        return agent;
    }

    String taken(TestBrowser by) {
        InteractionView offered = await().atMost(LIMIT)
                .until(
                        () -> centre.image().interactions().stream()
                                .filter(view -> view.channel() == Channel.EMAIL)
                                .filter(view -> view.state() == InteractionState.OFFERED)
                                .toList(),
                        views -> !views.isEmpty())
                .getFirst();
        accept(by, offered.id().toString());
        return offered.id().toString();
    }

    void accept(TestBrowser by, String interaction) {
        String offer =
                view(interaction).flatMap(InteractionView::offer).orElseThrow().toString();
        Reply accepted = by.post("/offers/" + offer + "/accept", "");
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(204);
    }
}
