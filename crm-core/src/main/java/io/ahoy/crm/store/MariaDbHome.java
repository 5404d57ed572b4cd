package io.ahoy.crm.store;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder of an embedded MariaDB: where everything is, and how a daemon is made and launched in it. */
record MariaDbHome(Path folder) {
    private static final long POOL_MIN_MEGABYTES = 128;
    private static final long POOL_MAX_MEGABYTES = 4_096;

    private static final int LOG_TAIL_LINES = 12;

    Path accessFile() {
        return folder.resolve("access.properties");
    }

    Path logFile() {
        return folder.resolve("mariadb.log");
    }

    /** The daemon of this folder if it lives. Its command line is checked, because process ids are used again. */
    Optional<ProcessHandle> runningDaemon() throws IOException {
        if (Files.notExists(pidFile())) {
            return Optional.empty();
        }
        String pid = Files.readString(pidFile()).strip();
        Path commandLine = Path.of("/proc", pid, "cmdline");
        if (!pid.matches("[0-9]{1,9}") || Files.notExists(commandLine)) {
            return Optional.empty();
        }
        boolean ours = List.of(Files.readString(commandLine).split("\0")).contains("--datadir=" + data());
        return ours ? ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive) : Optional.empty();
    }

    /** Makes the server's own tables, unless they were made before. */
    void initialise(MariaDbProgram program) throws IOException, InterruptedException {
        if (Files.exists(data())) {
            return;
        }
        program.requireLibraries();
        Path half = emptyFolder(folder.resolve("data.new"));
        List<String> command = command(program, half);
        command.add("--bootstrap");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                .start();
        try (OutputStream statements = process.getOutputStream()) {
            program.writeSystemTables(statements);
        } catch (IOException stoppedReading) {
            process.destroy();
        }
        if (process.waitFor() != 0) {
            throw new DatabaseUnusable("MariaDB could not make its system tables in " + half + logTail(), null);
        }
        // Whole or not at all: what a killed start left half made is never taken for data.
        Files.move(half, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Launches the daemon; it is not ready yet. */
    ProcessHandle launch(MariaDbProgram program, MariaDbAccess access) throws IOException {
        access.write(accessFile());
        access.writeAccount(accountFile());
        // A session of its own: Ctrl-C in our terminal is for us, not for the daemon.
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(command(program, data()));
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + access.port(),
                // No socket file: nobody needs one, and its path may be only 107 bytes long.
                "--socket=",
                "--skip-name-resolve",
                // Loopback only; and making certificates would add seconds to a start.
                "--skip-ssl",
                "--local-infile=0",
                "--max-connections=100",
                "--pid-file=" + pidFile(),
                "--init-file=" + accountFile()));
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                .start();
        // setsid replaces itself by the daemon, so the process id is already the daemon's. Written here and not only by
        // the
        // daemon, so that it can be found even if this JVM is killed during the start.
        Files.writeString(pidFile(), Long.toString(process.pid()));
        return process.toHandle();
    }

    /** Removes the secret the daemon has read by now. */
    void launched() throws IOException {
        Files.deleteIfExists(accountFile());
    }

    /** For the end of an error message. */
    String logTail() throws IOException {
        List<String> lines = Files.exists(logFile()) ? Files.readAllLines(logFile()) : List.of();
        int from = Math.max(0, lines.size() - LOG_TAIL_LINES);
        return ". The end of " + logFile() + ":\n" + String.join("\n", lines.subList(from, lines.size()));
    }

    private List<String> command(MariaDbProgram program, Path data) throws IOException {
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        List<String> command = new ArrayList<>(List.of(
                program.daemon().toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--basedir=" + program.folder(),
                "--lc-messages-dir=" + program.messages(),
                "--tmpdir=" + scratch,
                "--secure-file-priv=" + scratch,
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci",
                "--default-time-zone=+00:00",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + poolMegabytes() + "M",
                "--innodb-log-file-size=48M",
                "--key-buffer-size=1M",
                "--aria-pagecache-buffer-size=8M",
                "--max-allowed-packet=64M",
                "--open-files-limit=4096"));
        if ("root".equals(System.getProperty("user.name"))) {
            // It refuses to run as root unless told so.
            command.add("--user=root");
        }
        return command;
    }

    /** A sixteenth of the machine's memory; what is not needed is never touched. */
    private static long poolMegabytes() {
        long memory = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? machine.getTotalMemorySize() >> 20
                : 0;
        return Math.clamp(memory / 16, POOL_MIN_MEGABYTES, POOL_MAX_MEGABYTES);
    }

    /** Without what a start that was killed may have left there. */
    static Path emptyFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectory(folder);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path pidFile() {
        return folder.resolve("mariadb.pid");
    }

    private Path accountFile() {
        return folder.resolve("account.sql");
    }
}
