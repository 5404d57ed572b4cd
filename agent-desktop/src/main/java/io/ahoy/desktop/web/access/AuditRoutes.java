package io.ahoy.desktop.web.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.AuditEntry;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.Named;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Json;
import io.ahoy.desktop.web.Listing;
import io.ahoy.desktop.web.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code /audit}: who read and who changed what. There is no way to change it. */
public final class AuditRoutes {
    private final Audit audit;
    private final Json json;

    public AuditRoutes(Audit audit, Json json) {
        this.audit = audit;
        this.json = json;
    }

    /** @param shown by a list or a search; else empty */
    private record EntryView(
            UUID id,
            Instant at,
            Optional<Named> agent,
            Optional<UUID> token,
            String action,
            String subject,
            String record,
            Optional<JsonNode> before,
            Optional<JsonNode> after,
            boolean erased,
            List<UUID> shown) {}

    public void register(Api api) {
        api.get("/audit", Access.to(Action.READ, Subject.AUDIT), this::page);
    }

    private Answer page(Request request) {
        Listing<AuditEntry> found = Listing.of(
                request,
                limit -> audit.page(request.query("record"), request.queryId("agent"), request.queryId("after"), limit),
                one -> one.id().toString());
        Map<UUID, List<UUID>> shown =
                audit.shown(found.items().stream().map(AuditEntry::id).toList());
        return Answer.of(new Listing<>(
                found.items().stream()
                        .map(one -> view(one, shown.getOrDefault(one.id(), List.of())))
                        .toList(),
                found.next()));
    }

    private EntryView view(AuditEntry entry, List<UUID> shown) {
        return new EntryView(
                entry.id(),
                entry.at(),
                entry.agent().map(id -> new Named(id, entry.agentName().orElse(""))),
                entry.token(),
                entry.action(),
                entry.subject(),
                entry.record(),
                entry.before().map(json::readTree),
                entry.after().map(json::readTree),
                entry.erased(),
                shown);
    }
}
