package io.ahoy.router.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.router.acd.Names;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MariaDbJournalTest extends JournalContract {
    private static EmbeddedMariaDb mariaDb;
    private static Db db;
    private final String domain = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        mariaDb = EmbeddedMariaDb.start(Path.of("target", "mariadb-journal"), 0);
        db = Db.open(mariaDb.emptyUrl("ahoy_journal"), mariaDb.user(), mariaDb.password(), 4);
    }

    @AfterAll
    static void stop() {
        db.close();
        mariaDb.stop();
    }

    @Override
    Journal journal(String owner) {
        return journal(owner, Duration.ofSeconds(20));
    }

    private Journal journal(String owner, Duration lease) {
        return new MariaDbJournal(db::ownConnection, domain, owner, lease);
    }

    @Test
    void anotherOwnerWaitsUntilTheLeaseHasRunOut() throws Exception {
        Journal old = journal("a", Duration.ofMillis(700));
        old.open();
        old.append(RowText.of(tick(1)));
        try (Journal next = journal("b", Duration.ofMillis(700))) {
            Journal.Recovery found = next.open();
            assertThat(found.lastSeq()).isEqualTo(1);
            assertThat(found.lastAlive()).isPresent();
            assertThatThrownBy(() -> old.append(RowText.of(tick(2))))
                    .isInstanceOf(Fenced.class)
                    .hasMessageContaining("b took it over (epoch 2)");
        }
        old.close();
    }

    @Test
    void anotherOwnerGivesUpWhileTheFirstIsAlive() throws Exception {
        try (Journal first = journal("a", Duration.ofSeconds(2));
                Journal second = journal("b", Duration.ofSeconds(2))) {
            first.open();
            CompletableFuture<Boolean> refused = new CompletableFuture<>();
            Thread.startVirtualThread(() -> {
                try {
                    second.open();
                    refused.complete(false);
                } catch (Fenced e) {
                    refused.complete(true);
                } catch (JournalDown e) {
                    refused.completeExceptionally(e);
                }
            });
            await().until(() -> {
                first.renew();
                return refused.isDone();
            });
            assertThat(refused.join()).isTrue();
            first.append(RowText.of(tick(1)));
        }
    }

    @Test
    void aLeaseGivenUpIsFreeAtOnce() throws Exception {
        try (Journal first = journal("a")) {
            first.open();
        }
        try (Journal second = journal("b")) {
            second.open();
            second.append(RowText.of(tick(1)));
        }
    }

    @Test
    void aRowThatBreaksOffIsAsGoodAsNotWritten() throws Exception {
        try (Journal journal = journal("a")) {
            journal.open();
            journal.append(RowText.of(tick(1)));
            journal.append(RowText.of(tick(2)));
        }
        cutLastRow();
        try (Journal journal = journal("a")) {
            assertThat(journal.open().lastSeq()).isEqualTo(1);
            journal.append(RowText.of(tick(2)));
            assertThat(journal.read().lastSeq()).isEqualTo(2);
        }
    }

    private void cutLastRow() throws SQLException {
        try (Connection connection = db.connection();
                PreparedStatement cut = connection.prepareStatement(
                        "UPDATE journal SET payload = LEFT(payload, 12) WHERE domain = ? AND seq = 2")) {
            connection.setAutoCommit(true);
            cut.setString(1, domain);
            assertThat(cut.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void keepsMilliseconds() throws Exception {
        Instant at = Names.START.plusMillis(987);
        try (Journal journal = journal("a")) {
            journal.open();
            journal.append(RowText.of(new JournalRow(1, at, java.util.List.of(), true)));
            assertThat(journal.read().lastAt()).isEqualTo(at);
        }
    }
}
