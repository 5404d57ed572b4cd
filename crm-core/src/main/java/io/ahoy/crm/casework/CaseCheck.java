package io.ahoy.crm.casework;

import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.customer.RecordCheck;
import io.ahoy.crm.team.CaseRules;
import io.ahoy.crm.team.CaseType;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;

/** What can stand in a case. The first thing that is wrong is told, by its field. */
final class CaseCheck {
    static final int SUBJECT_MAX = 200;
    static final int DESCRIPTION_MAX = 20_000;
    static final int REASON_MAX = 500;

    private CaseCheck() {}

    static void check(CaseDraft draft) {
        if (draft.subject().isBlank()) {
            throw new Refusal.Invalid("subject", "Must not be empty; say in a few words what it is about.");
        }
        RecordCheck.text("subject", draft.subject(), SUBJECT_MAX);
        long length = draft.description().codePoints().count();
        if (length > DESCRIPTION_MAX) {
            throw new Refusal.Invalid("description", "Must have at most " + DESCRIPTION_MAX + " characters.");
        }
        draft.cause().ifPresent(text -> RecordCheck.text("cause", text, REASON_MAX));
        draft.remedy().ifPresent(text -> RecordCheck.text("remedy", text, REASON_MAX));
    }

    /** Everything that it names must exist. */
    static void requireKnown(SqlSession session, CaseDraft draft) {
        CaseRules rules = new CaseRules(session);
        CaseMapper mapper = session.getMapper(CaseMapper.class);
        exists(draft.category().isEmpty() || rules.hasCategory(draft.category().get()), "category", "case category");
        exists(draft.team().isEmpty() || rules.hasTeam(draft.team().get()), "team", "team");
        exists(
                draft.customer().isEmpty()
                        || mapper.customer(draft.customer().get()).isPresent(),
                "customer",
                "customer");
        exists(
                draft.organisation().isEmpty()
                        || mapper.organisation(draft.organisation().get()).isPresent(),
                "organisation",
                "organisation");
        exists(draft.owner().isEmpty() || mapper.agent(draft.owner().get()).isPresent(), "owner", "agent");
        exists(
                draft.product().isEmpty()
                        || mapper.product(draft.product().get()).isPresent(),
                "product",
                "product");
    }

    /** A complaint is not solved before it is known why it came, about what, and what was done. */
    static void requireSolvable(CaseType type, Case solved) {
        if (type.complaint()) {
            required(solved.cause(), "cause");
            required(solved.product(), "product");
            required(solved.remedy(), "remedy");
        }
    }

    private static void required(Optional<?> given, String field) {
        if (given.isEmpty()) {
            throw new Refusal.Invalid(
                    field, "A complaint needs cause, product and remedy before it is solved; fill them in first.");
        }
    }

    private static void exists(boolean known, String field, String what) {
        if (!known) {
            throw new Refusal.Invalid(field, "There is no such " + what + ".");
        }
    }
}
