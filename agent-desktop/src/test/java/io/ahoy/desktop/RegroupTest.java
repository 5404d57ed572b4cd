package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.InteractionView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Conversations that are split, joined, and put back, with whatever comes to them afterwards. */
class RegroupTest extends RegroupScene {
    @Test
    void whatIsAnotherMatterWaitsByItself_andItsAnswersComeToIt() {
        Held held = twoMails();
        String lamp = held.mails().getFirst();
        String invoice = held.mails().getLast();
        assertThat(split(centre.signedIn("bo"), held.interaction(), invoice).status())
                .isEqualTo(403);
        assertThat(split(held.anna(), held.interaction(), UUID.randomUUID().toString())
                        .status())
                .isEqualTo(404);
        Reply done = split(held.anna(), held.interaction(), invoice);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        String fresh = done.json().path("interaction").asText();

        InteractionView waits = view(fresh).orElseThrow();
        InteractionView before = view(held.interaction()).orElseThrow();
        assertThat(waits.queue()).isEqualTo(before.queue());
        assertThat(waits.arrivedAt()).isEqualTo(mail(invoice).at());
        assertThat(shown(held.anna(), held.interaction())).contains(lamp).doesNotContain(invoice);
        TestBrowser sara = centre.signedIn("sara");
        assertThat(shown(sara, fresh)).containsExactly(invoice);
        JsonNode line = held.anna()
                .get("/interactions/" + held.interaction() + "/mail")
                .json()
                .at("/moves/0");
        assertThat(line.path("agent").asText()).startsWith("Anna");
        assertThat(line.path("subject").asText()).isEqualTo("My invoice");
        assertThat(line.path("away").asBoolean()).isTrue();
        assertThat(line.path("undoable").asBoolean()).isTrue();
        assertThat(caseOf(sara, fresh)).isNotEmpty().isNotEqualTo(caseOf(sara, held.interaction()));

        String more = answerTo(invoice, "And the invoice?");
        assertThat(shown(sara, fresh)).containsExactly(invoice, more);
        String other = answerTo(lamp, "And the lamp?");
        assertThat(shown(held.anna(), held.interaction())).contains(lamp, other);
        Reply tooLate =
                undo(held.anna(), held.interaction(), done.json().path("move").asText());
        assertThat(tooLate.status()).isEqualTo(409);
        assertThat(tooLate.text()).contains("added since");
    }

    @Test
    void whatWasSplitIsPutBack_withItsCaseAndItsPlaceInTheLine() {
        Held held = twoMails();
        String invoice = held.mails().getLast();
        String serviceCase = caseOf(held.anna(), held.interaction());
        Reply done = split(held.anna(), held.interaction(), invoice);
        String fresh = done.json().path("interaction").asText();
        String move = done.json().path("move").asText();
        assertThat(undo(held.anna(), held.interaction(), UUID.randomUUID().toString())
                        .status())
                .isEqualTo(404);
        Reply undone = undo(held.anna(), held.interaction(), move);
        assertThat(undone.status()).as(undone.text()).isEqualTo(204);
        assertThat(view(fresh)).isEmpty();
        JsonNode conversation =
                held.anna().get("/interactions/" + held.interaction() + "/mail").json();
        assertThat(ids(conversation)).contains(invoice);
        assertThat(conversation.path("moves")).isEmpty();
        assertThat(caseOf(held.anna(), held.interaction())).isEqualTo(serviceCase);
        assertThat(caseOf(centre.signedIn("sara"), fresh)).isEmpty();
        assertThat(undo(held.anna(), held.interaction(), move).status()).isEqualTo(409);
        assertThat(shown(centre.signedIn("sara"), fresh))
                .as("its history points there")
                .contains(invoice);
        String more = answerTo(invoice, "And the invoice?");
        assertThat(shown(held.anna(), held.interaction())).contains(more);
    }

    @Test
    void theFirstOfTwoMailsIsSplitAsWell_andTheWholeConversationIsNot() {
        Held held = twoMails();
        String lamp = held.mails().getFirst();
        Reply whole = held.anna()
                .post(
                        "/interactions/" + held.interaction() + "/mail/split",
                        "{\"mail\":\"" + lamp + "\",\"later\":true}");
        assertThat(whole.status()).as(whole.text()).isEqualTo(409);
        Reply done = held.anna()
                .post(
                        "/interactions/" + held.interaction() + "/mail/split",
                        "{\"mail\":\"" + lamp + "\",\"mine\":true}");
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        String fresh = done.json().path("interaction").asText();
        assertThat(shown(held.anna(), held.interaction()))
                .containsExactly(held.mails().getLast());
        List<String> own = shown(centre.signedIn("sara"), fresh);
        assertThat(own).as("with its acknowledgement").hasSize(2).startsWith(lamp);
        await().atMost(LIMIT)
                .until(() -> view(fresh)
                        .filter(view -> view.agent().or(view::waitsFor).equals(Optional.of(centre.agent("anna"))))
                        .isPresent());
    }

