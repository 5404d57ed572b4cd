package io.ahoy.router.channel.email;

import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.casework.Continuation;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.history.History;
import io.ahoy.crm.mail.Decisions;
import io.ahoy.crm.mail.FollowUps;
import io.ahoy.crm.mail.Mails;
import io.ahoy.crm.mail.Outbox;
import io.ahoy.crm.mail.Place;
import io.ahoy.crm.mail.Received;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Blobs.Blob;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.router.channel.email.arrive.Sorting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real MariaDB for the tests of one class, without mails before each of them. To be registered as a static field. */
public final class MailGround implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private static final List<String> TABLES =
            List.of("mail", "mail_delivery", "mail_recipient", "mail_reply", "mailbox_progress", "mailbox_uidl");

    private Optional<Running> running = Optional.empty();
    private final AtomicLong places = new AtomicLong();

    @Override
    public void beforeAll(ExtensionContext context) {
        EmbeddedMariaDb mariaDb = EmbeddedMariaDb.start(Path.of("target", "mariadb-mail"), 0);
        Db db = Db.open(mariaDb.emptyUrl("ahoy_mail"), mariaDb.user(), mariaDb.password(), 8);
        running = Optional.of(new Running(mariaDb, db));
    }

    private record Running(EmbeddedMariaDb mariaDb, Db db) {}

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        try (Connection connection = db().connection();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("DELETE FROM " + table);
            }
            connection.commit();
        }
    }

    public Db db() {
        return running.orElseThrow().db();
    }

    public Mails mails() {
        return new Mails(db());
    }

    public Outbox outbox() {
        return new Outbox(db());
    }

    public Blobs blobs() {
        return new Blobs(Path.of("target", "mail-blobs"));
    }

    /** A mail as it stands in the database before anybody has read it. */
    public UUID store(String mailbox, String raw, Instant at) {
        try {
            byte[] bytes = raw.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            Blob blob = blobs().put(new ByteArrayInputStream(bytes), bytes.length);
            UUID id = UuidV7.of(at, places.getAndIncrement(), 0);
            Optional<String> messageId = raw.lines()
                    .filter(line -> line.startsWith("Message-ID: <"))
                    .map(line -> line.substring(line.indexOf('<') + 1, line.indexOf('>')))
                    .findFirst();
            Received mail = new Received(id, mailbox, blob.sha256(), blob.size(), messageId, blob.sha256(), at);
            mails().store(List.of(new Mails.Arrival(mail, new Place.Pop(id.toString()))));
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Sorting.Stores stores() {
        return new Sorting.Stores(
                db(),
                mails(),
                new Decisions(db()),
                outbox(),
                new FollowUps(db()),
                new History(db()),
                new Customers(db()),
                new Cases(db()),
                new Continuation(db()),
                blobs());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        db().close();
        running.orElseThrow().mariaDb().stop();
    }
}
