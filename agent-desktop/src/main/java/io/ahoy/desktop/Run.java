package io.ahoy.desktop;

import io.ahoy.config.AhoyConfig;
import io.ahoy.config.AhoyConfigLoader;
import io.ahoy.config.ConfigProblems;
import io.ahoy.desktop.wiring.Ahoy;
import io.ahoy.desktop.wiring.Greeting;
import io.ahoy.desktop.wiring.StartProblem;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ahoy run}: starts everything and stays until it is stopped. */
@Command(
        name = "ahoy",
        description = "Starts the contact centre and everything it needs.",
        mixinStandardHelpOptions = true)
final class Run implements Callable<Integer> {
    private static final int CANNOT_START = 1;
    private static final int STOPPED = 3;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "settings; without it ahoy.yaml beside the program if there is one, else the defaults")
    private @Nullable Path file;

    @Override
    public Integer call() throws InterruptedException {
        AhoyConfig config;
        try {
            config = AhoyConfigLoader.load(file(), System.getenv());
        } catch (ConfigProblems e) {
            tell(System.err, "Ahoy does not start, because its configuration is wrong:");
            e.lines().forEach(line -> tell(System.err, "  " + line));
            return CANNOT_START;
        }
        prepareLog(config);
        return run(config);
    }

    /** Before the first logger exists: where the log goes and what it holds is the operator's choice. */
    private static void prepareLog(AhoyConfig config) {
        System.setProperty("ahoy.log", config.data().resolve("log").toString());
        Path file = top().resolve("config/logback.xml");
        if (System.getProperty("logback.configurationFile") == null && Files.exists(file)) {
            System.setProperty("logback.configurationFile", file.toString());
        }
    }

    private Optional<Path> file() {
        if (file != null) {
            return Optional.of(file);
        }
        return Optional.of(top().resolve("ahoy.yaml")).filter(Files::exists);
    }

    /** The launcher tells where it lies. */
    private static Path top() {
        String told = System.getProperty("ahoy.top", System.getenv().getOrDefault("AHOY_HOME", ""));
        return Path.of(told).toAbsolutePath();
    }

    private static int run(AhoyConfig config) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger code = new AtomicInteger();
        Ahoy.Running running;
        try {
            running = Ahoy.start(config, top(), () -> {
                code.set(STOPPED);
                end.countDown();
            });
        } catch (StartProblem e) {
            tell(System.err, "Ahoy does not start. " + e.getMessage());
            LoggerFactory.getLogger(Run.class).debug("The start failed", e);
            return CANNOT_START;
        } catch (RuntimeException e) {
            tell(
                    System.err,
                    "Ahoy does not start because of a bug; " + config.data().resolve("log/ahoy.log")
                            + " has the details.");
            LoggerFactory.getLogger(Run.class).error("The start failed: {}", e.toString());
            LoggerFactory.getLogger(Run.class).debug("The start failed", e);
            return CANNOT_START;
        }
        // Ctrl-C and SIGTERM run this.
        Thread stop = new Thread(() -> stop(running), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        Greeting.lines(config, running.started()).forEach(line -> tell(System.out, line));
        end.await();
        return code.get();
    }

    private static void stop(Ahoy.Running running) {
        tell(System.out, "Stopping.");
        running.ahoy().close();
        tell(System.out, "Stopped.");
    }

    private static void tell(PrintStream where, String line) {
        where.println(line);
        where.flush();
    }
}
