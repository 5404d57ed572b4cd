package io.ahoy.desktop.live;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * The real Ahoy as {@code ./ahoy run} starts it, in a child process with a data folder, database, Asterisk and ports of its own.
 * Either a JUnit extension ({@code @RegisterExtension static}) or started and closed by hand. Its output is written to
 * {@code ahoy.out} of its folder and shown with a failing test; the folder is kept unless all tests have passed.
 */
public final class LiveAhoy
        implements AutoCloseable, BeforeAllCallback, AfterAllCallback, TestExecutionExceptionHandler, TestWatcher {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final int LINES_SHOWN = 80;
    private static final String MARIADB = "mariadb.pid";
    private static final String ASTERISK = "asterisk.pid";

    private final Path folder;
    private final LiveData data;
    private final LivePorts ports = LivePorts.free();
    private final Map<String, String> environment = new TreeMap<>();
    private int extraAgents;
    private boolean siteHasPbx;
    private @Nullable SitePbx sitePbx;
    private @Nullable Process process;
    private boolean failed;

    private LiveAhoy(Path folder) {
        this.folder = folder;
        this.data = new LiveData(folder.resolve("data"));
        environment.putAll(ports.environment());
        environment.put("AHOY_DATA", data.folder().toString());
        environment.put(
                "AHOY_HOME",
                System.getProperty("ahoy.top", Path.of("..").toAbsolutePath().toString()));
    }

    /** With a fresh folder below {@code target/live}, of a short name: the path of a socket has at most 107 bytes. */
    public static LiveAhoy named(String name) {
        try {
            Path parent = Files.createDirectories(Path.of("target", "live").toAbsolutePath());
            for (int number = 1; ; number++) {
                Path folder = parent.resolve(name + number);
                if (Files.notExists(folder)) {
                    return new LiveAhoy(Files.createDirectory(folder));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Overrides a setting, such as {@code AHOY_VOICE_PBX}. */
    public LiveAhoy with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Callers hear no menu but go straight into this queue's line. */
    public LiveAhoy withoutMenu(String queue) {
        Path script = folder.resolve("straight.ivr");
        try {
            Files.writeString(script, "languages en\n\nenqueue straight\n    queue " + queue + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return with("AHOY_VOICE_SCRIPT", script.toString());
    }

    /** Agents beside the demo team, with all skills: see {@link LiveData#addAgents}. */
    public LiveAhoy withAgents(int count) {
        extraAgents = count;
        return this;
    }

    /** An Asterisk of the site instead of Ahoy's own, and {@link #amiLink} between them. Ahoy leaves it alone when it ends. */
    public LiveAhoy withSitePbx() {
        siteHasPbx = true;
        return this;
    }

    // ---- its life

    /** Returns when its web server answers; again after {@link #kill9} or {@link #stop}, on the same data and ports. */
    public LiveAhoy start() {
        if (extraAgents > 0 && !Files.exists(data.mariaDb())) {
            data.addAgents(extraAgents, ports.database());
        }
        if (siteHasPbx && sitePbx == null) {
            SitePbx pbx = SitePbx.start(
                    data.folder().resolve("site-pbx"),
                    Path.of(environment.getOrDefault("AHOY_HOME", "")).resolve("config/asterisk"),
                    ports.agi(),
                    LiveData.extensions(extraAgents));
            sitePbx = pbx;
            environment.putAll(pbx.environment());
        }
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(
                List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath(), "io.ahoy.desktop.Main", "run"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("AHOY_"));
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            process = started;
            await().atMost(START_LIMIT)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> !started.isAlive() || answers());
            if (!started.isAlive()) {
                throw new IllegalStateException("Ahoy ended with " + started.exitValue() + "\n" + lastOutput());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** As the power cut would, for Ahoy alone: MariaDB and Asterisk run on. */
    public void kill9() {
        Process running = running();
        running.destroyForcibly();
        awaitEnd(running);
    }

    /** As Ctrl-C does: in good order, with everything it started. */
    public void stop() {
        Process running = running();
        running.destroy();
        awaitEnd(running);
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null && running.isAlive()) {
            running.destroy();
            if (!ended(running)) {
                running.destroyForcibly();
            }
        }
        SitePbx pbx = sitePbx;
        if (pbx != null) {
            pbx.close();
        }
        // After a kill these outlived it, which is their duty; not to be left to the machine.
        for (String daemon : List.of(ASTERISK, MARIADB)) {
            data.daemon(daemon).ifPresent(handle -> {
                handle.destroyForcibly();
                // While it dies it may still write.
                await().atMost(STOP_LIMIT).until(() -> !handle.isAlive());
            });
        }
    }

    // ---- where it is

    public URI web() {
        return URI.create("http://127.0.0.1:" + ports.web());
    }

    public LivePorts ports() {
        return ports;
    }

    public LiveData data() {
        return data;
    }

    /** For logs and scenarios of whoever talks to it. */
    public Path folder() {
        return folder;
    }

    public ProcessHandle process() {
        return running().toHandle();
    }

    public ProcessHandle mariaDb() {
        return data.daemon(MARIADB).orElseThrow(() -> new IllegalStateException("MariaDB does not run"));
    }

    public ProcessHandle asterisk() {
        return data.daemon(ASTERISK).orElseThrow(() -> new IllegalStateException("Asterisk does not run"));
    }

    /** Where calls come in. */
    public int sipPort() {
        SitePbx pbx = sitePbx;
        return pbx == null ? ports.sip() : pbx.sipPort();
    }

    /** The way from Ahoy to {@link #withSitePbx}. */
    public CuttableLink amiLink() {
        SitePbx pbx = sitePbx;
        if (pbx == null) {
            throw new IllegalStateException("the Asterisk is Ahoy's own");
        }
        return pbx.link();
    }

    /** What it has printed. */
    public Path output() {
        return folder.resolve("ahoy.out");
    }

    // ---- who uses it

    public AgentClient signIn(String login) {
        return AgentClient.signIn(web(), login, LiveData.PASSWORD);
    }

    /** @param extensions whose desk phones; they belong to the demo team or {@link #withAgents} */
    public SippPhones phones(PhoneManner manner, String... extensions) {
        Map<String, String> secrets = new TreeMap<>(data.phoneSecrets());
        secrets.keySet().retainAll(List.of(extensions));
        return SippPhones.register(folder("phones"), sipPort(), secrets, manner);
    }

    public SippCallers call(List<String> numbers, int perSecond) {
        return SippCallers.call(folder("callers"), sipPort(), "500", numbers, perSecond);
    }

    /** One caller who says of himself what he likes. */
    public SippCallers call(SippCallers.From from) {
        return SippCallers.callFrom(folder("callers"), sipPort(), "500", List.of(from), 1);
    }

    private Path folder(String name) {
        try {
            return Files.createTempDirectory(folder, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- as a JUnit extension

    @Override
    public void beforeAll(ExtensionContext context) {
        try {
            start();
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        finish(!failed && context.getExecutionException().isEmpty());
    }

    /** Who has failed is to be looked into; the others would fill the disk, some 400 MB each. */
    void finish(boolean passed) {
        close();
        if (passed) {
            LiveData.delete(folder);
        }
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable failure) {
        failed = true;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failure.addSuppressed(new AssertionError("meanwhile Ahoy (" + output() + ") said:\n" + lastOutput()));
        throw failure;
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(web().resolve("/api/v1/session"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 204;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Surefire gives the real one in a property of its own when it starts the tests from a jar of references. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        // The tests' own resources, such as their logging, are none of Ahoy's.
        return Stream.of(all.split(":"))
                .filter(entry -> !entry.endsWith("/test-classes"))
                .collect(Collectors.joining(":"));
    }

    private Process running() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    private void awaitEnd(Process ending) {
        if (!ended(ending)) {
            throw new IllegalStateException("Ahoy still runs after " + STOP_LIMIT + "\n" + lastOutput());
        }
    }

    private static boolean ended(Process ending) {
        try {
            return ending.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String lastOutput() {
        try {
            List<String> lines = Files.exists(output()) ? Files.readAllLines(output()) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
