package io.ahoy.crm.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.mail.Mails.Arrival;
import io.ahoy.crm.privacy.Erasure;
import io.ahoy.crm.privacy.Export;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.TestDatabase;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Mails go with the people they are of, and with time; so do their bytes. */
@ExtendWith(TestDatabase.class)
class ForgottenMailsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final Actor ACTOR = new Actor(
            UUID.fromString("01900000-0000-7000-8000-000000000009"),
            Role.ADMINISTRATOR,
            Set.of(),
            Optional.empty(),
            NOW);

    @TempDir
    private Path folder;

    private final Db db;

    ForgottenMailsTest(Db db) {
        this.db = db;
    }

    @Test
    void anErasedPersonsMailsAreGone_andTheirBytes_whileOthersStay() throws IOException {
        Blobs blobs = new Blobs(folder);
        Customer ada = new Customers(db).knownBy(ContactPoint.email("ada@one.example"), "Ada", NOW);
        Mail hers = came(blobs, "ada@one.example", "What Ada wrote");
        Mail ours = went(blobs, "ada@one.example", "What we wrote to Ada");
        Mail others = came(blobs, "bob@two.example", "What Bob wrote");
        Erasure.Erased erased = new Erasure(db).erase(ada.id(), ada.version(), ACTOR);
        assertThat(erased.mails()).isEqualTo(2);
        ForgottenMails.sweep(db, blobs, Instant.now().plus(Duration.ofMinutes(1)));
        Mails mails = new Mails(db);
        assertThat(mails.get(hers.id())).isEmpty();
        assertThat(mails.get(ours.id())).isEmpty();
        assertThat(new Outbox(db).get(ours.id())).isEmpty();
        assertThat(mails.get(others.id())).isPresent();
        assertThat(blobs.find(hers.sha256())).isEmpty();
        assertThat(blobs.find(ours.sha256())).isEmpty();
        assertThat(blobs.find(others.sha256())).isPresent();
    }

    @Test
    void whatWasBegunForAnErasedPersonIsGone_whileWhatIsForOthersStays() {
        Customers customers = new Customers(db);
        Customer ivy = customers.knownBy(ContactPoint.email("ivy@one.example"), "Ivy", NOW);
        Customer jon = customers.knownBy(ContactPoint.email("jon@one.example"), "Jon", NOW);
        UUID hers = begun(ivy);
        UUID his = begun(jon);
        new Erasure(db).erase(ivy.id(), ivy.version(), ACTOR);
        assertThat(new NewMails(db).get(hers)).isEmpty();
        assertThat(new Drafts(db).ofThread(hers)).isEmpty();
        assertThat(new NewMails(db).get(his)).isPresent();
        assertThat(new Drafts(db).ofThread(his)).hasSize(1);
    }

    private UUID begun(Customer customer) {
        String address = customer.points().getFirst().value();
        UUID mail = new NewMails(db)
                .begin(ACTOR.agent(), customer.id(), address, NOW)
                .interaction();
        Draft.Content content = new Draft.Content(
                "support",
                List.of(MailAddress.of(address)),
                List.of(),
                "Hello",
                "Begun",
                Optional.empty(),
                List.of(),
                Optional.empty());
        new Drafts(db).keep(mail, Optional.of(mail), Optional.empty(), ACTOR.agent(), content, 0, NOW);
        return mail;
    }

    /** A message that comes in this moment has its bytes before it has its row. */
    @Test
    void whatWasStoredAgainSinceStaysOnTheDisk() throws IOException {
        Blobs blobs = new Blobs(folder);
        Customer eve = new Customers(db).knownBy(ContactPoint.email("eve@one.example"), "Eve", NOW);
        Mail hers = came(blobs, "eve@one.example", "What Eve wrote");
        new Erasure(db).erase(eve.id(), eve.version(), ACTOR);
        ForgottenMails.sweep(db, blobs, Instant.now().minus(Duration.ofHours(1)));
        assertThat(blobs.find(hers.sha256())).isPresent();
        ForgottenMails.sweep(db, blobs, Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(blobs.find(hers.sha256())).isEmpty();
    }

    @Test
    void oldMailsAreForgotten_butNoneThatStillWaits() throws IOException {
        Blobs blobs = new Blobs(folder);
        Mail settled = came(blobs, "old@one.example", "Settled long ago");
        Received unread = received(blobs, "late@one.example", "Never read");
        Mail unsent = went(blobs, "far@one.example", "Never sent");
        Instant later = NOW.plus(Duration.ofDays(1));
        int none = db.call(session -> ForgottenMails.count(session, NOW));
        int old = db.call(session -> ForgottenMails.count(session, later));
        int gone = db.call(session -> ForgottenMails.before(session, later, 100));
        assertThat(none).isZero();
        assertThat(gone).isEqualTo(old).isPositive();
        Mails mails = new Mails(db);
        assertThat(mails.get(settled.id())).isEmpty();
        assertThat(mails.get(unread.id())).isPresent();
        assertThat(mails.get(unsent.id())).isPresent();
    }

    @Test
    void anExportHoldsHisMailsAsTheyCame() throws IOException {
        Blobs blobs = new Blobs(folder);
        Customer kim = new Customers(db).knownBy(ContactPoint.email("kim@one.example"), "Kim", NOW);
        Mail mail = came(blobs, "kim@one.example", "What Kim wrote");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new Export(db, blobs).write(kim, zip);
        List<String> names = new ArrayList<>();
        String raw = "";
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().endsWith(".eml")) {
                    raw = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        assertThat(names).contains("mails.json", "mails/" + mail.id() + ".eml");
        assertThat(raw).contains("What Kim wrote");
    }

    private Received received(Blobs blobs, String from, String text) throws IOException {
        Blobs.Blob blob = blobs.put(stream("From: " + from + "\r\n\r\n" + text), 1_000);
        UUID id = UuidV7.next(NOW);
        Received mail = new Received(id, "support", blob.sha256(), blob.size(), Optional.empty(), blob.sha256(), NOW);
        new Mails(db).store(List.of(new Arrival(mail, new Place.Pop(id.toString()))));
        return mail;
    }

    private Mail came(Blobs blobs, String from, String text) throws IOException {
        Received mail = received(blobs, from, text);
        Mails mails = new Mails(db);
        mails.settle(new Mails.Reading(
                mail.id(),
                Mail.State.RECORDED,
                mail.id(),
                Optional.empty(),
                Optional.empty(),
                "HUMAN",
                MailAddress.of(from),
                Recipients.to(MailAddress.of("support@shop.example")),
                text,
                MailContent.text(text),
                Optional.empty()));
        return mails.get(mail.id()).orElseThrow();
    }

    private Mail went(Blobs blobs, String to, String text) throws IOException {
        Blobs.Blob blob = blobs.put(stream("To: " + to + "\r\n\r\n" + text), 1_000);
        UUID id = UuidV7.next(NOW);
        new Outbox(db)
                .put(new Outgoing(
                        id,
                        "support",
                        blob.sha256(),
                        blob.size(),
                        id + "@shop.example",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "NEW",
                        MailAddress.of("support@shop.example"),
                        Recipients.to(MailAddress.of(to)),
                        text,
                        MailContent.text(text),
                        "support@shop.example",
                        false,
                        NOW,
                        NOW));
        return new Mails(db).get(id).orElseThrow();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
