package io.ahoy.desktop.web.customer;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.Note;
import io.ahoy.crm.customer.Notes;
import io.ahoy.crm.customer.Organisations;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code /customers/{id}/notes}, {@code /organisations/{id}/notes}, {@code /cases/{id}/notes} and {@code /notes}. */
public final class NoteRoutes {
    private final Notes notes;
    private final Customers customers;
    private final Organisations organisations;
    private final Cases cases;
    private final Audit audit;

    public NoteRoutes(Notes notes, Customers customers, Organisations organisations, Cases cases, Audit audit) {
        this.audit = audit;
        this.notes = notes;
        this.customers = customers;
        this.organisations = organisations;
        this.cases = cases;
    }

    private record Text(String text) {}

    public void register(Api api) {
        Access read = Access.to(Action.READ, Subject.NOTE);
        Access create = Access.to(Action.CREATE, Subject.NOTE);
        api.get("/customers/:id/notes", read, request -> list(request, "/customers/{id}/notes", customer(request)));
        api.post("/customers/:id/notes", create, request -> write(request, customer(request)));
        api.get(
                "/organisations/:id/notes",
                read,
                request -> list(request, "/organisations/{id}/notes", organisation(request)));
        api.post("/organisations/:id/notes", create, request -> write(request, organisation(request)));
        api.get("/cases/:id/notes", read, this::listOfCase);
        api.post(
                "/cases/:id/notes",
                create,
                request -> write(request, caseSeen(request).id()));
        api.put("/notes/:id", Access.to(Action.CHANGE, Subject.NOTE), this::put);
        api.delete("/notes/:id", Access.to(Action.DELETE, Subject.NOTE), this::delete);
    }

    private Answer listOfCase(Request request) {
        Case seen = caseSeen(request);
        return list(request, "/cases/{id}/notes", seen.id(), seen.tellsOf());
    }

    private Answer list(Request request, String operation, UUID record) {
        return list(request, operation, record, Stream.of(record));
    }

    /** @param about whoever reads these notes learns something of them */
    private Answer list(Request request, String operation, UUID record, Stream<UUID> about) {
        Listing<Note> page = Listing.of(
                request,
                limit -> notes.page(record, request.queryId("after"), limit),
                one -> one.id().toString());
        if (!page.items().isEmpty()) {
            Stream<UUID> shown = page.items().stream().map(Note::id);
            audit.shown(request.actor(), Subject.NOTE, operation, Stream.concat(about, shown));
        }
        return Answer.of(page);
    }

    private Answer write(Request request, UUID record) {
        Note written = notes.write(record, request.body(Text.class).text(), request.actor());
        return Answer.created(written, written.version());
    }

    private Answer put(Request request) {
        Note changed = notes.change(
                noteSeen(request), request.ifMatch(), request.body(Text.class).text(), request.actor());
        return Answer.of(changed, changed.version());
    }

    private Answer delete(Request request) {
        notes.delete(noteSeen(request), request.ifMatch(), request.actor());
        return Answer.NOTHING;
    }

    private UUID customer(Request request) {
        return customers
                .get(request.id("id"))
                .orElseThrow(() -> Problem.notFound("There is no such customer."))
                .id();
    }

    private Case caseSeen(Request request) {
        return cases.get(request.id("id"), request.actor())
                .orElseThrow(() -> Problem.notFound("There is no such case."));
    }

    /** Who may not see a case sees none of its notes, whoever wrote them. */
    private UUID noteSeen(Request request) {
        UUID note = request.id("id");
        if (notes.about(note)
                .filter(record -> cases.isHidden(record, request.actor()))
                .isPresent()) {
            throw Problem.notFound("There is no such note.");
        }
        return note;
    }

    private UUID organisation(Request request) {
        return organisations
                .get(request.id("id"))
                .orElseThrow(() -> Problem.notFound("There is no such organisation."))
                .id();
    }
}
