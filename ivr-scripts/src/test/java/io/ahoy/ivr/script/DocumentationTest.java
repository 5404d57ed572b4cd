package io.ahoy.ivr.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People learn the language from {@code docs/ivr.md}: what it shows must work and nothing may be left out. */
class DocumentationTest {
    private static final Set<String> PROMPTS = Set.of(
            "welcome",
            "language-menu",
            "queue-menu",
            "please-wait",
            "closed",
            "invalid-choice",
            "goodbye",
            "recording-notice");

    private String page = "";
    private List<String> examples = List.of();

    @BeforeEach
    void read() throws Exception {
        page = Files.readString(Path.of(System.getProperty("ahoy.top", ".."), "docs", "ivr.md"));
        examples = Pattern.compile("```ivr\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    @Test
    void itsExamplesAreSound() throws ScriptProblems {
        assertThat(examples).hasSize(2);
        for (String example : examples) {
            Script script = ScriptParser.parse("ivr.md", example);
            assertThat(ScriptChecker.check(script, Set.of("sales", "support"), PROMPTS))
                    .isEmpty();
        }
    }

    @Test
    void itShowsTheScriptShipped() throws Exception {
        try (var shipped = Objects.requireNonNull(getClass().getResourceAsStream("/io/ahoy/ivr/main.ivr"))) {
            assertThat(examples.getFirst()).isEqualTo(new String(shipped.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void itExplainsEveryStepAndSetting() {
        assertThat(ScriptParser.KINDS).allSatisfy(kind -> assertThat(page).contains("| `" + kind + " NAME` |"));
        assertThat(StepParser.SETTINGS).allSatisfy(setting -> assertThat(page).contains("| `" + setting + " "));
    }
}
