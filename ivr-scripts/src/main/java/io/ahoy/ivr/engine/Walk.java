package io.ahoy.ivr.engine;

import io.ahoy.ivr.script.Condition;
import io.ahoy.ivr.script.Node;
import io.ahoy.ivr.script.Script;
import io.ahoy.ivr.script.Word;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** From one input to the next point where the caller is waited for, gathering outputs on the way. */
final class Walk {
    private final Script script;
    private final Map<String, Node> steps;
    private final ZoneId centreZone;
    private final Instant now;
    private final List<IvrOutput> outputs = new ArrayList<>();

    Walk(Script script, Map<String, Node> steps, ZoneId centreZone, Instant now) {
        this.script = script;
        this.steps = steps;
        this.centreZone = centreZone;
        this.now = now;
    }

    IvrTransition start(IvrInput.Started call) {
        String language = call.language()
                .flatMap(script::languageFor)
                .orElse(script.languages().getFirst());
        return enter(speak(IvrState.of(call), language), script.start().name());
    }

    /** All prompts of the step were played. */
    IvrTransition heard(IvrState state) {
        return switch (node(state)) {
            case Node.Play play -> enter(state, play.then());
            case Node.Language language when !state.stillIn().isEmpty() -> askInNextLanguage(state, language);
            case Node.Asking asking ->
                stopAt(
                        state,
                        IvrState.Phase.COLLECTING,
                        new IvrOutput.Collect(asking.ask().keyWait()));
            case Node.Ending ending -> end(state, ending);
            case Node.Branching unheard -> new IvrTransition(state, List.of());
        };
    }

    /** A key during the prompts. */
    IvrTransition interrupted(IvrState state, char key) {
        return switch (node(state)) {
            case Node.Asking asking -> pressed(state, key);
            // Somebody who calls every day types his choice into the greeting.
            case Node.Play play when play.interruptible() -> enter(state.typed(Optional.of(key)), play.then());
            case Node.Play announcement -> new IvrTransition(state, List.of());
            case Node.Ending ending -> new IvrTransition(state, List.of());
            case Node.Branching unheard -> new IvrTransition(state, List.of());
        };
    }

    IvrTransition pressed(IvrState state, char key) {
        if (!(node(state) instanceof Node.Asking asking)) {
            return new IvrTransition(state, List.of());
        }
        return asking.keys().stream()
                .filter(choice -> choice.key() == key)
                .findFirst()
                .map(choice -> chosen(state, asking, choice.choice()))
                .orElseGet(() -> again(state, asking, asking.ask().invalid()));
    }

    IvrTransition silent(IvrState state) {
        return node(state) instanceof Node.Asking asking
                ? again(state, asking, List.of())
                : new IvrTransition(state, List.of());
    }

    private IvrTransition again(IvrState state, Node.Asking asking, List<Word> first) {
        if (state.tries() >= asking.ask().tries()) {
            return chosen(state, asking, asking.otherwise());
        }
        return ask(state.triedAgain(), asking, first);
    }

    private IvrTransition ask(IvrState state, Node.Asking asking, List<Word> first) {
        List<Word> say = new ArrayList<>(first);
        say.addAll(asking.say());
        return switch (asking) {
            case Node.Menu menu -> play(state, say, true);
            // Which of them the caller understands is not known yet, so he is asked in each.
            case Node.Language language -> {
                List<String> languages = language.offered();
                yield play(
                        speak(state, languages.getFirst()).repeatingIn(languages.subList(1, languages.size())),
                        say,
                        true);
            }
        };
    }

    private IvrTransition askInNextLanguage(IvrState state, Node.Language language) {
        List<String> left = state.stillIn();
        return play(speak(state, left.getFirst()).repeatingIn(left.subList(1, left.size())), language.say(), true);
    }

    private IvrTransition chosen(IvrState state, Node.Asking asking, Word choice) {
        return switch (asking) {
            case Node.Language language -> enter(speak(state, choice.text()), language.then());
            case Node.Menu menu -> enter(state, choice);
        };
    }

    private IvrTransition enter(IvrState from, Word step) {
        IvrState state = from.at(step.text());
        return switch (node(state)) {
            case Node.Play play -> play(state, play.say(), play.interruptible());
            case Node.Language language when languageIsKnown(state) -> enter(state, language.then());
            case Node.Asking asking -> askOrTakeTyped(state, asking);
            case Node.Hours hours -> enter(state, isOpen(hours) ? hours.whenOpen() : hours.otherwise());
            case Node.Decide decide -> enter(state, decided(state, decide));
            case Node.Ending ending when ending.say().isEmpty() -> end(state, ending);
            case Node.Ending ending -> play(state, ending.say(), false);
        };
    }

    private boolean languageIsKnown(IvrState state) {
        return state.call().language().flatMap(script::languageFor).isPresent();
    }

    private IvrTransition askOrTakeTyped(IvrState state, Node.Asking asking) {
        IvrState fresh = state.triedAgain();
        Optional<Character> typed = state.typedAhead();
        return typed.isPresent() ? pressed(fresh.typed(Optional.empty()), typed.get()) : ask(fresh, asking, List.of());
    }

    private boolean isOpen(Node.Hours hours) {
        LocalDateTime local = LocalDateTime.ofInstant(now, hours.zone().orElse(centreZone));
        return hours.holidays().stream().noneMatch(holiday -> holiday.falls(local.toLocalDate()))
                && hours.times().stream().anyMatch(time -> time.contains(local));
    }

    private static Word decided(IvrState state, Node.Decide decide) {
        return decide.cases().stream()
                .filter(candidate -> fits(state, candidate.condition()))
                .map(Node.Case::then)
                .findFirst()
                .orElse(decide.otherwise());
    }

    private static boolean fits(IvrState state, Condition condition) {
        return switch (condition) {
            case Condition.Vip vip -> state.call().vip();
            case Condition.Called called -> state.call().to().endsWith(called.ending());
            case Condition.CallsFrom from ->
                state.call()
                        .from()
                        .filter(number -> number.startsWith(from.beginning()))
                        .isPresent();
            case Condition.Speaks speaks -> state.language().equals(speaks.language());
        };
    }

    private IvrState speak(IvrState state, String language) {
        if (!state.language().equals(language)) {
            outputs.add(new IvrOutput.SetLanguage(language));
        }
        return state.speaking(language);
    }

    private IvrTransition end(IvrState state, Node.Ending ending) {
        return switch (ending) {
            case Node.Enqueue enqueue ->
                stopAt(
                        state,
                        IvrState.Phase.OVER,
                        new IvrOutput.Enqueue(enqueue.queue().text(), enqueue.music()));
            case Node.HangUp hangUp -> stopAt(state, IvrState.Phase.OVER, new IvrOutput.HangUp());
        };
    }

    private IvrTransition play(IvrState state, List<Word> say, boolean interruptible) {
        List<String> prompts = say.stream().map(Word::text).toList();
        return stopAt(state, IvrState.Phase.PLAYING, new IvrOutput.Play(prompts, interruptible));
    }

    private IvrTransition stopAt(IvrState state, IvrState.Phase phase, IvrOutput output) {
        outputs.add(output);
        return new IvrTransition(state.with(phase), outputs);
    }

    private Node node(IvrState state) {
        return Objects.requireNonNull(steps.get(state.step()), "checked by the constructor");
    }
}
