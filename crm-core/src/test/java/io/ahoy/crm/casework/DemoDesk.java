package io.ahoy.crm.casework;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.NewContact;
import io.ahoy.crm.order.DemoOrders;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.CasePriority;
import io.ahoy.crm.team.DemoTeam;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What tests of cases do at the demo centre's desks: Anna is in the front line, Sara supervises from the back office. */
final class DemoDesk {
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final Actor ANNA = actor(DemoTeam.ANNA, NOW);
    static final Actor SARA = actor(DemoTeam.SARA, NOW);

    private DemoDesk() {}

    static CaseDraft fault(String subject) {
        return draft("fault", subject);
    }

    static CaseDraft draft(String type, String subject) {
        CaseDraft plain = CaseDraft.of(type, subject, Optional.empty());
        return new CaseDraft(
                type,
                Optional.of("line.slow"),
                plain.priority(),
                subject,
                plain.description(),
                plain.customer(),
                plain.organisation(),
                plain.owner(),
                plain.team(),
                plain.product(),
                plain.cause(),
                plain.remedy());
    }

    static CaseDraft filled(CaseDraft from, String field) {
        return new CaseDraft(
                from.type(),
                from.category(),
                from.priority(),
                from.subject(),
                from.description(),
                from.customer(),
                from.organisation(),
                from.owner(),
                from.team(),
                field.equals("product") ? Optional.of(DemoOrders.product(0)) : from.product(),
                field.equals("cause") ? Optional.of("Too hot") : from.cause(),
                field.equals("remedy") ? Optional.of("Another cup") : from.remedy());
    }

    static CaseDraft withPriority(CaseDraft from, CasePriority priority) {
        return new CaseDraft(
                from.type(),
                from.category(),
                priority,
                from.subject(),
                from.description(),
                from.customer(),
                from.organisation(),
                from.owner(),
                from.team(),
                from.product(),
                from.cause(),
                from.remedy());
    }

    /** Anna, so many minutes later. */
    static Actor at(int minutes) {
        return actor(DemoTeam.ANNA, NOW.plus(Duration.ofMinutes(minutes)));
    }

    static Actor actor(Agent agent, Instant now) {
        return new Actor(agent.id(), agent.role(), agent.routing().teams(), Optional.empty(), now);
    }

    static UUID interaction(Db db, Instant arrived) {
        UUID id = UuidV7.next(arrived);
        new History(db).open(new NewContact(id, "VOICE", "", true, Optional.empty(), "500", Optional.empty(), arrived));
        return id;
    }
}
