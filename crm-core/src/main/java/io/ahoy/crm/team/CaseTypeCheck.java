package io.ahoy.crm.team;

import io.ahoy.crm.team.CaseType.Clocks;
import io.ahoy.crm.team.CaseType.State;
import io.ahoy.crm.team.CaseType.StateKind;
import io.ahoy.crm.team.ConfigurationProblem.Notes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is wrong with a case type: its lifecycle must lead from the beginning to an end, and its clocks must be able to run. */
final class CaseTypeCheck {
    static final int STATES_MAX = 50;
    private static final Duration PROMISE_MAX = Duration.ofDays(366);
    private static final int REOPEN_DAYS_MAX = 366;

    private final Configuration all;
    private final CaseType type;
    private final Notes notes;

    CaseTypeCheck(Configuration all, CaseType type, Notes notes) {
        this.all = all;
        this.type = type;
        this.notes = notes;
    }

    void run() {
        states();
        clocks(type.clocks());
        type.team()
                .ifPresent(team -> notes.refuse(
                        !all.has(Kind.TEAMS, team),
                        "team",
                        "There is no team %s; name one that exists, or none.",
                        team));
    }

    private void states() {
        notes.refuse(type.states().size() > STATES_MAX, "states", "At most %s states.", STATES_MAX);
        long beginnings = count(StateKind.NEW);
        notes.refuse(beginnings != 1, "states", "%s states of kind NEW; a case begins in exactly one.", beginnings);
        for (StateKind kind : new StateKind[] {StateKind.OPEN, StateKind.SOLVED, StateKind.CLOSED}) {
            notes.refuse(count(kind) == 0, "states", "There must be a state of kind %s.", kind);
        }
        Set<String> known = type.stateIds().collect(Collectors.toSet());
        notes.refuse(known.size() < type.states().size(), "states", "Two states have the same id.");
        for (int i = 0; i < type.states().size(); i++) {
            state("states." + i, type.states().get(i), known);
        }
        if (beginnings == 1) {
            ways();
        }
    }

    private void state(String field, State state, Set<String> known) {
        ConfigurationCheck.named(notes, field + ".", state.id(), state.title());
        for (String next : state.next()) {
            notes.refuse(!known.contains(next), field + ".next", "There is no state %s in this lifecycle.", next);
        }
    }

    private void ways() {
        Set<String> reached = closure(
                state -> state.kind() == StateKind.NEW || state.kind() == StateKind.OPEN && isFirstOpen(state), true);
        Set<String> ending = closure(state -> state.kind() == StateKind.CLOSED, false);
        for (int i = 0; i < type.states().size(); i++) {
            State state = type.states().get(i);
            String field = "states." + i + ".next";
            notes.refuse(
                    !reached.contains(state.id()) && state.kind() != StateKind.CLOSED,
                    field,
                    "No case ever comes to %s; let a state before it lead there.",
                    state.id());
            notes.refuse(
                    !ending.contains(state.id()),
                    field,
                    "From %s no case is ever closed; let it lead to a state that ends.",
                    state.id());
        }
    }

    /** Customers bring cases there, whatever people may do. */
    private boolean isFirstOpen(State state) {
        return type.first(StateKind.OPEN).filter(state::equals).isPresent();
    }

    /** Those states, and all that are reached from them, or from which they are reached. */
    private Set<String> closure(Predicate<State> begin, boolean forwards) {
        Set<String> found =
                type.states().stream().filter(begin).map(State::id).collect(Collectors.toCollection(HashSet::new));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (State state : type.states()) {
                if (forwards && found.contains(state.id())) {
                    grew |= found.addAll(state.next());
                } else if (!forwards && state.next().stream().anyMatch(found::contains)) {
                    grew |= found.add(state.id());
                }
            }
        }
        return found;
    }

    private long count(StateKind kind) {
        return type.states().stream().filter(state -> state.kind() == kind).count();
    }

    private void clocks(Clocks clocks) {
        clocks.calendar()
                .ifPresent(calendar -> notes.refuse(
                        !all.has(Kind.CALENDARS, calendar),
                        "clocks.calendar",
                        "There is no calendar %s; name one that exists, or none for day and night.",
                        calendar));
        promises("clocks.firstAnswer", clocks.firstAnswer());
        promises("clocks.nextAnswer", clocks.nextAnswer());
        promises("clocks.solution", clocks.solution());
        clocks.reopenDays()
                .ifPresent(days -> notes.refuse(
                        days < 1 || days > REOPEN_DAYS_MAX,
                        "clocks.reopenDays",
                        "From 1 to %s days; leave it out so that closed cases stay closed.",
                        REOPEN_DAYS_MAX));
        double share = clocks.warningShare();
        notes.refuse(
                !(share >= 0 && share < 1),
                "clocks.warning",
                "%s is no share of a promise; write 0 to less than 1, as 0.2 for its last fifth.",
                share);
    }

    private void promises(String field, SortedMap<CasePriority, Duration> promises) {
        promises.forEach((priority, promise) -> notes.refuse(
                !promise.isPositive() || promise.compareTo(PROMISE_MAX) > 0,
                field + "." + priority,
                "A promise is more than 0 and at most %s days of working time; leave it out to promise nothing.",
                PROMISE_MAX.toDays()));
    }
}
