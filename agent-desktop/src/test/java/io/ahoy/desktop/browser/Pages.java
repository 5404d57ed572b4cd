package io.ahoy.desktop.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;

/** What the browser tests do on every page. */
final class Pages {
    /** Generous: the machine that runs the tests also runs Asterisk, MariaDB and two browsers. */
    static final Duration SOON = Duration.ofSeconds(60);

    private Pages() {}

    static Page open(BrowserContext context, String path) {
        context.setDefaultTimeout(SOON.toMillis());
        Page page = context.newPage();
        page.navigate(path);
        return page;
    }

    static Locator at(Page page, String testId) {
        return page.getByTestId(testId);
    }

    static void awaitState(Page page, String state) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(at(page, "state").getAttribute("data-state")).isEqualTo(state));
    }

    /** The keyboard goes on there. */
    static void awaitFocus(Page page, String testId) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(page.evaluate("document.activeElement.dataset.testid || 'nowhere'"))
                        .isEqualTo(testId));
    }

    static void awaitSound(Page page) {
        Sound before = Sound.in(page);
        await().atMost(SOON).until(() -> Sound.in(page).flowsSince(before));
    }

    /** The rules of WCAG that a program can check. */
    static void awaitAccessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    /** Into {@code target/shots}; with {@code -Dahoy.write=true} also where the README shows it. */
    static void shoot(Page page, String name) {
        byte[] picture = page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target", "shots", "live-" + name + ".png")));
        assertThat(picture).isNotEmpty();
        if (Boolean.getBoolean("ahoy.write")) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(System.getProperty("ahoy.top", ".."), "docs", "images", name + ".png")));
        }
    }
}
