package io.ahoy.ivr.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.ivr.script.Node;
import io.ahoy.ivr.script.Script;
import io.ahoy.ivr.script.ScriptParser;
import io.ahoy.ivr.script.ScriptProblems;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Callers and lines that do anything in any order; the seed is part of every failure's description. */
class RandomCallersTest {
    private static final int CALLS = 20_000;
    private static final int SILENT_INPUTS_MAX = 40;
    private static final String EVERY_KIND = """
            languages en de
            play welcome
                say welcome
                then language
            language language
                say language-menu
                key 1 -> en
                key 2 -> de
                otherwise -> de
                then opening
            hours opening
                open Mon-Fri 08:00-18:00
                when open -> who
                otherwise -> closed
            decide who
                when vip -> support
                when language de -> notice
                otherwise -> main
            play notice
                say notice
                interruptible no
                then main
            menu main
                say main
                key 1 -> sales
                key 2 -> support
                key 9 -> main
                key * -> welcome
                invalid invalid-choice
                tries 2
                otherwise -> sales
            enqueue sales
                say please-wait
                queue sales
            enqueue support
                queue support
            hangup closed
                say closed
            """;

    private final Script script = parsed();
    private final IvrEngine engine = new IvrEngine(script, ZoneId.of("Europe/Berlin"));
    private final Set<String> visited = new HashSet<>();

    @Test
    void nothingThatHappensOnALineBreaksTheScript() {
        for (long seed = 0; seed < CALLS; seed++) {
            Random chance = new Random(seed);
            Instant now = Instant.parse("2026-11-16T00:00:00Z").plus(Duration.ofMinutes(chance.nextInt(7 * 24 * 60)));
            IvrState state = IvrState.NEW;
            for (int i = 0; i < 30; i++) {
                IvrTransition next = engine.step(state, anything(chance), now);
                check(state, next, "seed " + seed);
                state = next.state();
            }
            comesToAnEnd(state, now, "seed " + seed);
        }
        assertThat(visited)
                .isEqualTo(script.steps().stream()
                        .filter(step -> !(step instanceof Node.Branching))
                        .map(step -> step.name().text())
                        .collect(Collectors.toSet()));
    }

    @Test
    void theSameInputsGiveTheSameOutputs() {
        for (long seed = 0; seed < 500; seed++) {
            assertThat(run(seed)).as("seed %s", seed).isEqualTo(run(seed));
        }
    }

    private String run(long seed) {
        Random chance = new Random(seed);
        IvrState state = IvrState.NEW;
        StringBuilder heard = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            IvrTransition next = engine.step(state, anything(chance), Instant.EPOCH);
            heard.append(Dialogue.words(next.outputs())).append('\n');
            state = next.state();
        }
        return heard.append(state).toString();
    }

    private void check(IvrState before, IvrTransition next, String seed) {
        visited.add(next.state().step());
        visited.remove("");
        List<IvrOutput> outputs = next.outputs();
        if (before.isOver()) {
            assertThat(outputs).as(seed).isEmpty();
        }
        if (outputs.isEmpty()) {
            return;
        }
        assertThat(outputs.subList(0, outputs.size() - 1)).as(seed).allMatch(IvrOutput.SetLanguage.class::isInstance);
        IvrState.Phase phase = switch (outputs.getLast()) {
            case IvrOutput.SetLanguage set -> throw new AssertionError(seed + ": nothing to wait for: " + outputs);
            case IvrOutput.Play play -> IvrState.Phase.PLAYING;
            case IvrOutput.Collect collect -> IvrState.Phase.COLLECTING;
            case IvrOutput.Enqueue enqueue -> IvrState.Phase.OVER;
            case IvrOutput.HangUp hangUp -> IvrState.Phase.OVER;
        };
        assertThat(next.state().phase()).as(seed).isEqualTo(phase);
    }

    /** From wherever he got to, a caller who does nothing more reaches a queue or is hung up on. */
    private void comesToAnEnd(IvrState from, Instant now, String seed) {
        IvrState state = from;
        for (int i = 0; i < SILENT_INPUTS_MAX && !state.isOver(); i++) {
            IvrInput silence = switch (state.phase()) {
                case NEW -> new IvrInput.Started("500", Optional.empty(), Optional.empty(), false);
                case PLAYING -> new IvrInput.PromptPlayed();
                case COLLECTING, OVER -> new IvrInput.NoDigit();
            };
            IvrTransition next = engine.step(state, silence, now);
            assertThat(next.outputs()).as(seed).isNotEmpty();
            check(state, next, seed);
            state = next.state();
        }
        assertThat(state.isOver()).as(seed).isTrue();
    }

    private static IvrInput anything(Random chance) {
        return switch (chance.nextInt(20)) {
            case 0, 1, 2 ->
                new IvrInput.Started(
                        "500",
                        chance.nextBoolean() ? Optional.of("+4930123456") : Optional.empty(),
                        List.of(Optional.<String>empty(), Optional.of("de"), Optional.of("xx"), Optional.of(""))
                                .get(chance.nextInt(4)),
                        chance.nextInt(4) == 0);
            case 3, 4, 5, 6, 7, 8 -> new IvrInput.PromptPlayed();
            case 9 -> new IvrInput.Digit((char) chance.nextInt(0x10000));
            case 10, 11, 12, 13, 14 -> new IvrInput.Digit("0123456789*#".charAt(chance.nextInt(12)));
            case 15, 16, 17, 18 -> new IvrInput.NoDigit();
            default -> chance.nextInt(10) == 0 ? new IvrInput.HungUp() : new IvrInput.PromptPlayed();
        };
    }

    private static Script parsed() {
        try {
            return ScriptParser.parse("every-kind.ivr", EVERY_KIND);
        } catch (ScriptProblems e) {
            throw new AssertionError(e);
        }
    }
}
