package io.ahoy.crm.casework;

import io.ahoy.crm.team.CaseType.StateKind;
import java.util.UUID;

/** How a case hangs together with another one. */
public record Relation(Kind kind, UUID id, String number, String subject, StateKind stateKind) {
    /** As seen from the case that it is told of. */
    public enum Kind {
        RELATED,
        MERGED_INTO,
        MERGED_FROM,
        SPLIT_FROM,
        SPLIT_INTO
    }
}
