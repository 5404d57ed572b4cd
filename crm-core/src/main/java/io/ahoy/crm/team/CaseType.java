package io.ahoy.crm.team;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * A kind of case, as request or complaint, with the way that its cases go.
 *
 * @param complaint its cases are solved only when cause, product and remedy are known
 * @param states the lifecycle, in the order in which people read it; a case begins in the one of kind {@link StateKind#NEW}, goes back
 *     to the first of kind {@link StateKind#OPEN} when the customer comes again, and is closed into the first of kind
 *     {@link StateKind#CLOSED} when it is merged
 * @param clocks how soon the customer is promised something
 * @param team looks after its cases unless somebody says otherwise
 */
public record CaseType(
        String id, Titles title, boolean complaint, List<State> states, Clocks clocks, Optional<String> team)
        implements Configured {
    public CaseType {
        states = List.copyOf(states);
    }

    /** What a state means to the clocks and to lists. */
    public enum StateKind {
        NEW,
        OPEN,
        /** The clocks stand still. */
        WAITING_FOR_CUSTOMER,
        /** Opened again when the customer comes back. */
        SOLVED,
        /** For good, or until the customer comes back within the days of its type. */
        CLOSED
    }

    /** @param next the states that people may move a case to from here, by id */
    public record State(String id, Titles title, StateKind kind, List<String> next) {
        public State {
            next = List.copyOf(next);
        }
    }

    /**
     * Promises by priority, in working time; a priority that is missing is promised nothing.
     *
     * @param calendar whose hours count; day and night without one
     * @param firstAnswer from the beginning
     * @param nextAnswer from when the customer came again
     * @param solution from the beginning
     * @param warning the last share of a promise, 0 to 1, in which a case is nearly overdue
     * @param reopenDays so long after it was closed the customer opens a case again by coming back; without, it is closed for good
     */
    public record Clocks(
            Optional<String> calendar,
            SortedMap<CasePriority, Duration> firstAnswer,
            SortedMap<CasePriority, Duration> nextAnswer,
            SortedMap<CasePriority, Duration> solution,
            Optional<Double> warning,
            Optional<Integer> reopenDays) {
        private static final double WARNING = 0.2;

        public Clocks {
            firstAnswer = Sorted.map(firstAnswer);
            nextAnswer = Sorted.map(nextAnswer);
            solution = Sorted.map(solution);
        }

        public double warningShare() {
            return warning.orElse(WARNING);
        }
    }

    /** A customer who comes now opens again what was closed then. */
    public boolean reopens(Instant closedAt, Instant now) {
        return clocks.reopenDays()
                .filter(days -> closedAt.plus(Duration.ofDays(days)).isAfter(now))
                .isPresent();
    }

    public Optional<State> state(String id) {
        return states.stream().filter(state -> state.id().equals(id)).findFirst();
    }

    /** In the order of the lifecycle. */
    public Optional<State> first(StateKind... kinds) {
        return states.stream()
                .filter(state -> Arrays.asList(kinds).contains(state.kind()))
                .findFirst();
    }

    Stream<String> stateIds() {
        return states.stream().map(State::id);
    }

    @Override
    public Kind kind() {
        return Kind.CASE_TYPES;
    }

    @Override
    public String key() {
        return id;
    }
}
