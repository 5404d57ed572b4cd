package io.ahoy.crm.casework;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.CaseClocks.Pace;
import io.ahoy.crm.casework.CaseClocks.Promises;
import io.ahoy.crm.casework.CaseRows.CaseRow;
import io.ahoy.crm.customer.Findable;
import io.ahoy.crm.customer.Named;
import io.ahoy.crm.store.RecordJson;
import io.ahoy.crm.team.CasePriority;
import io.ahoy.crm.team.CaseRules;
import io.ahoy.crm.team.CaseType;
import io.ahoy.crm.team.CaseType.Clocks;
import io.ahoy.crm.team.CaseType.StateKind;
import io.ahoy.crm.team.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** Reads and writes single cases within somebody's transaction, and says who may. */
final class CaseStore {
    private final SqlSession session;
    private final CaseMapper mapper;
    private final CaseRules rules;

    CaseStore(SqlSession session) {
        this.session = session;
        this.mapper = session.getMapper(CaseMapper.class);
        this.rules = new CaseRules(session);
    }

    Optional<Case> find(UUID id) {
        return mapper.get(id).map(CaseRow::read);
    }

    /** Those that he may not read are as if they were not there. */
    Optional<Case> find(UUID id, Actor actor) {
        return find(id).filter(found -> may(Action.READ, found, actor));
    }

    /** Nobody else changes it until the transaction ends. */
    Case locked(UUID id, long version, Action action, Actor actor) {
        Case present = locked(id, action, actor);
        if (present.version() != version) {
            throw new Refusal.Stale(present);
        }
        return present;
    }

    Case locked(UUID id, Action action, Actor actor) {
        return lockedIfSeen(id, action, actor).orElseThrow(() -> new Refusal.Unknown("There is no such case."));
    }

    /** @param field that names it */
    Case lockedNamed(UUID id, String field, Actor actor) {
        return lockedIfSeen(id, Action.CHANGE, actor)
                .orElseThrow(() -> new Refusal.Invalid(field, "There is no such case."));
    }

    private Optional<Case> lockedIfSeen(UUID id, Action action, Actor actor) {
        Optional<Case> found = mapper.lock(id).flatMap(there -> find(id, actor));
        found.filter(one -> !may(action, one, actor)).ifPresent(one -> {
            throw new Refusal.NotAllowed(
                    "Case " + one.number() + " is looked after by others; ask them, or a supervisor.");
        });
        return found;
    }

    static void requireNotClosed(Case one) {
        if (one.stateKind() == StateKind.CLOSED) {
            throw new Refusal.Conflict(one.mergedInto()
                    .map(into -> "Case " + one.number() + " is closed and goes on in " + into.name()
                            + ". Open a new one and relate the two.")
                    .orElseGet(() -> "Case " + one.number() + " is closed. Open a new one and relate the two."));
        }
    }

    // ---- rules

    CaseType type(String id) {
        return rules.type(id).orElseThrow(() -> new Refusal.Invalid("type", "There is no such case type."));
    }

    Pace pace(CaseType type, CasePriority priority) {
        Clocks clocks = type.clocks();
        Promises promises = new Promises(
                of(clocks.firstAnswer(), priority),
                of(clocks.nextAnswer(), priority),
                of(clocks.solution(), priority),
                clocks.warningShare());
        return new Pace(promises, new WorkingTime(clocks.calendar().flatMap(rules::calendar)));
    }

    private static Optional<Duration> of(SortedMap<CasePriority, Duration> promises, CasePriority priority) {
        return Optional.ofNullable(promises.get(priority));
    }

    // ---- writing

    /** Counted up by everybody who opens one, one after the other. */
    String nextNumber(Instant now) {
        int year = now.atZone(ZoneOffset.UTC).getYear();
        mapper.countUp(year);
        return "C-%d-%06d".formatted(year, mapper.lastNumber(year));
    }

    Case insert(UUID id, CaseDraft draft, Progress progress, Pace pace, Instant now) {
        String number = nextNumber(now);
        mapper.insert(
                id,
                number,
                draft,
                progress,
                RecordJson.write(progress.clocks()),
                progress.due(),
                progress.dueSoon(pace),
                now);
        Findable.write(session, id, Subject.CASE, number, draft.subject());
        return find(id).orElseThrow();
    }

    Case rewritten(Case before, CaseDraft draft, Progress to, Pace pace, Instant now) {
        mapper.update(before.id(), draft, now);
        writeProgress(before.id(), to, pace);
        if (!before.subject().equals(draft.subject())) {
            Findable.write(session, before.id(), Subject.CASE, before.number(), draft.subject());
        }
        return find(before.id()).orElseThrow();
    }

    Case progressed(Case before, Progress to, Pace pace, Instant now) {
        mapper.touch(before.id(), now);
        writeProgress(before.id(), to, pace);
        return find(before.id()).orElseThrow();
    }

    private void writeProgress(UUID id, Progress to, Pace pace) {
        mapper.progress(id, to, RecordJson.write(to.clocks()), to.due(), to.dueSoon(pace));
    }

    void created(Case made, Actor actor) {
        Audit.created(session, actor, Subject.CASE, made.id(), made);
    }

    Case changed(Case before, Case after, Actor actor) {
        Audit.changed(session, actor, Subject.CASE, before.id(), before, after);
        return after;
    }

    private static boolean may(Action action, Case one, Actor actor) {
        return actor.may(Subject.CASE, action, one.owner().map(Named::id), one.team());
    }
}
