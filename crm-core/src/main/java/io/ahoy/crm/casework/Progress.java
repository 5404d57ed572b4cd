package io.ahoy.crm.casework;

import io.ahoy.crm.casework.CaseClocks.Course;
import io.ahoy.crm.casework.CaseClocks.Pace;
import io.ahoy.crm.team.CaseType;
import io.ahoy.crm.team.CaseType.State;
import io.ahoy.crm.team.CaseType.StateKind;
import io.ahoy.crm.team.WorkingTime;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a case has come. Whoever waits for the customer, or has solved what he wanted, has answered him by that.
 *
 * @param since in this state
 */
record Progress(
        String state,
        StateKind kind,
        Instant since,
        CaseClocks clocks,
        Instant openedAt,
        Optional<Instant> answeredAt,
        Optional<Instant> solvedAt,
        Optional<Instant> closedAt) {

    static Progress begun(CaseType type, Pace pace, Instant now) {
        State first = type.first(StateKind.NEW).orElseThrow();
        return new Progress(
                first.id(),
                first.kind(),
                now,
                CaseClocks.begun(pace, now),
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Progress moved(State to, Pace pace, Instant now) {
        Progress told = answers(to.kind()) ? answered(pace, now) : this;
        Optional<Instant> solved = switch (to.kind()) {
            case SOLVED -> Optional.of(now);
            case CLOSED -> solvedAt;
            case NEW, OPEN, WAITING_FOR_CUSTOMER -> Optional.empty();
        };
        return new Progress(
                to.id(),
                to.kind(),
                now,
                runs(to.kind()) ? told.clocks.resumed(pace, now) : told.clocks.paused(pace, now),
                openedAt,
                told.answeredAt,
                solved,
                to.kind() == StateKind.CLOSED ? Optional.of(now) : Optional.empty());
    }

    Progress answered(Pace pace, Instant now) {
        return with(clocks.answered(pace, now), answeredAt.or(() -> Optional.of(now)));
    }

    /** The customer came again. A case that waited for him, was solved, or was closed lately is open again. */
    Progress contacted(CaseType type, Pace pace, Instant now) {
        if (kind == StateKind.CLOSED
                && closedAt.filter(at -> type.reopens(at, now)).isEmpty()) {
            return this;
        }
        Progress open = runs(kind) ? this : moved(type.first(StateKind.OPEN).orElseThrow(), pace, now);
        return open.answeredAt.isPresent() ? open.with(open.clocks.asked(pace, now), open.answeredAt) : open;
    }

    /** It has another priority or type. */
    Progress promised(Pace before, Pace after, Instant now) {
        if (kind == StateKind.CLOSED || before.promises().equals(after.promises())) {
            return this;
        }
        Course course = new Course(openedAt, answeredAt.isPresent(), runs(kind));
        return with(clocks.promised(before, after, course, now), answeredAt);
    }

    /** Instants that never come stand for what no clock runs to. */
    Instant due() {
        return clocks.due().orElse(WorkingTime.NEVER);
    }

    Instant dueSoon(Pace pace) {
        return clocks.dueSoon(pace).orElse(WorkingTime.NEVER);
    }

    private Progress with(CaseClocks now, Optional<Instant> answered) {
        return new Progress(state, kind, since, now, openedAt, answered, solvedAt, closedAt);
    }

    private static boolean answers(StateKind kind) {
        return kind == StateKind.WAITING_FOR_CUSTOMER || kind == StateKind.SOLVED;
    }

    private static boolean runs(StateKind kind) {
        return kind == StateKind.NEW || kind == StateKind.OPEN;
    }
}
