package io.ahoy.crm.privacy;

import io.ahoy.crm.access.AuditEntry;
import io.ahoy.crm.customer.Address;
import io.ahoy.crm.customer.Consent;
import io.ahoy.crm.customer.ContactPoint;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.Named;
import io.ahoy.crm.customer.Note;
import io.ahoy.crm.history.Contact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.owasp.html.HtmlStreamRenderer;

/** What we know of somebody as a page that he can read: text only, whatever he or an agent may have written. */
final class ExportPage {
    private final Writer out;
    private final HtmlStreamRenderer html;

    ExportPage(Writer out) {
        this.out = out;
        this.html = HtmlStreamRenderer.create(
                (Appendable) out,
                broken -> {
                    throw new UncheckedIOException(broken);
                },
                impossible -> {
                    throw new IllegalStateException(impossible);
                });
    }

    void begin(Customer customer) throws IOException {
        out.write("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Export</title></head>\n");
        html.openDocument();
        heading("h1", customer.name());
        line("Number of the record", customer.id().toString());
        customer.givenName().ifPresent(value -> line("Given name", value));
        customer.familyName().ifPresent(value -> line("Family name", value));
        customer.reading().ifPresent(value -> line("Said as", value));
        customer.address().ifPresent(value -> line("Address", address(value)));
        customer.language().ifPresent(value -> line("Language", value));
        customer.timeZone().ifPresent(value -> line("Time zone", value));
        customer.segment().ifPresent(value -> line("Segment", value));
        customer.organisation().map(Named::name).ifPresent(value -> line("Organisation", value));
        customer.owner().map(Named::name).ifPresent(value -> line("Looked after by", value));
        line("Known since", customer.since().toString());
        line("Tags", String.join(", ", customer.tags()));
        if (!customer.neverOffered().isEmpty()) {
            line(
                    "Never put through to",
                    customer.neverOffered().stream().map(Named::name).collect(Collectors.joining(", ")));
        }
        heading("h2", "How to reach");
        for (ContactPoint point : customer.points()) {
            line(point.kind().name(), point.value() + " " + point.label());
        }
        heading("h2", "Consents");
        for (Consent consent : customer.consents()) {
            line(
                    consent.purpose() + ", " + consent.channel(),
                    (consent.given() ? "given" : "refused") + " on " + consent.at() + ", " + consent.source());
        }
    }

    void beginNotes() {
        heading("h2", "Notes");
    }

    void note(Note note) {
        line(note.writtenAt() + ", " + note.author().name(), note.text());
    }

    void beginContacts() {
        heading("h2", "Contacts");
    }

    void contact(Contact contact) {
        String stays = contact.segments().stream()
                .map(segment -> segment.queue()
                        + segment.agent().map(agent -> " with " + agent.name()).orElse(""))
                .collect(Collectors.joining(", "));
        String written = contact.wrapUps().stream()
                .map(wrapUp -> wrapUp.disposition().orElse("") + " " + wrapUp.note())
                .collect(Collectors.joining("; "));
        line(
                contact.arrivedAt() + ", " + contact.channel(),
                "from " + contact.from() + " to " + contact.to() + ": " + stays + ". " + written);
    }

    void beginAudit() {
        heading("h2", "Who read and who changed this record");
    }

    void entry(AuditEntry entry) {
        line(entry.at() + ", " + entry.agentName().orElse("Ahoy"), entry.action() + " " + entry.subject());
    }

    void end() throws IOException {
        html.closeDocument();
        out.write("\n</html>\n");
    }

    private static String address(Address address) {
        return String.join(", ", address.lines())
                + address.postalCode().map(value -> ", " + value).orElse("")
                + address.city().map(value -> " " + value).orElse("")
                + address.region().map(value -> ", " + value).orElse("")
                + address.country().map(value -> ", " + value).orElse("");
    }

    private void heading(String tag, String text) {
        html.openTag(tag, List.of());
        html.text(text);
        html.closeTag(tag);
    }

    private void line(String name, String value) {
        html.openTag("p", List.of());
        html.openTag("strong", List.of());
        html.text(name + ": ");
        html.closeTag("strong");
        html.text(value);
        html.closeTag("p");
    }
}
