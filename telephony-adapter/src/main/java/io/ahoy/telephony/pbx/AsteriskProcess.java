package io.ahoy.telephony.pbx;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts, asks and ends the Asterisk of one folder. */
final class AsteriskProcess {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(30);
    private static final File NOTHING = Path.of("/dev/null").toFile();
    /**
     * Every call needs about eight files. Asked for here because many systems allow a process 1,024 until it asks; not
     * "unlimited", because Asterisk walks over all of them when it starts a child.
     */
    private static final String WITH_ENOUGH_FILES =
            "ulimit -S -n 65536 2>/dev/null || ulimit -S -n $(ulimit -H -n); exec \"$@\"";

    private final AsteriskHome home;
    private final RunFolder folder;

    AsteriskProcess(AsteriskHome home, RunFolder folder) {
        this.home = home;
        this.folder = folder;
    }

    /** Returns when Asterisk is ready for calls. */
    ProcessHandle launch() throws IOException {
        // What a killed one left must not be taken for the sign that this one listens.
        Files.deleteIfExists(folder.console());
        // A session of its own: Ctrl-C in our terminal is for us, not for the calls. Each of these programs replaces
        // itself by the
        // next, so the process id is Asterisk's from the beginning.
        List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c", WITH_ENOUGH_FILES, "asterisk"));
        command.addAll(home.command());
        // -f: stay in the foreground, else Asterisk forks away from the process id we know.
        command.addAll(List.of("-C", folder.configuration().toString(), "-f"));
        Process process = new ProcessBuilder(command)
                .directory(folder.folder().toFile())
                .redirectInput(NOTHING)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.output().toFile()))
                .start();
        folder.writePid(process.pid());
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        // Asking is a process of its own, so it waits until there is somebody to ask.
        while (Files.notExists(folder.console()) || !isReady(process.toHandle())) {
            if (!process.isAlive()) {
                throw new PbxUnusable("Asterisk ended at its start; its last words:" + folder.logTail());
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new PbxUnusable("Asterisk was not ready within " + START_LIMIT.toSeconds()
                        + " s. Does this machine know its own name (a line for it in /etc/hosts)? Its last words:"
                        + folder.logTail());
            }
            pause();
        }
        return process.toHandle();
    }

    boolean isReady(ProcessHandle process) {
        return process.isAlive() && ask("core waitfullybooted").contains("fully booted");
    }

    /** Has Asterisk's console run a command. */
    void command(String command) {
        ask(command);
    }

    /** The console's answer, or the reason why there is none. */
    String ask(String command) {
        List<String> line = new ArrayList<>(home.command());
        line.addAll(List.of("-C", folder.configuration().toString(), "-rx", command));
        try {
            Process console = new ProcessBuilder(line)
                    .redirectInput(NOTHING)
                    .redirectErrorStream(true)
                    .start();
            // Read on the side: a console that hangs is ended below, and its output ends with it.
            var output = console.getInputStream();
            if (!console.waitFor(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                console.destroyForcibly();
                return "no answer";
            }
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            return failure.toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** Ends Asterisk: asked first, then by force. */
    void end(ProcessHandle process) {
        if (!process.isAlive()) {
            return;
        }
        process.destroy();
        if (!hasEnded(process)) {
            process.destroyForcibly();
            hasEnded(process);
        }
    }

    private static boolean hasEnded(ProcessHandle process) {
        try {
            process.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PbxUnusable("Interrupted while Asterisk started", interrupted);
        }
    }
}
