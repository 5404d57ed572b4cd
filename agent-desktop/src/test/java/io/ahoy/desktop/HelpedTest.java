package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.crm.mail.HelpedMails;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.Channel;
import io.ahoy.router.acd.InteractionState;
import io.ahoy.router.acd.InteractionView;
import io.ahoy.router.channel.email.helped.Helped;
import io.ahoy.router.channel.email.reply.HelpfulArticles;
import io.ahoy.router.channel.email.trial.TrialMail;
import io.ahoy.router.shell.Intake;
import io.ahoy.router.shell.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who was helped by the article that an automatic reply suggested says so, and needs no answer any more. */
class HelpedTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:8080/helped/(\\S+)");

    @RegisterExtension
    final TestCentre centre = new TestCentre().withMail();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address = "nora-" + UUID.randomUUID() + "@mail.example";

    private UUID article = UUID.randomUUID();

    @BeforeEach
    void suggest() {
        article = article();
        centre.mailing()
                .texts()
                .suggestFrom((subject, language, now) ->
                        Optional.of(new HelpfulArticles.Article(article, "Lamps", "Turn it round.")));
    }

    @Test
    void lookingChangesNothing_andSayingSoOnceSettlesIt() throws Exception {
        String mail = write("Where is my lamp?", "");
        String token = asked();
        String before = row(
                "SELECT CONCAT(state_kind, version) FROM service_case c JOIN interaction i ON i.service_case = c.id WHERE i.id = ?",
                mail);
        String number = row(
                "SELECT number FROM service_case c JOIN interaction i ON i.service_case = c.id WHERE i.id = ?", mail);
        for (int look = 0; look < 3; look++) {
            HttpResponse<String> page = page("GET", token);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Did this answer your question?", "<form method=\"post\">", number)
                    .doesNotContain("Nora", address, "<script");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("default-src 'none'; style-src 'sha256-")
                    .contains("frame-ancestors 'none'");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        }
        assertThat(view(mail)).isPresent();
        assertThat(row(
                        "SELECT CONCAT(state_kind, version) FROM service_case c JOIN interaction i ON i.service_case = c.id WHERE i.id = ?",
                        mail))
                .isEqualTo(before);
        long helpful = helpful();

        HttpResponse<String> said = page("POST", token);
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        assertThat(said.body()).contains("Thank you").contains("answer our mail");
        assertThat(view(mail)).isEmpty();
        await().atMost(LIMIT)
                .until(() ->
                        row("SELECT cause FROM interaction WHERE id = ?", mail).equals("ARTICLE_HELPED"));
        assertThat(kind(mail)).isEqualTo("SOLVED");
        assertThat(helpful()).isEqualTo(helpful + 1);
        JsonNode conversation =
                centre.signedIn("sara").get("/interactions/" + mail + "/mail").json();
        assertThat(conversation.at("/mails/0/note").asText()).contains("says that the article helped");

        assertThat(page("POST", token).statusCode()).isEqualTo(409);
        assertThat(page("GET", token).body()).contains("told us so already");
        assertThat(helpful()).isEqualTo(helpful + 1);

        String again = write("It did not help after all", row("SELECT message_id FROM mail WHERE id = ?", mail));
        assertThat(view(again)).isPresent();
        assertThat(kind(again)).isEqualTo("OPEN");
    }

    @Test
    void whatAnAgentHasStaysWithHim_andHeSeesIt() throws Exception {
        String mail = write("Where is my lamp?", "");
        String token = asked();
        TestBrowser anna = centre.signedIn("anna");
        anna.feed();
        assertThat(anna.put("/seat", "{\"state\":\"READY\"}").status()).isLessThan(300);
        InteractionView offered = await().atMost(LIMIT)
                .until(
                        () -> view(mail),
                        view -> view.flatMap(InteractionView::offer).isPresent())
                .orElseThrow();
        assertThat(anna.post("/offers/" + offered.offer().orElseThrow() + "/accept", "")
                        .status())
                .isEqualTo(204);
        await().atMost(LIMIT)
                .until(() -> view(mail)
                        .filter(view -> view.state() == InteractionState.ACTIVE)
                        .isPresent());
        assertThat(page("POST", token).statusCode()).isEqualTo(200);
        assertThat(view(mail).orElseThrow().state()).isEqualTo(InteractionState.ACTIVE);
        assertThat(kind(mail)).isNotEqualTo("SOLVED");
        assertThat(anna.get("/interactions/" + mail + "/mail")
                        .json()
                        .at("/mails/0/note")
                        .asText())
                .contains("says that the article helped");
    }

    /** Somebody pulled the plug between the word and what follows from it. */
    @Test
    void whatWasCutOffIsFinishedWhileAhoyRuns_andThePageSaysSo() throws Exception {
        String mail = write("Where is my lamp?", "");
        String token = asked();
        long helpful = helpful();
        assertThat(new HelpedMails(centre.db()).begin(UUID.fromString(mail), article, Instant.now()))
                .isTrue();
        assertThat(page("GET", token).body())
                .contains("takes effect within a few minutes")
                .doesNotContain("<form");
        HttpResponse<String> again = page("POST", token);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).contains("takes effect within a few minutes");
        assertThat(view(mail)).isPresent();
        try (Helped later = helped(
                CompletableFuture.completedFuture(input -> CompletableFuture.completedFuture(centre.submit(input))))) {
            later.start(() -> Instant.now().plus(Duration.ofMinutes(2)));
            await().atMost(LIMIT).until(() -> page("GET", token).body().contains("told us so already"));
        }
        assertThat(view(mail)).isEmpty();
        assertThat(kind(mail)).isEqualTo("SOLVED");
        assertThat(helpful()).isEqualTo(helpful + 1);
    }

    @Test
    void aRouterThatIsAwayHearsOfItLater_andNothingIsSaidTwice() throws Exception {
        String mail = write("Where is my lamp?", "");
        String token = asked();
        long helpful = helpful();
        try (Helped cut = helped(CompletableFuture.failedFuture(new Refused("stopping")))) {
            Instant now = Instant.now();
            String own = cut.token(UUID.fromString(mail), article, now);
            assertThat(cut.tell(own, now).state()).isEqualTo(Helped.State.UNDER_WAY);
            assertThat(cut.tell(own, now.plus(Duration.ofMinutes(2))).state())
                    .as("still away")
                    .isEqualTo(Helped.State.UNDER_WAY);
        }
        assertThat(view(mail)).isPresent();
        assertThat(helpful()).isEqualTo(helpful);
        Helped running = centre.mailing().channel().helped();
        Instant later = Instant.now().plus(Duration.ofMinutes(4));
        assertThat(running.tell(token, later).state()).isEqualTo(Helped.State.DONE);
        assertThat(running.tell(token, later).state()).isEqualTo(Helped.State.ALREADY);
        assertThat(view(mail)).isEmpty();
        assertThat(helpful()).isEqualTo(helpful + 1);
    }

    private Helped helped(CompletableFuture<Intake> router) {
        return new Helped(centre.db(), new byte[32], router, interaction -> {});
    }

    private long helpful() {
        return Long.parseLong(row("SELECT COALESCE(SUM(helpful), 0) FROM article_day"));
    }

    @Test
    void forgedAndOldLinksAreToldSo() throws Exception {
        String mail = write("Where is my lamp?", "");
        String token = asked();
        char last = token.charAt(20);
        String forged = token.substring(0, 20) + (last == 'A' ? 'B' : 'A') + token.substring(21);
        for (String wrong : new String[] {forged, token.substring(1), "x", token + "AAAA"}) {
            HttpResponse<String> page = page("POST", wrong);
            assertThat(page.statusCode()).as(wrong).isEqualTo(404);
            assertThat(page.body()).contains("not one of ours");
        }
        String old = centre.mailing()
                .channel()
                .helped()
                .token(UUID.fromString(mail), UUID.randomUUID(), Instant.now().minus(Duration.ofDays(15)));
        HttpResponse<String> page = page("POST", old);
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("older than 14 days");
        assertThat(view(mail)).isPresent();
    }

    @Test
    void whoAsksTooOftenIsToldToWait() throws Exception {
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            HttpResponse<String> page = page("GET", "x");
            refused += page.statusCode() == 429 ? 1 : 0;
            assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        }
        assertThat(refused).isPositive();
    }

    private UUID article() {
        TestBrowser sara = centre.signedIn("sara");
        String category = sara.post(
                        "/articles/categories",
                        "{\"place\":1,\"title\":{\"en\":\"Lamps\",\"zh\":\"灯\"},\"kind\":\"SERVICE\"}")
                .json()
                .path("id")
                .asText();
        Reply made = sara.post(
                "/articles",
                "{\"category\":\"" + category + "\",\"audience\":\"PUBLIC\",\"owner\":\""
                        + sara.get("/session").json().at("/agent/id").asText()
                        + "\",\"texts\":[{\"language\":\"en\",\"title\":\"Lamps\",\"summary\":\"\",\"body\":\"Turn it round.\"}]}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return UUID.fromString(made.json().path("id").asText());
    }

    private HttpResponse<String> page(String method, String token) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + centre.desktop().port() + "/helped/" + token);
        return http.send(
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    /** The token of the link in the acknowledgement that she got. */
    private String asked() {
        String text =
                await()
                        .atMost(LIMIT)
                        .until(() -> centre.mailServer().stored(address), stored -> !stored.isEmpty())
                        .stream()
                        .map(TrialMail::of)
                        .map(TrialMail::text)
                        .findFirst()
                        .orElseThrow();
        assertThat(text).contains("Turn it round.", "Did this answer your question?");
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }

    /** @return the mail, once it is where it belongs */
    private String write(String subject, String inReplyTo) {
        String answers = inReplyTo.isEmpty() ? "" : ", \"inReplyTo\": \"" + inReplyTo + "\"";
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
                        id -> !id.isEmpty());
    }

    private String kind(String interaction) {
        return row(
                "SELECT state_kind FROM service_case c JOIN interaction i ON i.service_case = c.id WHERE i.id = ?",
                interaction);
    }

    private Optional<InteractionView> view(String interaction) {
        return centre.image().interactions().stream()
                .filter(one -> one.channel() == Channel.EMAIL)
                .filter(one -> one.id().toString().equals(interaction))
                .filter(one -> one.state() != InteractionState.CLOSED)
                .findFirst();
    }

    /** Empty: there is none. */
    private String row(String select, String... values) {
        return centre.db().call(session -> {
            try (var statement = session.getConnection().prepareStatement(select)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setString(i + 1, values[i]);
                }
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.ofNullable(rows.getString(1)).orElse("") : "";
                }
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
