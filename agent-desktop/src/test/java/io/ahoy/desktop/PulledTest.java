package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.EndCause;
import io.ahoy.router.acd.Input;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mails of a pulled queue wait until an agent takes one. */
class PulledTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @RegisterExtension
    final TestCentre centre = new TestCentre().withMail();

    private final String address = "nora-" + UUID.randomUUID() + "@mail.example";

    @BeforeEach
    void mailIsPulled() {
        delivered("PULLED");
    }

    @Test
    void ofTwoWhoTakeTheSameMailExactlyOneGetsIt() {
        try (TestFeed annas = centre.signedIn("anna").feed();
                TestFeed bos = centre.signedIn("bo").feed()) {
            TestBrowser anna = ready("anna");
            TestBrowser bo = ready("bo");
            write("Where is my lamp?");
            annas.await("pulled", frame -> frame.at("/queues/0/waiting").asInt() == 1);
            JsonNode told = bos.await(
                            "pulled", frame -> frame.at("/queues/0/waiting").asInt() == 1)
                    .at("/queues/0");
            assertThat(told.path("id").asText()).isEqualTo("mail");
            assertThat(told.at("/title/en").asText()).isEqualTo("Mail");
            assertThat(Instant.parse(told.path("oldestSince").asText())).isBeforeOrEqualTo(Instant.now());
            String mail = listed(anna, "").getFirst().path("id").asText();
            assertThat(state(mail)).isEqualTo(InteractionState.WAITING);
            bos.forget();

            List<Reply> replies = Stream.of(anna, bo)
                    .map(browser ->
                            CompletableFuture.supplyAsync(() -> browser.post("/interactions/" + mail + "/take", "")))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 409);
            boolean annaHasIt = replies.getFirst().status() == 204;
            TestBrowser winner = annaHasIt ? anna : bo;
            TestBrowser loser = annaHasIt ? bo : anna;
            assertThat(replies.get(annaHasIt ? 1 : 0).json().path("detail").asText())
                    .matches((annaHasIt ? "Anna" : "Bo") + ".* has taken it\\.");
            assertThat(winner.post("/interactions/" + mail + "/take", "").status())
                    .as("twice is once")
                    .isEqualTo(204);
            (annaHasIt ? annas : bos).awaitSeat("ON_CONTACT");
            assertThat(winner.get("/interactions/" + mail + "/mail").status()).isEqualTo(200);
            assertThat(loser.get("/interactions/" + mail + "/mail").status()).isEqualTo(403);
            bos.await(
                    "pulled",
                    frame -> frame.at("/queues/0/waiting").asInt(-1) == 0
                            && !frame.at("/queues/0").has("oldestSince"));
            assertThat(listed(loser, "")).isEmpty();
            end(winner, mail);
            assertThat(loser.post("/interactions/" + mail + "/take", "").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void theListTellsEnoughToChooseFrom_pageByPage() throws SQLException {
        try (TestFeed annas = centre.signedIn("anna").feed()) {
            TestBrowser anna = ready("anna");
            annas.awaitSeat("READY");
            for (int i = 1; i <= 3; i++) {
                write("Question " + i);
                int waiting = i;
                await().atMost(LIMIT).until(() -> listed(anna, "").size() == waiting);
            }
            List<JsonNode> all = listed(anna, "?queue=mail");
            assertThat(all)
                    .extracting(row -> row.path("subject").asText())
                    .containsExactly("Question 1", "Question 2", "Question 3");
            JsonNode first = all.getFirst();
            assertThat(first.at("/from/address").asText()).isEqualTo(address);
            assertThat(first.at("/from/name").asText()).isEqualTo("Nora Neu");
            assertThat(first.path("preview").asText())
                    .startsWith("It should have come on Monday. It")
                    .hasSize(140);
            assertThat(first.path("queue").asText()).isEqualTo("mail");
            assertThat(first.at("/queueTitle/en").asText()).isEqualTo("Mail");
            assertThat(Instant.parse(first.path("dueAt").asText()))
                    .isAfterOrEqualTo(
                            Instant.parse(first.path("since").asText()).plus(Duration.ofHours(4)));
            assertThat(listed(anna, "?queue=sales")).isEmpty();
            assertThat(anna.get("/pulled?queue=nowhere").status()).isEqualTo(404);
            assertThat(anna.get("/pulled?after=7").status()).isEqualTo(422);

            List<String> paged = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = anna.get("/pulled?limit=2&queue=mail" + next).json();
                page.path("items").forEach(row -> paged.add(row.path("subject").asText()));
                next = page.has("next") ? "&after=" + page.path("next").asText() : "";
            } while (!next.isEmpty());
            assertThat(paged).containsExactly("Question 1", "Question 2", "Question 3");
            String trail = administrator()
                    .get("/audit?record=" + first.path("id").asText())
                    .text();
            assertThat(trail).contains("/pulled");

            String second = all.get(1).path("id").asText();
            assertThat(anna.post("/interactions/" + second + "/take", "").status())
                    .isEqualTo(204);
            Reply more = anna.post("/interactions/" + first.path("id").asText() + "/take", "");
            assertThat(more.status()).isEqualTo(409);
            assertThat(more.json().path("detail").asText())
                    .isIn(
                            "You have no room for another mail: finish one first.",
                            "Answer first what is offered to you.");
            for (JsonNode row : listed(anna, "")) {
                leave(row.path("id").asText());
            }
            leave(second);
        }
    }

    @Test
    void whoIsNeverOfferedACustomerSeesNoMailOfHis() {
        Reply customer = centre.signedIn("sara").post("/customers", """
                {"name": "Nora Neu", "points": [{"kind": "EMAIL", "value": "%s", "label": "", "primary": true,
                 "doNotContact": false}], "tags": [], "consents": [], "neverOffered": ["%s"]}
                """.formatted(address, centre.agent("anna")));
        assertThat(customer.status()).as(customer.text()).isEqualTo(201);
        try (TestFeed annas = centre.signedIn("anna").feed();
                TestFeed bos = centre.signedIn("bo").feed()) {
            TestBrowser anna = ready("anna");
            TestBrowser bo = ready("bo");
            write("Where is my lamp?");
            bos.await("pulled", frame -> frame.at("/queues/0/waiting").asInt() == 1);
            await().atMost(LIMIT).until(() -> listed(bo, "").size() == 1);
            String mail = listed(bo, "").getFirst().path("id").asText();
            assertThat(listed(anna, "")).isEmpty();
            assertThat(anna.post("/interactions/" + mail + "/take", "").status())
                    .isEqualTo(403);
            leave(mail);
            bos.await("pulled", frame -> frame.at("/queues/0/waiting").asInt(-1) == 0);
            assertThat(annas.frames("pulled"))
                    .noneMatch(frame -> frame.at("/queues/0/waiting").asInt() > 0);
        }
    }

    @Test
    void whoIsNotThereTakesNothing_andAPushedQueueOffersThem() {
        write("Where is my lamp?");
        TestBrowser anna = centre.signedIn("anna");
        assertThat(anna.put("/seat", "{\"state\":\"SIGNED_OUT\"}").status()).isLessThan(300);
        await().atMost(LIMIT)
                .until(() -> centre.image().interactions().stream()
                        .anyMatch(view -> view.state() == InteractionState.WAITING));
        assertThat(listed(anna, "")).isEmpty();
        String mail = centre.image().interactions().getFirst().id().toString();
        Reply refused = anna.post("/interactions/" + mail + "/take", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asText()).startsWith("Take your seat first");
        assertThat(anna.post("/interactions/" + UUID.randomUUID() + "/take", "").status())
                .isEqualTo(404);
        try (TestFeed annas = anna.feed();
                TestFeed board = centre.signedIn("sara").feed()) {
            ready("anna");
            board.send("{\"type\":\"watch\",\"board\":true}");
            board.await(
                    "board",
                    frame -> frame.at("/waiting/0/why/code").asText().equals("toBeTaken")
                            && frame.at("/waiting/0/why/able").asInt() >= 1);
            assertThat(centre.image().interactions().getFirst().state()).isEqualTo(InteractionState.WAITING);
            annas.forget();
            delivered("PUSHED");
            annas.awaitSeat("OFFERED");
            annas.await("pulled", frame -> frame.path("queues").isEmpty());
            assertThat(anna.post("/interactions/" + mail + "/take", "").status())
                    .isEqualTo(403);
            leave(mail);
        }
    }

    @Test
    void aQueueIsPushedUnlessItSaysOtherwise() {
        TestBrowser sara = centre.signedIn("sara");
        ObjectNode queue = (ObjectNode) sara.get("/config/queues/mail").json();
        assertThat(sara.put(
                                "/config/queues/mail",
                                queue.deepCopy().put("delivery", "DRAGGED").toString())
                        .status())
                .isEqualTo(422);
        queue.remove("delivery");
        Reply changed = sara.put("/config/queues/mail", queue.toString());
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("delivery").asText()).isEqualTo("PUSHED");
    }

    private void delivered(String how) {
        TestBrowser sara = centre.signedIn("sara");
        ObjectNode queue = (ObjectNode) sara.get("/config/queues/mail").json();
        queue.put("delivery", how);
        Reply changed = sara.put("/config/queues/mail", queue.toString());
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("delivery").asText()).isEqualTo(how);
    }

    /** Sara, in this role. */
    private TestBrowser administrator() throws SQLException {
        try (var connection = centre.db().connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE agent SET role = 'ADMINISTRATOR' WHERE login = 'sara'");
            connection.commit();
        }
        return centre.signedIn("sara");
    }

    private void write(String subject) {
        Reply reply = centre.browser().post("/try-mail", """
                        {"from": "%s", "name": "Nora Neu", "to": "support@demo-shop.example", "subject": "%s",
                         "text": "%s"}
                        """.formatted(
                        address, subject, "It should have come on Monday.\\nIt has not. ".repeat(9)));
        assertThat(reply.status()).isEqualTo(204);
    }

    private static List<JsonNode> listed(TestBrowser by, String query) {
        Reply reply = by.get("/pulled" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        List<JsonNode> rows = new ArrayList<>();
        reply.json().path("items").forEach(rows::add);
        return rows;
    }

    private TestBrowser ready(String login) {
        TestBrowser agent = centre.signedIn(login);
        assertThat(agent.put("/seat", "{\"state\":\"READY\"}").status()).isLessThan(300);
        return agent;
    }

    private InteractionState state(String interaction) {
        return centre.image().interactions().stream()
                .filter(view -> view.id().toString().equals(interaction))
                .map(InteractionView::state)
                .findFirst()
                .orElse(InteractionState.CLOSED);
    }

    /** Whatever it is doing: the next test begins with nobody waiting. */
    private void leave(String interaction) {
        centre.submit(new Input.Ended(new InteractionId(UUID.fromString(interaction)), EndCause.CUSTOMER_HUNG_UP));
    }

    private void end(TestBrowser by, String interaction) {
        await().atMost(LIMIT).until(() -> state(interaction) == InteractionState.ACTIVE);
        assertThat(by.post("/interactions/" + interaction + "/end", "").status())
                .isLessThan(300);
        await().atMost(LIMIT).until(() -> state(interaction) == InteractionState.WRAP_UP);
        await().atMost(LIMIT)
                .until(() -> by.put(
                                        "/interactions/" + interaction + "/wrap-up",
                                        "{\"disposition\":\"solved\",\"note\":\"\",\"done\":true}")
                                .status()
                        < 300);
        await().atMost(LIMIT).until(() -> state(interaction) == InteractionState.CLOSED);
    }
}
