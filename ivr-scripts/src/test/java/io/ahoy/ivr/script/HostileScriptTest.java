package io.ahoy.ivr.script;

import static io.ahoy.ivr.script.ScriptParserTest.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A script may come from anybody's editor: whatever it holds, the answer is a script or a list of problems that can be read. */
class HostileScriptTest {

    @Test
    void giantsAreRefused() {
        assertThat(problems("x".repeat(10_000_000)))
                .containsExactly("1:1: the script is longer than 1000000 characters; check that it is the right file");
        assertThat(problems("languages en\nhangup a\n say " + "b".repeat(900_000)))
                .containsExactly("3:501: the line is longer than 500 characters; split it");
        assertThat(problems("languages en\nhangup " + "a".repeat(300)).getFirst())
                .hasSizeLessThan(150);
        assertThat(problems("nonsense\n".repeat(50_000))).hasSize(100);
    }

    @Test
    void controlCharactersAreNamed() {
        assertThat(problems("languages en\nhangup a\n say b\0c"))
                .containsExactly("3:7: there is a control character (U+0000); remove it");
        assertThat(problems("languages en\nhangup \u001b[31ma"))
                .containsExactly("2:8: there is a control character (U+001B); remove it");
    }

    @Test
    void signsThatCannotBeSeenAreShown() {
        assertThat(problems("languages en\nhangup a\u202Eb").getFirst()).startsWith("2:8: \"a?b\" cannot be a name");
        assertThat(problems("languages en\nhangup ${EVAL}").getFirst()).startsWith("2:8: \"${EVAL}\" cannot be a name");
    }

    @Test
    void theLongestScriptIsCheckedWithoutRecursion() throws ScriptProblems {
        assertThat(ScriptChecker.check(chain(499, "end"), Set.of(), Set.of("p")))
                .isEmpty();
        assertThat(ScriptChecker.check(chain(499, "s0"), Set.of(), Set.of("p")))
                .extracting(Problem::what)
                .containsExactlyInAnyOrder(
                        "no other step leads to \"end\"; lead to it or remove it",
                        "a caller who presses nothing goes round for ever: s0 → s1 → s2 → … → s0; let one of these steps"
                                + " lead to an enqueue or hangup");
        assertThat(problems(chainText(501, "end")).getFirst()).contains("more than 500 steps");
    }

    @Test
    void randomTextIsAnswered() {
        String[] words = {
            "languages",
            "en",
            "de",
            "play",
            "menu",
            "hours",
            "decide",
            "enqueue",
            "hangup",
            "language",
            "say",
            "then",
            "key",
            "1",
            "#",
            "->",
            "otherwise",
            "when",
            "open",
            "vip",
            "Mon-Fri",
            "08:00-18:00",
            "\n",
            "\n",
            "\n    ",
            "\n    ",
            "\t",
            "a",
            "b",
            "queue",
            "tries",
            "wait",
            "5s",
            "closed",
            "12-25",
            "zone",
            "UTC",
            "\r",
            "\uFEFF",
            "ü",
            "interruptible",
            "no"
        };
        int read = 0;
        for (long seed = 0; seed < 5_000; seed++) {
            Random chance = new Random(seed);
            StringBuilder text = new StringBuilder("languages en\nhangup a\n");
            IntStream.range(0, chance.nextInt(60))
                    .forEach(i ->
                            text.append(words[chance.nextInt(words.length)]).append(chance.nextInt(8) == 0 ? "" : " "));
            try {
                ScriptChecker.check(ScriptParser.parse("seed-" + seed, text.toString()), Set.of("a"), Set.of("b"));
                read++;
            } catch (ScriptProblems e) {
                assertThat(e.problems()).isNotEmpty();
            }
        }
        assertThat(read).isPositive();
    }

    private static Script chain(int steps, String last) throws ScriptProblems {
        return ScriptParser.parse("chain.ivr", chainText(steps, last));
    }

    private static String chainText(int steps, String last) {
        return "languages en\n"
                + IntStream.range(0, steps)
                        .mapToObj(
                                i -> "play s" + i + "\n say p\n then " + (i + 1 == steps ? last : "s" + (i + 1)) + "\n")
                        .collect(Collectors.joining())
                + "hangup end\n";
    }
}
