package io.ahoy.ivr.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.ivr.script.Script;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Plays a conversation written as a table, one line for each input: what happens, a bar, what the caller then hears. Inputs:
 * {@code call [to N] [from N] [speaking L] [vip]}, {@code played}, {@code press K}, {@code silence}, {@code hang up}.
 */
final class Dialogue {
    private final IvrEngine engine;
    private final Instant now;

    Dialogue(Script script, Instant now) {
        this.engine = new IvrEngine(script, ZoneId.of("UTC"));
        this.now = now;
    }

    void expect(String table) {
        IvrState state = IvrState.NEW;
        StringBuilder heard = new StringBuilder();
        for (String line : table.strip().lines().toList()) {
            String[] cells = line.split("\\|", -1);
            IvrTransition next = engine.step(state, input(cells[0].strip()), now);
            state = next.state();
            heard.append(String.format("%-26s| %s%n", cells[0].strip(), words(next.outputs())));
        }
        assertThat(normal(heard.toString())).isEqualTo(normal(table));
    }

    private static String normal(String table) {
        return table.strip()
                .lines()
                .map(line -> line.strip().replaceAll("\\s*\\|\\s*", " | "))
                .collect(Collectors.joining("\n"));
    }

    private static IvrInput input(String text) {
        List<String> words = List.of(text.split(" "));
        return switch (words.getFirst()) {
            case "call" ->
                new IvrInput.Started(
                        after("to", words).orElse("500"),
                        after("from", words),
                        after("speaking", words),
                        words.contains("vip"));
            case "played" -> new IvrInput.PromptPlayed();
            case "press" -> new IvrInput.Digit(words.get(1).charAt(0));
            case "silence" -> new IvrInput.NoDigit();
            case "hang" -> new IvrInput.HungUp();
            default -> throw new IllegalArgumentException("no such input: " + text);
        };
    }

    private static Optional<String> after(String word, List<String> words) {
        return words.contains(word) ? Optional.of(words.get(words.indexOf(word) + 1)) : Optional.empty();
    }

    static String words(List<IvrOutput> outputs) {
        return outputs.isEmpty() ? "-" : outputs.stream().map(Dialogue::words).collect(Collectors.joining(", "));
    }

    private static String words(IvrOutput output) {
        return switch (output) {
            case IvrOutput.SetLanguage set -> "speak " + set.language();
            case IvrOutput.Play play ->
                "play " + String.join(" ", play.prompts()) + (play.interruptible() ? "" : " to the end");
            case IvrOutput.Collect collect -> "wait " + collect.timeout().toSeconds() + "s for a key";
            case IvrOutput.Enqueue enqueue -> "queue " + enqueue.queue() + " with music " + enqueue.music();
            case IvrOutput.HangUp hangUp -> "hang up";
        };
    }
}
