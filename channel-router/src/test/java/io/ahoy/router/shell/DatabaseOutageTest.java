package io.ahoy.router.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.router.acd.Image;
import io.ahoy.router.acd.Output;
import io.ahoy.router.history.HistoryOutlet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The router on a real MariaDB that is killed under it. */
class DatabaseOutageTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private EmbeddedMariaDb mariaDb;
    private Db db;
    private final Recording outlet = new Recording();

    @BeforeEach
    void start() {
        mariaDb = EmbeddedMariaDb.start(Path.of("target", "mariadb-outage"), 0);
        db = Db.open(mariaDb.emptyUrl("ahoy_outage"), mariaDb.user(), mariaDb.password(), 4);
    }

    @AfterEach
    void stop() {
        db.close();
        mariaDb.stop();
    }

    @Test
    void aKilledDatabaseCostsNothingButTime() throws Exception {
        try (RouterShell router = router(new HistoryOutlet(new History(db)), outlet)) {
            SmallFloor floor = new SmallFloor(router);
            floor.ready(SmallFloor.ANNA);
            floor.arrive(1).join();
            floor.accept(1, 1).join();
            floor.connected(1, 1).join();

            ProcessHandle.of(mariaDb.pid()).orElseThrow().destroyForcibly();
            CompletableFuture<List<Output>> ended = floor.end(1);
            CompletableFuture<List<Output>> arrived = floor.arrive(2);
            await().atMost(LIMIT).until(router::journalDown);
            assertThat(ended).isNotDone();

            await().atMost(LIMIT).until(mariaDb::ensureUp);
            assertThat(ended.join()).isNotEmpty();
            assertThat(arrived.join()).isNotEmpty();
            assertThat(router.journalDown()).isFalse();
        }
        Contact contact = new History(db).contact(SmallFloor.id(1).value()).orElseThrow();
        assertThat(contact.state()).isEqualTo("WRAP_UP");
        assertThat(contact.segments())
                .singleElement()
                .satisfies(segment -> assertThat(segment.endedAt()).isPresent());
        assertThat(new History(db).contact(SmallFloor.id(2).value())).isPresent();
    }

    @Test
    void afterAnAbruptEndTheNextRouterKnowsAllThatWasAnswered() throws Exception {
        RouterShell first = router(outlet);
        SmallFloor floor = new SmallFloor(first);
        floor.ready(SmallFloor.ANNA);
        for (int i = 1; i <= 20; i++) {
            floor.arrive(i).join();
        }
        Image before = first.image().join();
        // No close: the next one simply takes over, as after a kill.
        Recording second = new Recording();
        try (RouterShell next = router(new HistoryOutlet(new History(db)), second)) {
            Image after = next.image().join();
            assertThat(after.interactions()).isEqualTo(before.interactions());
            assertThat(second.first().orElseThrow().interactions()).isEqualTo(before.interactions());
            assertThat(new SmallFloor(next).accept(1, 1).join()).hasAtLeastOneElementOfType(Output.Connect.class);
        }
        // What the first router's history never wrote, the second one's replay did.
        for (int i = 1; i <= 20; i++) {
            assertThat(new History(db).contact(SmallFloor.id(i).value())).isPresent();
        }
        first.close();
    }

    private RouterShell router(Outlet... outlets) throws Fenced, JournalDown {
        return RouterShell.start(
                SmallFloor.settings(Duration.ofMinutes(5), new RouterListener() {}),
                new MariaDbJournal(db::ownConnection, "test", "here", Duration.ofSeconds(15)),
                RouterTime.system(),
                List.of(outlets));
    }
}
