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
            boolean erased) {}

    public void register(Api api) {
        api.get("/audit", Access.to(Action.READ, Subject.AUDIT), this::page);
    }

    private Answer page(Request request) {
        Listing<AuditEntry> found = Listing.of(
                request,
                limit -> audit.page(request.query("record"), request.queryId("agent"), request.queryId("after"), limit),
                one -> one.id().toString());
        return Answer.of(new Listing<>(found.items().stream().map(this::view).toList(), found.next()));
    }

    private EntryView view(AuditEntry entry) {
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
                entry.erased());
    }
}
