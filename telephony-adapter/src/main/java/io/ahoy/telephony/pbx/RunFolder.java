package io.ahoy.telephony.pbx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder of one Asterisk: {@code etc}, {@code data}, {@code log}, {@code run} and {@code pbx.properties}. */
record RunFolder(Path folder) {
    /** The kernel's limit for the name of a socket, less its closing zero. */
    private static final int SOCKET_NAME_BYTES_MAX = 107;

    private static final int LOG_TAIL_LINES = 12;
    /** Asterisk logs an error for each of these that is missing; empty they mean that nothing differs from its defaults. */
    private static final List<String> EMPTY = List.of(
            "acl.conf",
            "ccss.conf",
            "cel.conf",
            "features.conf",
            "pjproject.conf",
            "queuerules.conf",
            "stasis.conf",
            "udptl.conf");

    Path etc() {
        return folder.resolve("etc");
    }

    Path configuration() {
        return etc().resolve("asterisk.conf");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("log");
    }

    Path output() {
        return log().resolve("output.log");
    }

    Path run() {
        return folder.resolve("run");
    }

    /** The socket at which Asterisk's console listens. */
    Path console() {
        return run().resolve("asterisk.ctl");
    }

    private Path pidFile() {
        return folder.resolve("asterisk.pid");
    }

    void create() throws IOException {
        if (console().toString().getBytes(StandardCharsets.UTF_8).length > SOCKET_NAME_BYTES_MAX) {
            throw new PbxUnusable("The path " + console() + " is longer than the " + SOCKET_NAME_BYTES_MAX
                    + " bytes a socket may have. Set a shorter data folder.");
        }
        // Secrets are in here, so nobody else may look.
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        for (Path each :
                List.of(folder, etc(), data(), data().resolve("keys"), data().resolve("spool"), log(), run())) {
            Files.createDirectories(each, ownerOnly);
        }
    }

    /** Asterisk looks for prompts as {@code sounds/en/ahoy/welcome} and for music in {@code moh/ahoy}, both in its data folder. */
    void linkSounds(Path templates, AsteriskHome home) throws IOException {
        Path sounds = data().resolve("sounds");
        try (Stream<Path> languages = Files.list(templates.resolve("sounds"))) {
            for (Path language : languages.filter(Files::isDirectory).toList()) {
                link(sounds.resolve(language.getFileName()).resolve("ahoy"), language.resolve("ahoy"));
            }
        }
        link(data().resolve("moh/ahoy"), templates.resolve("moh"));
        if (Files.isDirectory(home.documentation())) {
            link(data().resolve("documentation"), home.documentation());
        }
    }

    private static void link(Path link, Path target) throws IOException {
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    /** Whether these very files are there, and so whether a running Asterisk was started with them. */
    boolean holds(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = etc().resolve(file.getKey());
            if (Files.notExists(path) || !Files.readString(path).equals(file.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Replaces the whole configuration. */
    void write(Map<String, String> files) throws IOException {
        try (Stream<Path> old = Files.list(etc())) {
            for (Path each : old.toList()) {
                Files.delete(each);
            }
        }
        Map<String, String> all = new TreeMap<>(files);
        EMPTY.forEach(name -> all.putIfAbsent(name, ""));
        update(all);
    }

    void update(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(etc().resolve(file.getKey()), file.getValue());
        }
    }

    Properties properties() throws IOException {
        Properties properties = new Properties();
        if (Files.exists(folder.resolve("pbx.properties"))) {
            try (var reader = Files.newBufferedReader(folder.resolve("pbx.properties"))) {
                properties.load(reader);
            }
        }
        return properties;
    }

    void write(Properties properties) throws IOException {
        try (var writer = Files.newBufferedWriter(folder.resolve("pbx.properties"))) {
            properties.store(writer, "Ports and secrets of the Asterisk in this folder");
        }
    }

    void writePid(long pid) throws IOException {
        Files.writeString(pidFile(), Long.toString(pid));
    }

    /** The Asterisk of this folder if it lives. Its command line is checked, because process ids are used again. */
    Optional<ProcessHandle> running() throws IOException {
        if (Files.notExists(pidFile())) {
            return Optional.empty();
        }
        String pid = Files.readString(pidFile()).strip();
        Path commandLine = Path.of("/proc", pid, "cmdline");
        if (!pid.matches("[0-9]{1,9}") || Files.notExists(commandLine)) {
            return Optional.empty();
        }
        boolean ours = List.of(Files.readString(commandLine).split("\0"))
                .contains(configuration().toString());
        return ours ? ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive) : Optional.empty();
    }

    /** The last words of Asterisk, for a message about its failure. */
    String logTail() throws IOException {
        StringBuilder tail = new StringBuilder();
        for (Path file : List.of(output(), log().resolve("messages.log"))) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
                lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size())
                        .forEach(line -> tail.append("\n  | ").append(line));
            }
        }
        return tail.toString();
    }
}
