package io.ahoy.desktop.web.casework;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.CaseLinks;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.casework.Relation;
import io.ahoy.crm.history.Contact;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.HistoryFilter;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import io.ahoy.desktop.web.history.ContactView;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** How cases hang together: {@code /cases/{id}/…} and {@code /interactions/{id}/case}. */
public final class CaseLinkRoutes {
    /** A case with more interactions than that is several cases. */
    private static final int INTERACTIONS_MAX = 200;

    private final CaseLinks links;
    private final Cases cases;
    private final History history;
    private final Audit audit;

    public CaseLinkRoutes(CaseLinks links, Cases cases, History history, Audit audit) {
        this.audit = audit;
        this.links = links;
        this.cases = cases;
        this.history = history;
    }

    public void register(Api api) {
        Access read = Access.to(Action.READ, Subject.CASE);
        Access change = Access.to(Action.CHANGE, Subject.CASE);
        api.post("/cases/:id/merge", change, this::merge);
        api.post("/cases/:id/split", change, this::split);
        api.get("/cases/:id/relations", read, this::relations);
        api.put("/cases/:id/relations/:other", change, this::relate);
        api.delete("/cases/:id/relations/:other", change, this::unrelate);
        api.get("/cases/:id/interactions", Access.to(Action.READ, Subject.HISTORY), this::interactions);
        api.get("/interactions/:id/case", read, this::caseOf);
        api.put("/interactions/:id/case", change, this::attach);
    }

    private record Merge(UUID into) {}

    private Answer merge(Request request) {
        UUID into = request.body(Merge.class).into();
        Case whole = links.merge(request.id("id"), request.ifMatch(), into, request.actor());
        return Answer.of(whole, whole.version());
    }

    private record Split(String subject, List<UUID> interactions) {}

    private Answer split(Request request) {
        Split wish = request.body(Split.class);
        Case made =
                links.split(request.id("id"), request.ifMatch(), wish.subject(), wish.interactions(), request.actor());
        return Answer.created(made, made.version());
    }

    private Answer relations(Request request) {
        List<Relation> relations = links.relations(request.id("id"), request.actor());
        audit.shown(
                request.actor(),
                Subject.CASE,
                "/cases/{id}/relations",
                relations.stream().map(Relation::id));
        return Answer.of(Listing.whole(relations));
    }

    private Answer relate(Request request) {
        links.relate(request.id("id"), request.id("other"), request.actor());
        return Answer.NOTHING;
    }

    private Answer unrelate(Request request) {
        links.unrelate(request.id("id"), request.id("other"), request.actor());
        return Answer.NOTHING;
    }

    private Answer interactions(Request request) {
        Case found = cases.get(request.id("id"), request.actor())
                .orElseThrow(() -> Problem.notFound("There is no such case."));
        List<Contact> newest = history.page(HistoryFilter.ofCase(found.id()), Optional.empty(), INTERACTIONS_MAX)
                .items();
        if (!newest.isEmpty()) {
            Stream<UUID> told = newest.stream().flatMap(Contact::tellsOf);
            audit.shown(
                    request.actor(), Subject.HISTORY, "/cases/{id}/interactions", Stream.concat(found.tellsOf(), told));
        }
        return Answer.of(Listing.whole(newest.stream().map(ContactView::of).toList()));
    }

    private Answer caseOf(Request request) {
        Optional<Case> found = links.caseOf(request.id("id"), request.actor());
        found.ifPresent(one -> audit.read(request.actor(), Subject.CASE, one.id()));
        return told(found);
    }

    private record Attachment(Optional<UUID> serviceCase) {}

    private Answer attach(Request request) {
        return told(
                links.attach(request.id("id"), request.body(Attachment.class).serviceCase(), request.actor()));
    }

    private static Answer told(Optional<Case> found) {
        return found.map(one -> Answer.of(one, one.version())).orElse(Answer.NOTHING);
    }
}
