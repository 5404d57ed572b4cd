package io.ahoy.desktop;

import io.ahoy.config.AhoyConfig;
import io.ahoy.config.AhoyConfigLoader;
import io.ahoy.config.ConfigProblems;
import io.ahoy.desktop.wiring.Ahoy;
import io.ahoy.desktop.wiring.DataFolder;
import io.ahoy.desktop.wiring.Greeting;
import io.ahoy.desktop.wiring.StartProblem;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ahoy run}: starts everything and stays until it is stopped. */
@Command(
        name = "run",
        description = "Starts the contact centre and everything it needs.",
        mixinStandardHelpOptions = true)
final class Run implements Callable<Integer> {
    private static final int CANNOT_START = 1;
    private static final int ROUTER_STOPPED = 3;
    private static final int STOPPED_EARLY = 130;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "settings; without it ahoy.yaml beside the program if there is one, else the defaults")
    private @Nullable Path file;

    @Override
    public Integer call() {
        AhoyConfig config;
        try {
            config = AhoyConfigLoader.load(file(), System.getenv());
        } catch (ConfigProblems e) {
            tell(System.err, "Ahoy does not start, because its configuration is wrong:");
            e.lines().forEach(line -> tell(System.err, "  " + line));
            return CANNOT_START;
        }
        prepareLog(config);
        try {
            return run(config);
        } catch (StartProblem e) {
            tell(System.err, "Ahoy does not start. " + e.getMessage());
            LoggerFactory.getLogger(Run.class).debug("The start failed", e);
            return CANNOT_START;
        } catch (InterruptedException stopped) {
            return STOPPED_EARLY;
        } catch (RuntimeException e) {
            tell(System.err, "Ahoy does not start because of a bug; " + logFile(config) + " has the details.");
            LoggerFactory.getLogger(Run.class).debug("The start failed", e);
            return CANNOT_START;
        }
    }

    /** Before the first logger exists: where the log goes and what it holds is the operator's choice. */
    private static void prepareLog(AhoyConfig config) {
        System.setProperty("ahoy.log", DataFolder.log(config).toString());
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

    private static int run(AhoyConfig config) throws StartProblem, InterruptedException {
        CountDownLatch routerStopped = new CountDownLatch(1);
        Ahoy ahoy = new Ahoy(config, top(), routerStopped::countDown);
        Thread starter = Thread.currentThread();
        AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
        // Ctrl-C and SIGTERM run this, during the start as well.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(ahoy, phase.get(), starter), "stop"));
        Phase outcome = Phase.FAILED;
        try {
            Ahoy.Started started = ahoy.start();
            Greeting.lines(config, started).forEach(line -> tell(System.out, line));
            outcome = Phase.RUNNING;
        } finally {
            phase.set(outcome);
        }
        routerStopped.await();
        tell(System.err, "The router has stopped by itself; " + logFile(config) + " tells why.");
        return ROUTER_STOPPED;
    }

    private enum Phase {
        STARTING,
        RUNNING,
        /** Nothing is left to be stopped, and why has been said. */
        FAILED
    }

    private static void stop(Ahoy ahoy, Phase phase, Thread starter) {
        if (phase == Phase.FAILED) {
            return;
        }
        tell(System.out, "Stopping ...");
        LoggerFactory.getLogger(Run.class).info("Stopping");
        if (phase == Phase.STARTING) {
            starter.interrupt();
        }
        ahoy.close();
        tell(System.out, Greeting.farewell(ahoy));
    }

    private static Path logFile(AhoyConfig config) {
        return config.data().resolve("log/ahoy.log");
    }

    private static void tell(PrintStream where, String line) {
        where.println(line);
        where.flush();
    }
}
