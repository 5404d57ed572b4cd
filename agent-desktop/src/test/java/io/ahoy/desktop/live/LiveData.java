package io.ahoy.desktop.live;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.DemoTeam;
import io.ahoy.crm.team.Queue;
import io.ahoy.crm.team.Role;
import io.ahoy.crm.team.Team;
import io.ahoy.crm.team.Titles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The data folder of one Ahoy, and what a test reads or prepares in it. */
public final class LiveData {
    /** Of everybody. */
    public static final String PASSWORD = "ahoy";

    private static final Queue QUICK = new Queue(
            "quick",
            new Titles("Quick", "快速"),
            "sales",
            Duration.ofSeconds(20),
            0.8,
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ZERO,
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            "ahoy");
    private static final int FIRST_EXTENSION = 2001;
    private static final Set<String> ALL_SKILLS = Set.of("sales", "support");
    /** The account of a desk phone in {@code pjsip_agents.conf}, whatever its lines' order. */
    private static final Pattern SECTION = Pattern.compile("(?m)^\\[(\\d+)](?:\\([^)]*\\))?\\s*$([^\\[]*)");

    private static final Pattern SECRET = Pattern.compile("(?m)^\\s*password\\s*=>?\\s*(\\S+)");

    private final Path folder;

    LiveData(Path folder) {
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    Path mariaDb() {
        return folder.resolve("mariadb");
    }

    /**
     * Logins {@code agent2001}, {@code agent2002} …, extensions likewise; and a queue {@code quick} without wrap-up. The database
     * runs on and is taken over by Ahoy.
     */
    void addAgents(int count, int databasePort) {
        EmbeddedMariaDb mariaDb = EmbeddedMariaDb.start(mariaDb(), databasePort);
        try (Db db = Db.open(mariaDb.url(), mariaDb.user(), mariaDb.password(), 2)) {
            DemoTeam.fill(db);
            Team team = new Team(db);
            team.addQueue(QUICK);
            for (String extension : extensions(count)) {
                String login = "agent" + extension;
                team.addAgent(
                        new Agent(UUID.randomUUID(), login, login, Role.AGENT, extension, "en", ALL_SKILLS), PASSWORD);
            }
        }
    }

    /** Of so many added agents. */
    static List<String> extensions(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> String.valueOf(FIRST_EXTENSION + index))
                .toList();
    }

    /** As Ahoy itself connects to it. */
    public Connection database() throws SQLException {
        EmbeddedMariaDb mariaDb = EmbeddedMariaDb.start(mariaDb(), 0);
        return DriverManager.getConnection(mariaDb.url(), mariaDb.user(), mariaDb.password());
    }

    /** Secrets of the desk phones by extension, as Asterisk knows them. */
    public Map<String, String> phoneSecrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        Matcher section = SECTION.matcher(read(file("pjsip_agents.conf").orElseThrow()));
        while (section.find()) {
            Matcher secret = SECRET.matcher(section.group(2));
            if (secret.find()) {
                secrets.put(section.group(1), secret.group(1));
            }
        }
        return secrets;
    }

    /**
     * The daemon that runs on this very folder. Process ids are used again, and who has one that was a daemon's once must not be taken
     * for it.
     *
     * @param name {@code mariadb.pid} or {@code asterisk.pid}
     */
    Optional<ProcessHandle> daemon(String name) {
        return file(name)
                .map(file -> read(file).strip())
                .filter(text -> text.matches("\\d{1,9}"))
                .filter(this::isOurs)
                .flatMap(text -> ProcessHandle.of(Long.parseLong(text)));
    }

    private boolean isOurs(String pid) {
        try {
            return Files.readString(Path.of("/proc", pid, "cmdline")).contains(folder + "/");
        } catch (IOException gone) {
            return false;
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> everything = Files.walk(folder)) {
            for (Path each : everything.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Path> file(String name) {
        try (Stream<Path> files = Files.find(folder, 6, (file, is) -> file.endsWith(name))) {
            return files.findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
