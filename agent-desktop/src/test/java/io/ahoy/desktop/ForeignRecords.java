package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.ApiTokens;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.MailContent;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Place;
import io.ahoy.crm.mail.Received;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.crm.store.Blobs.Blob;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.Role;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.InteractionId;
import io.vertx.openapi.contract.Operation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * One record of every kind that Bo has nothing to do with: made by Sara of the back office, and a call that Anna is on. By the beginning of
 * the addresses that name them.
 */
record ForeignRecords(Map<String, String> ids) {
    static final ForeignRecords NONE = new ForeignRecords(Map.of());

    private static final String CASE =
            "{\"type\":\"complaint\",\"priority\":\"NORMAL\",\"subject\":\"Foreign\",\"description\":\"\",\"owner\":\"%s\"}";

    /** Anna must be ready. */
    static ForeignRecords make(TestCentre centre) throws IOException {
        TestBrowser sara = centre.signedIn("sara");
        TestBrowser anna = centre.signedIn("anna");
        InteractionId call = centre.callArrives("support", "+4930777001");
        String offer = centre.answered(call).toString();
        Awaitility.await()
                .until(() -> anna.get("/interactions/" + call)
                        .json()
                        .at("/interaction/state")
                        .asText()
                        .equals("ACTIVE"));
        Map<String, String> ids = new LinkedHashMap<>();
        String customer =
                made(sara.post("/customers", "{\"name\":\"Foreign\",\"points\":[],\"tags\":[],\"consents\":[]}"));
        String one =
                made(sara.post("/cases", CASE.formatted(centre.agent("sara").value())));
        String other =
                made(sara.post("/cases", CASE.formatted(centre.agent("sara").value())));
        assertThat(sara.put("/interactions/" + call + "/case", "{\"serviceCase\":\"" + one + "\"}")
                        .status())
                .isEqualTo(200);
        ids.put("/customers/{id}", customer);
        ids.put(
                "/organisations/{id}",
                made(sara.post("/organisations", "{\"name\":\"Foreign\",\"points\":[],\"tags\":[]}")));
        ids.put("/cases/{id}/relations/{other}", one + "/relations/" + other);
        ids.put("/cases/{id}", one);
        ids.put("/notes/{id}", made(sara.post("/customers/" + customer + "/notes", "{\"text\":\"Sara's\"}")));
        ids.put("/offers/{offer}", offer);
        ids.put("/interactions/{id}", call.toString());
        ids.put("/board/waiting/{id}", call.toString());
        ids.put("/board/seats/{agent}", centre.agent("anna").toString());
        String mail = mail(centre, call).toString();
        ids.put("/mails/{id}/files/{number}", mail + "/files/1");
        ids.put("/mails/{id}", mail);
        ids.put("/tokens/{id}", token(centre));
        addArticles(ids, sara);
        addGoods(ids, sara, customer);
        addConfiguration(ids, sara, centre);
        return new ForeignRecords(ids);
    }

    private static void addArticles(Map<String, String> ids, TestBrowser sara) {
        String category = made(sara.post(
                "/articles/categories",
                "{\"place\":1,\"title\":{\"en\":\"Foreign\",\"zh\":\"外\"},\"kind\":\"SERVICE\"}"));
        String article = made(
                sara.post(
                        "/articles",
                        "{\"category\":\"" + category + "\",\"audience\":\"INTERNAL\",\"owner\":\""
                                + sara.get("/session").json().at("/agent/id").asText()
                                + "\",\"texts\":[{\"language\":\"en\",\"title\":\"Foreign\",\"summary\":\"\",\"body\":\"x\"}]}"));
        ids.put("/articles/categories/{id}", category);
        ids.put("/articles/files/{id}", made(sara.upload("/articles/" + article + "/files?name=x.txt", new byte[] {65
        })));
        ids.put("/articles/{id}", article);
    }

    private static void addGoods(Map<String, String> ids, TestBrowser sara, String customer) {
        String number = "F-" + customer;
        assertThat(sara.put("/products/" + number, "{\"title\":\"Foreign\",\"active\":true}")
                        .status())
                .isEqualTo(200);
        Reply order = sara.put(
                "/orders/" + number,
                "{\"kind\":\"ORDER\",\"customer\":\"" + customer + "\",\"status\":\"packed\",\"statusKind\":\"OPEN\","
                        + "\"placedAt\":\"2026-11-01T08:00:00Z\",\"lines\":[{\"product\":\"" + number
                        + "\",\"quantity\":1,\"priceMinor\":1,\"currency\":\"EUR\",\"status\":\"\"}]}");
        assertThat(order.status()).as(order.text()).isEqualTo(200);
        ids.put("/products/{number}", number);
        ids.put("/orders/{number}", number);
    }

