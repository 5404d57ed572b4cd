package io.ahoy.crm.casework;

import io.ahoy.crm.customer.Named;
import io.ahoy.crm.team.CasePriority;
import java.util.Optional;
import java.util.UUID;

/** What people write of a {@link Case}. */
public record CaseDraft(
        String type,
        Optional<String> category,
        CasePriority priority,
        String subject,
        String description,
        Optional<UUID> customer,
        Optional<UUID> organisation,
        Optional<UUID> owner,
        Optional<String> team,
        Optional<UUID> product,
        Optional<String> cause,
        Optional<String> remedy) {

    /** As a case has it now, to be changed. */
    public static CaseDraft of(Case from) {
        return new CaseDraft(
                from.type(),
                from.category(),
                from.priority(),
                from.subject(),
                from.description(),
                from.customer().map(Named::id),
                from.organisation().map(Named::id),
                from.owner().map(Named::id),
                from.team(),
                from.product().map(Named::id),
                from.cause(),
                from.remedy());
    }

    /** Of which nothing is known but what it is about. */
    public static CaseDraft of(String type, String subject, Optional<UUID> customer) {
        return new CaseDraft(
                type,
                Optional.empty(),
                CasePriority.NORMAL,
                subject,
                "",
                customer,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    CaseDraft withSubject(String other) {
        return new CaseDraft(
                type,
                category,
                priority,
                other,
                description,
                customer,
                organisation,
                owner,
                team,
                product,
                cause,
                remedy);
    }

    /** Somebody else, or nobody, works on it. */
    CaseDraft ownedBy(Optional<UUID> agent) {
        return new CaseDraft(
                type,
                category,
                priority,
                subject,
                description,
                customer,
                organisation,
                agent,
                team,
                product,
                cause,
                remedy);
    }

    CaseDraft in(Optional<UUID> itsOrganisation, Optional<String> itsTeam) {
        return new CaseDraft(
                type,
                category,
                priority,
                subject,
                description,
                customer,
                itsOrganisation,
                owner,
                itsTeam,
                product,
                cause,
                remedy);
    }
}
