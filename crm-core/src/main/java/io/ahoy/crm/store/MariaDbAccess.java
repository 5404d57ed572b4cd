package io.ahoy.crm.store;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** How to reach the embedded server: kept in a file only its owner can read. */
record MariaDbAccess(String user, String password, int port) {
    private static final int PASSWORD_BYTES = 24;

    static MariaDbAccess create(int port) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new MariaDbAccess("ahoy", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), port);
    }

    static Optional<MariaDbAccess> read(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        try (Reader from = Files.newBufferedReader(file)) {
            kept.load(from);
        }
        String user = kept.getProperty("user");
        String password = kept.getProperty("password");
        String port = kept.getProperty("port");
        if (user == null || password == null || port == null || !port.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        return Optional.of(new MariaDbAccess(user, password, Integer.parseInt(port)));
    }

    void write(Path file) throws IOException {
        Properties kept = new Properties();
        kept.setProperty("user", user);
        kept.setProperty("password", password);
        kept.setProperty("port", Integer.toString(port));
        Path half = ownersOnly(file.resolveSibling(file.getFileName() + ".new"));
        try (Writer to = Files.newBufferedWriter(half)) {
            kept.store(to, null);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    MariaDbAccess withPort(int other) {
        return new MariaDbAccess(user, password, other);
    }

    /** The server runs this before it takes connections: its only account is ours, and only for Ahoy's schemas. */
    void writeAccount(Path file) throws IOException {
        Files.writeString(ownersOnly(file), """
                CREATE DATABASE IF NOT EXISTS ahoy;
                CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1';
                ALTER USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON `ahoy%%`.* TO '%1$s'@'127.0.0.1';
                """.formatted(user, password));
    }

    /** An empty file nobody else can read, made before the secret goes in. */
    private static Path ownersOnly(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    @Override
    public String toString() {
        return user + "@127.0.0.1:" + port;
    }
}
