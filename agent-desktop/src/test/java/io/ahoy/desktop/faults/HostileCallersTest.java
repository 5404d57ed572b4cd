package io.ahoy.desktop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.ahoy.desktop.live.AgentClient;
import io.ahoy.desktop.live.Chromium;
import io.ahoy.desktop.live.FeedClient;
import io.ahoy.desktop.live.LiveAhoy;
import io.ahoy.desktop.live.PhoneManner;
import io.ahoy.desktop.live.SippCallers;
import io.ahoy.desktop.live.SippCallers.From;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Callers whose names and numbers are commands: to Asterisk's manager, its dialplan, the shell, the database, the browser. */
class HostileCallersTest {
    private static final int SHOWN_MAX = 64;
    /** Long enough for the offer card to be looked at. */
    private static final Duration RINGING = Duration.ofSeconds(4);

    private static final String EVIL_ACTION =
            "%0D%0A%0D%0AAction%3A%20Originate%0D%0AChannel%3A%20Local%2F500%40ahoy-in%0D%0AApplication%3A%20Wait%0D%0AData%3A%209";
    private static final Set<String> ACTIONS = Set.of(
            "login",
            "challenge",
            "coresettings",
            "ping",
            "status",
            "originate",
            "bridge",
            "redirect",
            "hangup",
            "setvar",
            "muteaudio",
            "logoff",
            "events");

    @RegisterExtension
    static final LiveAhoy AHOY =
            LiveAhoy.named("evil").withoutMenu("sales").withAgents(1).withSitePbx();

    @Test
    void areTakenLikeAnybodyElse() {
        Path touched = AHOY.folder().resolve("touched");
        List<From> callers = List.of(
                new From("+49307110001" + EVIL_ACTION, "\"Line breaks in the number\""),
                new From("+49307110002%00%00%1B%5B31m", "\"NUL and \u0007 bell \u001B[31m\u007F and \t tab\""),
                new From("'%20OR%201=1%20--%20", "\"Robert'), DROP TABLE agent -- \""),
                new From("$%7BSHELL(touch%20" + touched + ")%7D", "\"${SHELL(touch " + touched + ")} $[1+1]\""),
                new From("%3Cscript%3E", "\"<img src=x onerror=document.title=1><script>document.title=1</script>\""),
                new From("+49307110003", "\"\\\"quoted\\\" \\\\ backslash\\\\\""),
                new From("+49307110004", "\"\u00FF\u00FE not UTF-8 \u00E2\u0080\u00AE turned round\""),
                new From("9".repeat(10_000), "\"Long number\""),
                new From("+49307110005", "\"" + "long name ".repeat(1_000) + "\""),
                new From("anonymous", "\"Anonymous\""));
        try (Shift shift = Shift.of(AHOY, PhoneManner.answersAfter(RINGING), "agent2001");
                Chromium chromium = Chromium.launch();
                BrowserContext agents = chromium.of(shift.agent("2001"), AHOY.web());
                BrowserContext supervisors = chromium.of(shift.supervisor(), AHOY.web())) {
            Page page = agents.newPage();
            page.navigate("/");
            Page board = supervisors.newPage();
            board.navigate("/board");
            for (From caller : callers) {
                takenNormally(shift, caller, page, board);
            }
        }
        assertThat(Files.exists(touched)).isFalse();
        onlyOurActions(callers.size());
    }

    @Test
    void getTheGuestsAccountFromThePageAndNoOther() {
        try (AgentClient anybody = AHOY.signIn("sara")) {
            await().untilAsserted(() -> {
                JsonNode page = anybody.get("/contact").expect(200).json();
                assertThat(page.path("voice").asBoolean()).isTrue();
                assertThat(page.at("/phone/user").asText()).isEqualTo("webguest");
                assertThat(page.at("/phone/secret").asText()).isNotEmpty();
            });
        }
    }