    @Test
    void whatBelongsTogetherIsJoined_andAnswersComeToIt_untilItIsUndone() {
        Held held = joinable();
        TestBrowser anna = held.anna();
        String other = held.mails().getLast();
        JsonNode listed = anna.get("/interactions/" + held.interaction() + "/mail/others")
                .json()
                .at("/items/0");
        assertThat(listed.path("interaction").asText()).isEqualTo(other);
        assertThat(listed.path("subject").asText()).isEqualTo("My invoice");
        assertThat(listed.path("state").asText()).isEqualTo("WAITING");
        assertThat(caseOf(anna, other)).isNotEqualTo(caseOf(anna, held.interaction()));

        Reply done = join(anna, held.interaction(), other);
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        await().atMost(LIMIT).until(() -> view(other).isEmpty());
        assertThat(shown(anna, held.interaction())).contains(held.mails().getFirst(), other);
        TestBrowser sara = centre.signedIn("sara");
        assertThat(shown(sara, other)).isEqualTo(shown(anna, held.interaction()));
        assertThat(cause(other)).isEqualTo("JOINED");
        assertThat(caseOf(anna, other)).isEqualTo(caseOf(anna, held.interaction()));
        assertThat(anna.get("/interactions/" + held.interaction() + "/mail/others")
                        .json()
                        .path("items"))
                .isEmpty();

        Reply undone = undo(anna, held.interaction(), done.json().path("move").asText());
        assertThat(undone.status()).as(undone.text()).isEqualTo(204);
        assertThat(shown(anna, held.interaction())).doesNotContain(other);
        String again = anna.get("/interactions/" + held.interaction() + "/mail/others")
                .json()
                .at("/items/0/interaction")
                .asText();
        assertThat(again).as("the router knows each one once").isNotEqualTo(other);
        assertThat(view(again)).isPresent();
        assertThat(shown(sara, again)).containsExactly(other);
        assertThat(caseOf(sara, again)).isNotEmpty().isNotEqualTo(caseOf(sara, held.interaction()));

        assertThat(join(anna, held.interaction(), again).status()).isEqualTo(200);
        String more = answerTo(other, "And the invoice?");
        assertThat(shown(anna, held.interaction())).contains(other, more);
    }

    @Test
    void whatSomebodyElseHasIsNotTakenFromHim_andNothingOfOthersIsReached() {
        Held held = joinable();
        String other = held.mails().getLast();
        TestBrowser bo = ready("bo");
        await().atMost(LIMIT)
                .until(() -> view(other)
                        .filter(view -> view.agent().equals(Optional.of(centre.agent("bo"))))
                        .isPresent());
        accept(bo, other);
        await().atMost(LIMIT)
                .until(() -> held.anna()
                        .get("/interactions/" + held.interaction() + "/mail/others")
                        .json()
                        .at("/items/0/state")
                        .asText()
                        .equals("HELD"));
        Reply refused = join(held.anna(), held.interaction(), other);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Bo ").contains("has that conversation");
        assertThat(shown(bo, other)).containsExactly(other);

        assertThat(join(bo, held.interaction(), other).status()).isEqualTo(403);
        assertThat(bo.get("/interactions/" + held.interaction() + "/mail/others")
                        .status())
                .isEqualTo(403);
        String call = centre.callArrives("support", "+4930777003").toString();
        assertThat(join(held.anna(), held.interaction(), call).status()).isEqualTo(404);
    }

    @Test
    void aConversationWhoseCaseOthersLookAfterIsAsIfItWereNotThere() {
        Held held = joinable();
        String other = held.mails().getLast();
        centre.db().run(session -> {
            try (var statement = session.getConnection().prepareStatement("""
                    UPDATE service_case c JOIN interaction i ON i.service_case = c.id
                    SET c.owner = NULL, c.team = (SELECT team FROM case_type WHERE id = 'complaint') WHERE i.id = ?
                    """)) {
                statement.setString(1, other);
                assertThat(statement.executeUpdate()).isEqualTo(1);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(held.anna()
                        .get("/interactions/" + held.interaction() + "/mail/others")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(join(held.anna(), held.interaction(), other).status()).isEqualTo(404);
        assertThat(view(other)).isPresent();
    }
}
