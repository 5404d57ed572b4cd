package io.ahoy.ivr.engine;

import io.ahoy.ivr.script.Node;
import io.ahoy.ivr.script.Problem;
import io.ahoy.ivr.script.Script;
import io.ahoy.ivr.script.ScriptChecker;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Runs one script for any number of calls: {@code state + input + now → state + outputs}. Immutable. */
public final class IvrEngine {
    private final Script script;
    private final Map<String, Node> steps;
    private final ZoneId centreZone;

    /**
     * An engine for one script.
     *
     * @param centreZone for opening hours that name no zone of their own
     * @throws IllegalArgumentException if the script was not checked and its steps do not lead to an end
     */
    public IvrEngine(Script script, ZoneId centreZone) {
        List<Problem> problems = ScriptChecker.checkFlow(script);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("an unchecked script: " + problems);
        }
        this.script = script;
        this.steps = script.byName();
        this.centreZone = centreZone;
    }

    public IvrTransition step(IvrState state, IvrInput input, Instant now) {
        return switch (input) {
            case IvrInput.Started started
            when state.phase() == IvrState.Phase.NEW -> walk(now).start(started);
            case IvrInput.Started again -> nothing(state);
            case IvrInput.PromptPlayed played
            when state.phase() == IvrState.Phase.PLAYING -> walk(now).heard(state);
            case IvrInput.PromptPlayed late -> nothing(state);
            case IvrInput.Digit digit
            when state.phase() == IvrState.Phase.PLAYING -> walk(now).interrupted(state, digit.key());
            case IvrInput.Digit digit
            when state.phase() == IvrState.Phase.COLLECTING -> walk(now).pressed(state, digit.key());
            case IvrInput.Digit late -> nothing(state);
            case IvrInput.NoDigit silence
            when state.phase() == IvrState.Phase.COLLECTING -> walk(now).silent(state);
            case IvrInput.NoDigit late -> nothing(state);
            case IvrInput.HungUp gone -> nothing(state.with(IvrState.Phase.OVER));
        };
    }

    private Walk walk(Instant now) {
        return new Walk(script, steps, centreZone, now);
    }

    private static IvrTransition nothing(IvrState state) {
        return new IvrTransition(state, List.of());
    }
}
