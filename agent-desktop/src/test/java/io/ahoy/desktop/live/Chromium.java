package io.ahoy.desktop.live;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The machine's own Chromium without a window, with a microphone that hums, driven by Playwright: by the copy that npm installs for
 * the browser app, because the one in Playwright's jar is 200 MB.
 */
public final class Chromium implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--no-sandbox",
            "--autoplay-policy=no-user-gesture-required",
            "--disable-features=WebRtcHideLocalIpsWithMdns");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium launch() {
        System.setProperty("playwright.cli.dir", driver().toString());
        Playwright playwright = Playwright.create();
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program("chromium"))
                        .setArgs(ARGUMENTS));
        return new Chromium(playwright, browser);
    }

    public Browser browser() {
        return browser;
    }

    /** A browser in which this agent is signed in already. */
    public BrowserContext of(AgentClient agent, URI server) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setBaseURL(server.toString()));
        String[] cookie = agent.cookie().split("=", 2);
        context.addCookies(List.of(new Cookie(cookie[0], cookie[1]).setUrl(server.toString())));
        return context;
    }

    /** Playwright looks for {@code node} and {@code package/cli.js} in one folder. */
    private static Path driver() {
        Path packages = Path.of(System.getProperty("ahoy.top", ".."), "agent-desktop/web/node_modules/playwright-core");
        Path folder = Path.of("target", "playwright").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            link(folder.resolve("node"), program("node"));
            link(folder.resolve("package"), packages.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException("Playwright is missing; in agent-desktop/web run npm ci", e);
        }
        return folder;
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private static Path program(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        name + " is not installed; on Debian: apt-get install chromium nodejs"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
