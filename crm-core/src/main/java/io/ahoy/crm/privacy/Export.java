package io.ahoy.crm.privacy;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.AuditEntry;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.CaseFilter;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.Note;
import io.ahoy.crm.customer.Notes;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.HistoryFilter;
import io.ahoy.crm.history.Page;
import io.ahoy.crm.mail.ExportedMails;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.order.Order;
import io.ahoy.crm.order.Orders;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.RecordJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Everything about one person as a ZIP: a page for people, and the same in JSON for programs. It is written page by page, so that a long
 * history takes no more memory than a short one.
 */
public final class Export {
    private static final int PAGE = 200;

    private final Db db;
    private final Customers customers;
    private final Notes notes;
    private final History history;
    private final Cases cases;
    private final Orders orders;
    private final Audit audit;
    private final ExportedMails mails;
    private final Blobs blobs;

    /** @param blobs where mails lie */
    public Export(Db db, Blobs blobs) {
        this.blobs = blobs;
        this.mails = new ExportedMails(db);
        this.db = db;
        this.customers = new Customers(db);
        this.notes = new Notes(db);
        this.history = new History(db);
        this.cases = new Cases(db);
        this.orders = new Orders(db);
        this.audit = new Audit(db);
    }

    /** Tells the trail that it was asked for; what to write is then up to {@link #write}. Empty: there is no such customer. */
    public Optional<Customer> begin(UUID id, Actor actor) {
        Optional<Customer> found = customers.get(id);
        found.ifPresent(
                customer -> db.run(session -> Audit.did(session, actor, "EXPORTED", Subject.CUSTOMER, customer.id())));
        return found;
    }

    public void write(Customer customer, OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        Writer text = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        begin(zip, text, "customer.json");
        text.write(RecordJson.write(customer));
        begin(zip, text, "notes.json");
        writeAll(text, (Each<Note> each) -> eachNote(customer.id(), each));
        begin(zip, text, "interactions.json");
        writeAll(text, (Each<Contact> each) -> eachContact(customer.id(), each));
        begin(zip, text, "cases.json");
        writeAll(text, (Each<Case> each) -> eachCase(customer.id(), each));
        begin(zip, text, "orders.json");
        writeAll(text, (Each<Order> each) -> eachOrder(customer.id(), each));
        begin(zip, text, "mails.json");
        List<Mail> written = mails.of(customer.id());
        writeAll(text, (Each<Mail> each) -> {
            for (Mail mail : written) {
                each.take(mail);
            }
        });
        writeRaw(zip, text, written);
        begin(zip, text, "audit.json");
        writeAll(text, (Each<AuditEntry> each) -> eachEntry(customer.id(), each));
        begin(zip, text, "index.html");
        ExportPage page = new ExportPage(text);
        page.begin(customer);
        page.beginNotes();
        eachNote(customer.id(), page::note);
        page.beginContacts();
        eachContact(customer.id(), page::contact);
        page.beginAudit();
        eachEntry(customer.id(), page::entry);
        page.end();
        text.flush();
        zip.finish();
    }

    /** As they came and went, attachments and all. */
    private void writeRaw(ZipOutputStream zip, Writer text, List<Mail> written) throws IOException {
        for (Mail mail : written) {
            Optional<Path> raw = blobs.find(mail.sha256());
            if (raw.isPresent()) {
                begin(zip, text, "mails/" + mail.id() + ".eml");
                Files.copy(raw.get(), zip);
            }
        }
    }

    /** What is done with each of many. */
    private interface Each<T> {
        void take(T one) throws IOException;
    }

    private interface All<T> {
        void forEach(Each<T> each) throws IOException;
    }

    private static void begin(ZipOutputStream zip, Writer text, String name) throws IOException {
        text.flush();
        zip.putNextEntry(new ZipEntry(name));
    }

    private static <T> void writeAll(Writer text, All<T> all) throws IOException {
        String[] before = {"[\n"};
        all.forEach(one -> {
            text.write(before[0]);
            text.write(RecordJson.write(one));
            before[0] = ",\n";
        });
        text.write(before[0].equals("[\n") ? "[]" : "\n]");
    }

    private void eachNote(UUID customer, Each<Note> each) throws IOException {
        eachOf(last -> notes.page(customer, last, PAGE), Note::id, each);
    }

    private void eachContact(UUID customer, Each<Contact> each) throws IOException {
        Optional<String> next = Optional.empty();
        do {
            Page page = history.page(HistoryFilter.of(customer), next, PAGE);
            for (Contact contact : page.items()) {
                each.take(contact);
            }
            next = page.next();
        } while (next.isPresent());
    }

    private void eachCase(UUID customer, Each<Case> each) throws IOException {
        eachOf(last -> cases.page(CaseFilter.of(customer), last, PAGE), Case::id, each);
    }

    private void eachOrder(UUID customer, Each<Order> each) throws IOException {
        eachOf(last -> orders.page(Optional.of(customer), last, PAGE), Order::id, each);
    }

    private void eachEntry(UUID customer, Each<AuditEntry> each) throws IOException {
        Optional<String> record = Optional.of(customer.toString());
        eachOf(last -> audit.page(record, Optional.empty(), last, PAGE), AuditEntry::id, each);
    }

    /** @param pages the one after this record, of {@link #PAGE} unless it is the last */
    private static <T> void eachOf(Function<Optional<UUID>, List<T>> pages, Function<T, UUID> id, Each<T> each)
            throws IOException {
        Optional<UUID> last = Optional.empty();
        List<T> page;
        do {
            page = pages.apply(last);
            for (T one : page) {
                each.take(one);
                last = Optional.of(id.apply(one));
            }
        } while (page.size() == PAGE);
    }
}
