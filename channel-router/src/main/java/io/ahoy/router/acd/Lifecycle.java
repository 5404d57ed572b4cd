package io.ahoy.router.acd;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A life as a table: state × event → state. The core steps through it, the diagrams in docs/lifecycles.md are drawn from it, and a
 * test fails on a transition that no scenario ever takes.
 */
public final class Lifecycle<S extends Enum<S>, E extends Enum<E>> {
    private final String name;
    private final S first;
    private final Map<S, Map<E, S>> table;
    private final List<Transition<S, E>> transitions;
    /** The table once more, as {@link #at} counts: it is looked up a dozen times for each call. */
    private final @Nullable Object[] states;

    private final int events;

    private Lifecycle(Draft<S, E> draft) {
        this.name = draft.name;
        this.first = draft.first;
        this.table = draft.table;
        this.transitions = Collections.unmodifiableList(draft.transitions);
        this.events = transitions.stream()
                        .mapToInt(one -> one.event().ordinal())
                        .max()
                        .orElse(0)
                + 1;
        this.states = new @Nullable Object[first.getDeclaringClass().getEnumConstants().length * events];
        transitions.forEach(one -> states[at(one.from(), one.event())] = one.to());
    }

    public record Transition<S, E>(S from, E event, S to) {}

    static <S extends Enum<S>, E extends Enum<E>> Draft<S, E> startingAt(String name, S first) {
        return new Draft<>(name, first);
    }

    /** The state that follows; an event that is illegal here is a bug of the caller, who checks before he steps. */
    public S after(S state, E event) {
        S next = event.ordinal() < events ? stateAt(at(state, event)) : null;
        if (next == null) {
            throw new Check.Failed("%s: %s is illegal in %s".formatted(name, event, state));
        }
        return next;
    }

    private int at(S state, E event) {
        return state.ordinal() * events + event.ordinal();
    }

    @SuppressWarnings("unchecked") // only the constructor sets it
    private @Nullable S stateAt(int at) {
        return (S) states[at];
    }

    public String name() {
        return name;
    }

    /** In the order in which they were written. */
    public List<Transition<S, E>> transitions() {
        return transitions;
    }

    /** A Mermaid state diagram. */
    public String diagram() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n    [*] --> " + first + "\n");
        for (Transition<S, E> one : transitions) {
            text.append("    %s --> %s : %s%n".formatted(one.from(), one.to(), words(one.event())));
        }
        transitions.stream()
                .map(Transition::to)
                .distinct()
                .filter(state -> !table.containsKey(state))
                .forEach(state -> text.append("    ").append(state).append(" --> [*]\n"));
        return text.toString();
    }

    private static String words(Enum<?> event) {
        return event.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The table while it is written down. */
    static final class Draft<S extends Enum<S>, E extends Enum<E>> {
        private final String name;
        private final S first;
        private final Map<S, Map<E, S>> table;
        private final List<Transition<S, E>> transitions = new ArrayList<>();

        private Draft(String name, S first) {
            this.name = name;
            this.first = first;
            this.table = new EnumMap<>(first.getDeclaringClass());
        }

        Draft<S, E> on(S from, E event, S to) {
            S before = table.computeIfAbsent(from, state -> new EnumMap<>(event.getDeclaringClass()))
                    .put(event, to);
            Check.that(before == null, "%s: %s in %s is written twice", name, event, from);
            transitions.add(new Transition<>(from, event, to));
            return this;
        }

        Lifecycle<S, E> written() {
            return new Lifecycle<>(this);
        }
    }

    /** Told of every step; the tests use it to find transitions that are never taken. */
    interface Witness {
        Witness NONE = (lifecycle, from, event) -> {};

        void saw(Lifecycle<?, ?> lifecycle, Enum<?> from, Enum<?> event);
    }
}
