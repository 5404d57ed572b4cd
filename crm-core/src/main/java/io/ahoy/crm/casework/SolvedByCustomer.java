package io.ahoy.crm.casework;

import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.CaseClocks.Pace;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.team.CaseType;
import io.ahoy.crm.team.CaseType.State;
import io.ahoy.crm.team.CaseType.StateKind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A customer needs no answer any more. */
public final class SolvedByCustomer {
    private final Db db;

    public SolvedByCustomer(Db db) {
        this.db = db;
    }

    private record Said(Optional<String> customer) {}

    /**
     * It is solved, if the lifecycle of its type leads there and nothing else is needed; in any case its history tells what he said.
     *
     * @param words what he said
     * @return whether it is solved
     */
    public boolean solve(UUID id, String words, Instant now) {
        return db.call(session -> {
            CaseStore store = new CaseStore(session);
            Optional<Case> found = session.getMapper(CaseMapper.class).lock(id).flatMap(there -> store.find(id));
            if (found.isEmpty()) {
                return false;
            }
            Case before = found.get();
            Audit.changed(session, now, Subject.CASE, id, new Said(Optional.empty()), new Said(Optional.of(words)));
            CaseType type = store.type(before.type());
            Optional<State> solved = solved(type, before).filter(state -> isSolvable(type, before));
            solved.ifPresent(state -> {
                Pace pace = store.pace(type, before.priority());
                Case after = store.progressed(before, before.progress().moved(state, pace, now), pace, now);
                Audit.changed(session, now, Subject.CASE, id, before, after);
            });
            return solved.isPresent();
        });
    }

    /** The nearest one, by whatever states people would have to go through. */
    private static Optional<State> solved(CaseType type, Case one) {
        if (one.stateKind() == StateKind.SOLVED || one.stateKind() == StateKind.CLOSED) {
            return Optional.empty();
        }
        Set<String> seen = new HashSet<>();
        Deque<String> ahead = new ArrayDeque<>();
        ahead.add(one.state());
        while (!ahead.isEmpty()) {
            Optional<State> state = type.state(ahead.remove()).filter(next -> seen.add(next.id()));
            if (state.filter(next -> next.kind() == StateKind.SOLVED).isPresent()) {
                return state;
            }
            state.filter(next -> next.kind() != StateKind.CLOSED).ifPresent(next -> ahead.addAll(next.next()));
        }
        return Optional.empty();
    }

    private static boolean isSolvable(CaseType type, Case one) {
        try {
            CaseCheck.requireSolvable(type, one);
            return true;
        } catch (Refusal.Invalid missing) {
            return false;
        }
    }
}
