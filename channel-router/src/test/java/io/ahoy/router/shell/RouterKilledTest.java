package io.ahoy.router.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.InteractionId;
import io.ahoy.router.acd.InteractionView;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SIGKILL in the middle of heavy input; counted afterwards. */
class RouterKilledTest {
    /** Long after its start, and never at the same place of a batch. */
    private static final int CONFIRMED_MIN = 10_000;

    private static EmbeddedMariaDb mariaDb;
    private static Db db;

    @BeforeAll
    static void start() {
        mariaDb = EmbeddedMariaDb.start(Path.of("target", "mariadb-killed"), 0);
        db = Db.open(mariaDb.emptyUrl("ahoy_killed"), mariaDb.user(), mariaDb.password(), 4);
    }

    @AfterAll
    static void stop() {
        db.close();
        mariaDb.stop();
    }

    @Test
    void nothingThatWasConfirmedIsLost() throws Exception {
        Set<InteractionId> confirmed = confirmedBeforeItWasKilled("killed");
        assertThat(confirmed).hasSizeGreaterThanOrEqualTo(CONFIRMED_MIN);
        try (MariaDbJournal journal = KilledRouter.journal(db, "killed")) {
            Image image = new Replay(journal.open()).acd().image();
            assertThat(image.interactions().stream().map(InteractionView::id).collect(Collectors.toSet()))
                    .containsAll(confirmed);
        }
    }

    private static Set<InteractionId> confirmedBeforeItWasKilled(String domain) throws IOException {
        Process router = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRouter.class.getName(),
                        mariaDb.url("ahoy_killed"),
                        mariaDb.user(),
                        mariaDb.password(),
                        domain)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Set<InteractionId> confirmed = new HashSet<>();
        try (BufferedReader lines = router.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                // The last one may have broken off, and the log may have said something.
                if (line.matches("[0-9a-f-]{36}")) {
                    confirmed.add(new InteractionId(UUID.fromString(line)));
                }
                if (confirmed.size() == CONFIRMED_MIN) {
                    // By its handle: else what it has said already could not be read any more.
                    router.toHandle().destroyForcibly();
                }
                line = lines.readLine();
            }
        } finally {
            router.destroyForcibly();
        }
        return confirmed;
    }
}
