package io.ahoy.desktop.browser;

import static io.ahoy.desktop.browser.Pages.SOON;
import static io.ahoy.desktop.browser.Pages.at;
import static io.ahoy.desktop.browser.Pages.awaitAccessible;
import static io.ahoy.desktop.browser.Pages.awaitFocus;
import static io.ahoy.desktop.browser.Pages.awaitSound;
import static io.ahoy.desktop.browser.Pages.awaitState;
import static io.ahoy.desktop.browser.Pages.open;
import static io.ahoy.desktop.browser.Pages.shoot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.ahoy.desktop.live.Chromium;
import io.ahoy.desktop.live.Ear;
import io.ahoy.desktop.live.LiveAhoy;
import io.ahoy.desktop.live.SippCallers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person at the desk answers a telephone call in the browser, from the ring to the history. */
class CallInBrowserTest {
    private static final String KNOWN = "+49301234561";

    @RegisterExtension
    static final LiveAhoy AHOY = LiveAhoy.named("browser").withoutMenu("sales");

    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void anAgentAnswersSpeaksWrapsUpAndFindsTheCallInTheHistory() {
        try (BrowserContext desk = context();
                BrowserContext office = context()) {
            Page page = signIn(desk, "anna");
            Page board = signIn(office, "sara");
            at(page, "become-ready").click();
            awaitState(page, "READY");
            try (SippCallers caller = AHOY.call(List.of(KNOWN), 1)) {
                at(page, "offer-card").waitFor();
                at(page, "offer-who").getByText("Jürgen Groß").first().waitFor();
                shoot(page, "desktop-offer");
                page.keyboard().press("Enter");
                awaitState(page, "ON_CONTACT");
                awaitSound(page);
                // Chromium's microphone beeps once a second; no hold music plays in a conversation.
                await().atMost(SOON)
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> caller.get(0).ear().hears().equals(Ear.MUSIC));
                shoot(page, "desktop");
                awaitAccessible(page);
                await().atMost(SOON)
                        .until(() -> board.locator("[data-testid^=seat-][data-extension='1001'][data-state=ON_CONTACT]")
                                        .count()
                                == 1);
                shoot(board, "board");
                awaitAccessible(board);

                goesThroughATransferAndBackByKeyboard(page);
                at(page, "mute").click();
                awaitMuted(page, caller);
                page.reload();
                awaitState(page, "ON_CONTACT");
                awaitSound(page);
                assertThat(caller.get(0).isOnTheLine()).isTrue();
                awaitMuted(page, caller);

                at(page, "end").click();
                awaitState(page, "WRAP_UP");
                await().atMost(SOON).until(() -> caller.get(0).endedAt().isPresent());
            }
            at(page, "disposition").selectOption("solved");
            at(page, "note").fill("Asked for <b>two</b> chairs");
            at(page, "wrap-up-done").click();
            awaitState(page, "READY");
            awaitFocus(page, "state-button");
            at(page, "nav-contacts").click();
            page.getByText("Asked for <b>two</b> chairs").first().waitFor();
            Locator row = at(page, "history-row").first();
            assertThat(row.textContent()).contains("Jürgen Groß", "Solved");
            row.locator("summary").focus();
            page.keyboard().press("Enter");
            row.getByTestId("contact-details").getByText("Anna Weber").waitFor();
            awaitAccessible(page);
        }
    }

    @Test
    void aCustomerCallsFromThePageAndIsAnswered() {
        try (BrowserContext desk = context();
                BrowserContext home = context()) {
            Page agent = signIn(desk, "bo");
            at(agent, "become-ready").click();
            awaitState(agent, "READY");
            Page customer = open(home, "/contact");
            awaitAccessible(customer);
            shoot(customer, "contact");
            at(customer, "call-button").click();
            at(agent, "accept").click();
            awaitState(agent, "ON_CONTACT");
            awaitSound(agent);
            awaitSound(customer);
            at(customer, "call-time").waitFor();
            awaitAccessible(customer);
            shoot(customer, "contact-call");
            at(customer, "hang-up-button").click();
            awaitState(agent, "WRAP_UP");
        }
    }

    private static void goesThroughATransferAndBackByKeyboard(Page page) {
        page.keyboard().press("t");
        awaitFocus(page, "transfer-queue-support");
        page.keyboard().press("Escape");
        awaitFocus(page, "transfer");
        page.keyboard().press("k");
        awaitFocus(page, "key-1");
        page.keyboard().press("Escape");
        awaitFocus(page, "keys");
    }

    /** It is shown, and for longer than the microphone's pauses last nothing is heard of it. */
    private static void awaitMuted(Page page, SippCallers caller) {
        await().atMost(SOON).until(() -> "true".equals(at(page, "mute").getAttribute("aria-pressed")));
        await().atMost(SOON)
                .during(Duration.ofSeconds(3))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !caller.get(0).ear().hears().equals(Ear.MUSIC));
    }

    private static Page signIn(BrowserContext context, String login) {
        Page page = open(context, "/");
        at(page, "login").fill(login);
        at(page, "password").fill("ahoy");
        at(page, "sign-in").click();
        at(page, login.equals("sara") ? "board" : "state-button").waitFor();
        return page;
    }

    private static BrowserContext context() {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(AHOY.web().toString())
                        .setLocale("en-GB")
                        .setViewportSize(1280, 800)
                        .setPermissions(List.of("microphone")));
    }
}
