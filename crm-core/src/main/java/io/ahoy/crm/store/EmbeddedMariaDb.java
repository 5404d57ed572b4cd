package io.ahoy.crm.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB of our own, in one folder, for whoever has none. The daemon runs in a session of its own, so it outlives Ctrl-C and
 * the death of the JVM; the next {@link #start} in the same folder takes it over. It listens on 127.0.0.1 only.
 *
 * <p>The folder holds {@code program-…}, {@code data}, {@code mariadb.log}, {@code mariadb.pid} and {@code access.properties}.
 */
public final class EmbeddedMariaDb {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int FREE_PORT_ATTEMPTS_MAX = 5;
    private static final int SCHEMA_NAME_MAX = 60;

    private final MariaDbHome home;
    /** Serialises start, restart and stop, which are nothing but I/O; nobody else ever waits for it. */
    private final ReentrantLock life = new ReentrantLock();

    private volatile MariaDbAccess access;
    private volatile ProcessHandle daemon;
    private boolean stopped;

    private EmbeddedMariaDb(MariaDbHome home, MariaDbAccess access, ProcessHandle daemon) {
        this.home = home;
        this.access = access;
        this.daemon = daemon;
    }

    /**
     * Starts the database of this folder, making it if it is new, or takes over the one that still runs there.
     *
     * @param folder not below {@code java.io.tmpdir}, which is swept
     * @param port 0: the one of the last time if it is free, else any. A daemon taken over keeps its port.
     * @throws DatabaseUnusable when that is impossible; the message says why and what to do
     */
    public static EmbeddedMariaDb start(Path folder, int port) {
        Path home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            // Two starts in one folder, say of two terminals, must not both make the data.
            try (FileChannel gate = FileChannel.open(
                            home.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = gate.lock()) {
                LOG.trace("Holding {}", held);
                return startAlone(new MariaDbHome(home), port);
            }
        } catch (IOException failure) {
            throw new DatabaseUnusable(
                    "The embedded MariaDB cannot use its folder " + home + ": " + failure
                            + ". Make it writable for this user, or set another data folder.",
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnusable("Interrupted while the embedded MariaDB started", interrupted);
        }
    }

    /** Whether a daemon lives in this folder; {@link #start} would take it over. */
    public static boolean isRunning(Path folder) {
        try {
            return new MariaDbHome(folder.toAbsolutePath().normalize())
                    .runningDaemon()
                    .isPresent();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Of the schema {@code ahoy}. */
    public String url() {
        return url(access, "ahoy");
    }

    /** Of another schema, which is made if it is new; its name begins with {@code ahoy}. */
    public String url(String schema) {
        execute("CREATE DATABASE IF NOT EXISTS", schema);
        return url(access, schema);
    }

    /** Of another schema, which loses everything it held: for tests, whose data folder outlives changes of the schema. */
    public String emptyUrl(String schema) {
        execute("DROP DATABASE IF EXISTS", schema);
        return url(schema);
    }

    public String user() {
        return access.user();
    }

    public String password() {
        return access.password();
    }

    public int port() {
        return access.port();
    }

    /** Of the daemon. */
    public long pid() {
        return daemon.pid();
    }

    /**
     * Restarts a daemon that died, on the same port; to be called now and then by a watchdog.
     *
     * @return whether it had to be restarted
     * @throws DatabaseUnusable when it cannot be restarted
     */
    public boolean ensureUp() {
        life.lock();
        try {
            if (stopped || daemon.isAlive()) {
                return false;
            }
            LOG.warn("MariaDB (process {}) has died; starting it again", daemon.pid());
            EmbeddedMariaDb again = start(home.folder(), access.port());
            access = again.access;
            daemon = again.daemon;
            return true;
        } finally {
            life.unlock();
        }
    }

    /** Ends the daemon in good order; it stays ended. */
    public void stop() {
        life.lock();
        try {
            stopped = true;
            daemon.destroy();
            if (!hasExited(daemon, STOP_LIMIT)) {
                LOG.warn("MariaDB (process {}) did not end within {}; killing it", daemon.pid(), STOP_LIMIT);
                daemon.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            life.unlock();
        }
    }

    private void execute(String command, String schema) {
        // A name cannot be a parameter; this pattern lets nothing through that could mean more.
        if (!schema.matches("ahoy[a-z0-9_]*") || schema.length() > SCHEMA_NAME_MAX) {
            throw new IllegalArgumentException("A schema is named ahoy followed by a-z, 0-9 and _, not " + schema);
        }
        try (Connection connection = connect(access);
                var statement = connection.createStatement()) {
            statement.execute(command + " " + schema);
        } catch (SQLException failure) {
            throw new DatabaseDown("Cannot " + command + " " + schema, failure);
        }
    }

    private static EmbeddedMariaDb startAlone(MariaDbHome home, int port) throws IOException, InterruptedException {
        Optional<MariaDbAccess> kept = MariaDbAccess.read(home.accessFile());
        Optional<ProcessHandle> running = home.runningDaemon();
        if (running.isPresent()) {
            Optional<EmbeddedMariaDb> takenOver = takeOver(home, kept, running.get());
            if (takenOver.isPresent()) {
                return takenOver.get();
            }
        }
        requireLinux();
        MariaDbProgram program = MariaDbProgram.in(home.folder());
        home.initialise(program);
        MariaDbAccess access = kept.orElseGet(() -> MariaDbAccess.create(port));
        if (port == 0) {
            return launchOnFreePort(home, program, access);
        }
        requireFree(port);
        return launch(home, program, access.withPort(port));
    }

    /** Empty when it was just about to end. */
    private static Optional<EmbeddedMariaDb> takeOver(
            MariaDbHome home, Optional<MariaDbAccess> kept, ProcessHandle running)
            throws IOException, InterruptedException {
        MariaDbAccess access = kept.orElseThrow(() -> new DatabaseUnusable(
                "A MariaDB (process " + running.pid() + ") runs in " + home.folder()
                        + " but access.properties is gone. End that process, then start again.",
                null));
        if (!becomesReady(home, access, running)) {
            return Optional.empty();
        }
        LOG.info("Took over MariaDB (process {}) on port {}", running.pid(), access.port());
        return Optional.of(new EmbeddedMariaDb(home, access, running));
    }

    private static EmbeddedMariaDb launchOnFreePort(MariaDbHome home, MariaDbProgram program, MariaDbAccess access)
            throws IOException, InterruptedException {
        int port = access.port() != 0 && isFree(access.port()) ? access.port() : anyFreePort();
        for (int attempt = 1; ; attempt++) {
            try {
                return launch(home, program, access.withPort(port));
            } catch (DatabaseUnusable failure) {
                // Between finding a free port and using it somebody else may have taken it.
                if (attempt == FREE_PORT_ATTEMPTS_MAX || isFree(port)) {
                    throw failure;
                }
                port = anyFreePort();
            }
        }
    }

    private static EmbeddedMariaDb launch(MariaDbHome home, MariaDbProgram program, MariaDbAccess access)
            throws IOException, InterruptedException {
        ProcessHandle daemon = home.launch(program, access);
        if (!becomesReady(home, access, daemon)) {
            throw new DatabaseUnusable("MariaDB ended while starting" + home.logTail(), null);
        }
        home.launched();
        LOG.info("Started MariaDB (process {}) on port {}", daemon.pid(), access.port());
        return new EmbeddedMariaDb(home, access, daemon);
    }

    /** False when the daemon ended instead. */
    private static boolean becomesReady(MariaDbHome home, MariaDbAccess access, ProcessHandle daemon)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try (Connection connection = connect(access)) {
                LOG.trace("Connected: {}", connection);
                return true;
            } catch (SQLException notYet) {
                if (hasExited(daemon, POLL)) {
                    return false;
                }
                if (System.nanoTime() > deadline) {
                    throw new DatabaseUnusable(
                            "MariaDB (process " + daemon.pid() + ") runs but does not answer on port " + access.port()
                                    + " after " + START_LIMIT.toSeconds() + " s: " + notYet.getMessage()
                                    + home.logTail(),
                            notYet);
                }
            }
        }
    }

    private static boolean hasExited(ProcessHandle process, Duration within) throws InterruptedException {
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException unknown) {
            return !process.isAlive();
        }
    }

    private static void requireLinux() {
        String os = System.getProperty("os.name", "");
        String cpu = System.getProperty("os.arch", "");
        if (!os.equals("Linux") || !cpu.equals("amd64")) {
            throw new DatabaseUnusable(
                    "The embedded MariaDB runs on Linux on x86-64 only, and this is " + os + " on " + cpu
                            + ". Name a MariaDB of your own in database.url.",
                    null);
        }
    }

    private static void requireFree(int port) {
        if (!isFree(port)) {
            throw new DatabaseUnusable(
                    "Port " + port + " on 127.0.0.1, meant for the embedded MariaDB, is taken by another program."
                            + " End that program, or set another port (0 takes a free one).",
                    null);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFreePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    private static Connection connect(MariaDbAccess access) throws SQLException {
        return DriverManager.getConnection(
                url(access, "ahoy") + "&connectTimeout=2000&socketTimeout=5000", access.user(), access.password());
    }

    private static String url(MariaDbAccess access, String schema) {
        return "jdbc:mariadb://127.0.0.1:" + access.port() + "/" + schema + "?sslMode=disable";
    }
}
