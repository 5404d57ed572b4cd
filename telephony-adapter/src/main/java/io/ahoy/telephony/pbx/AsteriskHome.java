package io.ahoy.telephony.pbx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asterisk's program and modules, below one folder.
 *
 * @param root of the unpacked packages; {@code /} is the machine's own installation
 */
public record AsteriskHome(Path root) {
    private static final int SEARCH_DEPTH = 5;

    /** Makes sure that there is one by the script {@code provision}, which tells what it does on our standard error. */
    public static AsteriskHome provision(Path templates) {
        String script = templates.resolve("provision").toString();
        try {
            Process process = new ProcessBuilder(script, "asterisk")
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 || answer.isBlank()) {
                throw new PbxUnusable("Asterisk could not be provided by " + script + " (its reason stands above)");
            }
            return new AsteriskHome(Path.of(answer.strip()));
        } catch (IOException failure) {
            throw new PbxUnusable("Cannot run " + script, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PbxUnusable("Interrupted while Asterisk was being fetched", interrupted);
        }
    }

    /** Command line of Asterisk itself; arguments follow. */
    List<String> command() {
        Path program = root.resolve("usr/sbin/asterisk");
        if (!Files.isExecutable(program)) {
            throw new PbxUnusable(
                    "There is no Asterisk at " + program + "; fetch one with config/asterisk/provision asterisk");
        }
        List<String> command = new ArrayList<>();
        if (root.getNameCount() > 0) {
            // Unpacked from a newer system than this: it needs that system's C library, and so that system's loader.
            Path loader = find("usr/lib64", "ld-linux-.*")
                    .or(() -> find("usr/lib", "ld-linux-.*"))
                    .orElseThrow(() -> new PbxUnusable("There is no loader below " + root + "/usr/lib64; remove " + root
                            + " and fetch it again with config/asterisk/provision asterisk"));
            command.addAll(List.of(
                    loader.toString(),
                    "--library-path",
                    modules().resolve("../..").normalize().toString()));
        }
        command.add(program.toString());
        return command;
    }

    Path modules() {
        return find("usr/lib", "chan_pjsip\\.so")
                .map(Path::getParent)
                .orElseThrow(() -> new PbxUnusable(
                        "Asterisk below " + root + " has no chan_pjsip module; install asterisk-modules"));
    }

    Path documentation() {
        return root.resolve("usr/share/asterisk/documentation");
    }

    private Optional<Path> find(String folder, String name) {
        Path start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return Optional.empty();
        }
        try (Stream<Path> below = Files.find(
                start,
                SEARCH_DEPTH,
                (path, attributes) -> path.getFileName().toString().matches(name))) {
            return below.findFirst();
        } catch (IOException failure) {
            throw new PbxUnusable("Cannot search " + start, failure);
        }
    }
}