    private static void addConfiguration(Map<String, String> ids, TestBrowser sara, TestCentre centre) {
        if (sara.get("/config/channels/CHAT").status() == 404) {
            Reply rule = sara.put("/config/channels/CHAT", "{\"units\":30,\"interruptedBy\":[],\"limit\":3}");
            assertThat(rule.status()).as(rule.text()).isEqualTo(200);
        }
        Reply mailRule = sara.put(
                "/config/mailRules/foreign",
                "{\"title\":{\"en\":\"F\",\"zh\":\"F\"},\"place\":1,\"enabled\":true,\"when\":\"false\",\"then\":{\"skills\":{},"
                        + "\"tier\":0,\"headStart\":0,\"tags\":[],\"spam\":false,\"goOn\":true}}");
        assertThat(mailRule.status()).as(mailRule.text()).isIn(200, 409);
        Reply template = sara.put(
                "/config/mailTemplates/foreign",
                "{\"title\":{\"en\":\"F\",\"zh\":\"F\"},\"purpose\":\"CANNED\",\"texts\":{\"en\":{\"subject\":\"\",\"body\":\"x\"}}}");
        assertThat(template.status()).as(template.text()).isIn(200, 409);
        ids.put("/config/mailRules/{id}", "foreign");
        ids.put("/config/mailTemplates/{id}", "foreign");
        ids.put("/config/skills/{id}", "sales");
        ids.put("/config/teams/{id}", "backoffice");
        ids.put("/config/calendars/{id}", "always");
        ids.put("/config/queues/{id}", "sales");
        ids.put("/config/breakReasons/{id}", "lunch");
        ids.put("/config/dispositions/{id}", "sold");
        ids.put("/config/agents/{id}", centre.agent("anna").toString());
        ids.put("/config/channels/{id}", "CHAT");
        ids.put("/config/customerSegments/{id}", "vip");
        ids.put("/config/caseTypes/{id}", "fault");
        ids.put("/config/caseCategories/{id}", "line");
    }

    /** With a file, as if it had come while Anna was on it. */
    private static UUID mail(TestCentre centre, InteractionId interaction) throws IOException {
        Instant now = Instant.now();
        UUID id = UuidV7.next(now);
        String raw = "From: x@foreign.example\r\nContent-Type: application/pdf; name=x.pdf\r\n\r\n%PDF-1.4 foreign";
        Blob blob = centre.blobs().put(new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)), 1_000);
        Mails mails = new Mails(centre.db());
        mails.store(List.of(new Mails.Arrival(
                new Received(id, "mail", blob.sha256(), blob.size(), Optional.empty(), id.toString(), now),
                new Place.Pop(id.toString()))));
        MailContent content = new MailContent(
                "Foreign",
                "",
                "",
                Optional.of("<p>Foreign</p>"),
                Optional.empty(),
                List.of(new MailContent.Attachment(
                        "1", "x.pdf", "application/pdf", 1, false, Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        mails.settle(new Mails.Reading(
                id,
                Mail.State.ROUTED,
                id,
                Optional.empty(),
                Optional.of(interaction.value()),
                "HUMAN",
                MailAddress.of("x@foreign.example"),
                Recipients.to(MailAddress.of("support@demo-shop.example")),
                "Foreign",
                content,
                Optional.empty()));
        return id;
    }

    private static String token(TestCentre centre) {
        UUID sara = centre.agent("sara").value();
        Actor maker = new Actor(sara, Role.ADMINISTRATOR, Set.of(), Optional.empty(), Instant.now());
        return new ApiTokens(centre.db())
                .make("foreign", Set.of("customer.read"), Optional.empty(), maker)
                .token()
                .id()
                .toString();
    }

    private static String made(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().path("id").asText();
    }

    String id(String template) {
        return Optional.ofNullable(ids.get(template)).orElseThrow();
    }

    /** With the id of the record there is, else of none. */
    String path(Operation operation) {
        String path = operation.getOpenAPIPath();
        return ids.entrySet().stream()
                .filter(one -> path.startsWith(one.getKey()))
                .map(one -> one.getKey().substring(0, one.getKey().indexOf('{'))
                        + one.getValue()
                        + path.substring(one.getKey().length()))
                .findFirst()
                .orElseGet(() -> path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()));
    }
}
