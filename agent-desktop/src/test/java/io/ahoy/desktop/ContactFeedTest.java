package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.history.History;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an agent is told of a contact: from the offer, with who it is and why he, to the history. */
class ContactFeedTest {
    @RegisterExtension
    final TestCentre centre = new TestCentre();

    @Test
    void anOfferShowsTheCallerWithHisCustomerAndWhy() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        anna.put("/seat", "{\"state\":\"READY\"}");
        feed.awaitSeat("READY");
        InteractionId call = centre.callArrives("support", "+49301234560");
        JsonNode seat = feed.awaitSeat("OFFERED");
        assertThat(seat.path("interaction").asText()).isEqualTo(call.toString());
        assertThat(seat.path("limit").asLong()).isEqualTo(15_000);
        // The caller and the pop are read side by side: either may be there first.
        JsonNode named =
                feed.await("interaction", found -> found.at("/interaction").has("customer"));
        assertThat(named.at("/interaction/customer/name").asText()).isEqualTo("Katharina Schäfer");
        JsonNode frame = feed.await("interaction", found -> found.has("pop"));
        assertThat(named.at("/interaction/from").asText()).isEqualTo("+49301234560");
        assertThat(frame.at("/interaction/reason/strategy").asText()).isEqualTo("longestIdle");
        assertThat(frame.at("/interaction/reason/chosen").asText()).isEqualTo("AGENT");
        assertThat(frame.at("/interaction/reason/need/skills/0/skill").asText()).isEqualTo("support");
        assertThat(seat.at("/works/0/interaction").asText()).isEqualTo(call.toString());
        assertThat(seat.at("/works/0/state").asText()).isEqualTo("OFFERED");
        assertThat(frame.at("/pop/customer/segment").asText()).isEqualTo("vip");
        assertThat(frame.at("/pop/earlier")).isNotEmpty();
        Optional<String> shown = Optional.of(frame.at("/pop/customer/id").asText());
        assertThat(new Audit(centre.db()).page(shown, Optional.empty(), Optional.empty(), 5))
                .as("that he was shown stands in the trail")
                .anyMatch(entry -> entry.action().equals("READ")
                        && entry.agent().equals(Optional.of(centre.agent("anna").value())));
    }

    @Test
    void aNumberOfTwoPeopleLeavesTheChoiceToTheAgent() {
        TestBrowser anna = centre.signedIn("anna");
        String first =
                anna.post("/customers", person("Edda Shared")).json().path("id").asText();
        anna.post("/customers", person("Egon Shared"));
        TestFeed feed = anna.feed();
        anna.put("/seat", "{\"state\":\"READY\"}");
        feed.awaitSeat("READY");
        InteractionId call = centre.callArrives("support", "+493055509999");
        JsonNode pop = feed.await("interaction", frame -> frame.has("pop")).path("pop");
        assertThat(pop.has("customer")).isFalse();
        assertThat(pop.path("candidates").findValuesAsText("name")).containsExactly("Edda Shared", "Egon Shared");
        anna.put("/interactions/" + call + "/customer", "{\"customer\":\"" + first + "\"}");
        JsonNode chosen = anna.get("/interactions/" + call).json();
        assertThat(chosen.at("/customer/name").asText()).isEqualTo("Edda Shared");
        assertThat(chosen.path("candidates")).isEmpty();
        anna.put("/interactions/" + call + "/customer", "{}");
        assertThat(anna.get("/interactions/" + call).json().path("candidates")).hasSize(2);
    }

    private static String person(String name) {
        return "{\"name\":\"" + name + "\",\"points\":[{\"kind\":\"PHONE\",\"value\":\"+493055509999\",\"label\":\"\","
                + "\"primary\":true,\"doNotContact\":false}],\"tags\":[],\"consents\":[]}";
    }

    @Test
    void aContactGoesFromOfferToHistory() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        anna.put("/seat", "{\"state\":\"READY\"}");
        InteractionId call = centre.callArrives("support", "+4930987654");
        feed.awaitSeat("OFFERED");
        centre.answered(call);
        feed.awaitSeat("ON_CONTACT");
        String path = "/interactions/" + call + "/wrap-up";
        assertThat(anna.put(path, "{\"note\":\"draft\",\"done\":false}").status())
                .isEqualTo(204);
        assertThat(anna.put(path, "{\"disposition\":\"solved\",\"done\":true}").status())
                .isEqualTo(409);
        // Said too early it was no final word, so there can be more to write down.
        assertThat(anna.put(path, "{\"note\":\"more\",\"done\":false}").status())
                .isEqualTo(204);
        assertThat(new History(centre.db())
                        .contact(call.value())
                        .orElseThrow()
                        .wrapUps()
                        .getLast()
                        .note())
                .isEqualTo("more");
        centre.hangsUp(call);
        feed.awaitSeat("WRAP_UP");
        assertThat(anna.put(path, "{\"done\":true}").json().path("field").asText())
                .isEqualTo("disposition");
        assertThat(anna.post(path + "/extend", "").status()).isEqualTo(204);
        Awaitility.await()
                .until(() -> anna.get("/interactions/" + call)
                        .json()
                        .at("/interaction/wrapUp")
                        .asText()
                        .equals("OPEN"));
        feed.forget();
        assertThat(anna.put(path, "{\"disposition\":\"solved\",\"note\":\"all well\",\"done\":true}")
                        .status())
                .isEqualTo(204);
        feed.awaitSeat("READY");
        JsonNode contact = Awaitility.await()
                .until(
                        () -> anna.get("/interactions/" + call).json().path("interaction"),
                        found -> found.path("state").asText().equals("CLOSED"));
        assertThat(contact.at("/segments/0/agent/name").asText()).isEqualTo("Anna Weber");
        assertThat(contact.has("draft")).isFalse();
        assertThat(contact.path("wrapUp").asText()).isEqualTo("DONE");
        assertThat(anna.get("/history").json().at("/items/0/id").asText()).isEqualTo(call.toString());
        assertThat(contact.path("note").asText()).isEqualTo("all well");
        assertThat(contact.path("disposition").asText()).isEqualTo("solved");
        assertThat(contact.at("/customer/name").asText()).isEqualTo("+4930987654");
    }

    @Test
    void aMissedOfferIsTold() {
        TestBrowser anna = centre.signedIn("anna");
        TestFeed feed = anna.feed();
        anna.put("/seat", "{\"state\":\"READY\"}");
        feed.awaitSeat("READY");
        InteractionId call = centre.callArrives("support", "+49301234560");
        String offer = feed.awaitSeat("OFFERED").path("offer").asText();
        assertThat(offer).isEqualTo(centre.offerOf(call).toString());
        assertThat(anna.post("/offers/" + offer + "/decline", "").status()).isEqualTo(204);
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                anna.post("/offers/" + offer + "/decline", "").status())
                        .isIn(403, 409));
        centre.submit(new Input.Abandoned(call, io.ahoy.router.acd.EndCause.ABANDONED));
    }
}
