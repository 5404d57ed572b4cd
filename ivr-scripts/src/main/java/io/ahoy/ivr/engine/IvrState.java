package io.ahoy.ivr.engine;

import java.util.List;
import java.util.Optional;

/**
 * Where a call is in its script. Immutable; a call begins with {@link #NEW}.
 *
 * @param step name of the script's step; empty before the start
 * @param tries how often the caller has heard the menu he is in
 * @param typedAhead a key pressed during an announcement, meant for the next menu
 * @param stillIn languages in which the prompts playing now are to be repeated
 */
public record IvrState(
        Phase phase,
        String step,
        IvrInput.Started call,
        String language,
        int tries,
        Optional<Character> typedAhead,
        List<String> stillIn) {

    public static final IvrState NEW = of(new IvrInput.Started("", Optional.empty(), Optional.empty(), false));

    public IvrState {
        stillIn = List.copyOf(stillIn);
    }

    static IvrState of(IvrInput.Started call) {
        return new IvrState(Phase.NEW, "", call, "", 0, Optional.empty(), List.of());
    }

    public enum Phase {
        /** Not answered yet. */
        NEW,
        /** The caller hears prompts. */
        PLAYING,
        /** The caller is to press a key. */
        COLLECTING,
        /** Hung up or handed to a queue. */
        OVER
    }

    public boolean isOver() {
        return phase == Phase.OVER;
    }

    IvrState with(Phase newPhase) {
        return new IvrState(newPhase, step, call, language, tries, typedAhead, stillIn);
    }

    IvrState at(String newStep) {
        return new IvrState(phase, newStep, call, language, 0, typedAhead, List.of());
    }

    IvrState speaking(String newLanguage) {
        return new IvrState(phase, step, call, newLanguage, tries, typedAhead, stillIn);
    }

    IvrState triedAgain() {
        return new IvrState(phase, step, call, language, tries + 1, typedAhead, List.of());
    }

    IvrState typed(Optional<Character> key) {
        return new IvrState(phase, step, call, language, tries, key, stillIn);
    }

    IvrState repeatingIn(List<String> languages) {
        return new IvrState(phase, step, call, language, tries, typedAhead, languages);
    }
}