    private static void takenNormally(Shift shift, From from, Page page, Page board) {
        AgentClient agent = shift.agent("2001");
        shift.awaitState(agent, "READY");
        agent.onBreak("training");
        try (SippCallers caller = AHOY.call(from)) {
            String interaction = waits(shift);
            showsOnBoard(board, shift, interaction);
            page.getByTestId("nav-work").click();
            agent.ready();
            showsOnOfferCard(page, shift.contact(interaction));
            shift.awaitTalking(1);
            shift.awaitState(agent, "ON_CONTACT");
            plainInFeed(agent.feed().frames("interaction"), interaction);
            plainInFeed(shift.supervisor().feed().frames("board"), interaction);
            showsInConversation(page, shift.contact(interaction));
            caller.get(0).hangUp();
            shift.awaitState(agent, "WRAP_UP");
            agent.wrapUp();
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(
                                    shift.contact(interaction).path("state").asText())
                            .isEqualTo("CLOSED"));
            JsonNode contact = shift.contact(interaction);
            assertThat(contact.path("cause").asText()).isEqualTo("CUSTOMER_HUNG_UP");
            String shown = contact.path("from").asText();
            assertThat(shown).hasSizeLessThanOrEqualTo(SHOWN_MAX);
            assertThat(shown.codePoints().filter(HostileCallersTest::isUnprintable))
                    .isEmpty();
            showsInHistory(page, contact);
        }
    }

    private static String waits(Shift shift) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shift.interactionsInLine().size() == 1);
        return shift.interactionsInLine().getFirst();
    }

    private static void showsOnBoard(Page board, Shift shift, String interaction) {
        Locator row = board.getByTestId("waiting-row-" + interaction);
        showsOnlyText(row, shift.contact(interaction));
        unharmed(board);
    }

    private static void showsOnOfferCard(Page page, JsonNode contact) {
        showsOnlyText(page.getByTestId("offer-card"), contact);
        unharmed(page);
    }

    /** Of the elements in which names could be made into others. */
    private static void showsOnlyText(Locator place, JsonNode contact) {
        place.waitFor();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(place.textContent()).contains(shownOf(contact)));
        assertThat(place.locator("img, script, iframe, object, embed, style, link, a:not([href^='/'])")
                        .count())
                .isZero();
    }

    /** What offer card and board are made from: values, and none of them more than a line of plain characters. */
    private static void plainInFeed(List<FeedClient.Frame> frames, String interaction) {
        List<JsonNode> about = frames.stream()
                .flatMap(frame -> Stream.concat(
                        Stream.of(frame.json().path("interaction")),
                        StreamSupport.stream(frame.json().path("waiting").spliterator(), false)))
                .filter(node -> node.path("id").asText().equals(interaction))
                .toList();
        assertThat(about).isNotEmpty().allSatisfy(node -> {
            assertThat(node.path("from").asText()).hasSizeLessThanOrEqualTo(SHOWN_MAX);
            assertThat(node.at("/customer/name").asText()).hasSizeLessThanOrEqualTo(SHOWN_MAX);
            assertThat(texts(node).flatMapToInt(String::codePoints).filter(HostileCallersTest::isUnprintable))
                    .isEmpty();
        });
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isContainerNode()
                ? StreamSupport.stream(node.spliterator(), false).flatMap(HostileCallersTest::texts)
                : Stream.of(node.asText());
    }

    private static boolean isUnprintable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR;
    }

    private static void showsInConversation(Page page, JsonNode contact) {
        page.getByTestId("nav-work").click();
        page.getByTestId("contact").waitFor();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(page.locator("body").textContent()).contains(shownOf(contact)));
        unharmed(page);
    }

    private static void showsInHistory(Page page, JsonNode contact) {
        page.getByTestId("nav-contacts").click();
        Locator row = page.locator("[data-testid=history-row][data-interaction='"
                + contact.path("id").asText() + "']");
        row.waitFor();
        assertThat(row.textContent()).contains(shownOf(contact));
        unharmed(page);
    }

    /** Whoever withholds his number has none to show. */
    private static String shownOf(JsonNode contact) {
        return contact.path("withheld").asBoolean() ? "" : contact.path("from").asText();
    }

    private static void unharmed(Page page) {
        assertThat(page.title()).isNotEqualTo("1");
        assertThat(page.locator("img[src=x], body script:not([src])").count()).isZero();
    }

    /** Every packet to Asterisk holds one action, which is one of ours, and nobody was rung but the agent. */
    private static void onlyOurActions(int calls) {
        String said = AHOY.amiLink().said();
        assertThat(said).doesNotContain("\u0000");
        List<String> packets = List.of(said.strip().split("\r\n\r\n"));
        for (String packet : packets) {
            List<String> actions = packet.lines()
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .filter(line -> line.startsWith("action:"))
                    .map(line -> line.substring("action:".length()).strip())
                    .toList();
            assertThat(actions).as(packet).hasSize(1).isSubsetOf(ACTIONS);
        }
        assertThat(packets.stream()
                        .filter(packet -> packet.toLowerCase(Locale.ROOT).startsWith("action: originate")))
                .hasSize(calls)
                .allSatisfy(packet -> assertThat(packet).contains("PJSIP/2001"));
    }
}
