package io.ahoy.ivr.engine;

import io.ahoy.ivr.script.ScriptFile;
import io.ahoy.ivr.script.ScriptProblems;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What callers of the centre hear as it is shipped, with the demo team's queues and the sounds that are recorded. */
class ShippedScriptTest {
    private static final Set<String> SOUNDS =
            Set.of("welcome", "language-menu", "queue-menu", "please-wait", "closed", "invalid-choice", "goodbye");

    @Test
    void aStrangerChoosesLanguageAndQueue() throws ScriptProblems {
        expect("""
                call                      | speak en, play welcome
                played                    | play language-menu
                played                    | speak de, play language-menu
                played                    | wait 5s for a key
                press 2                   | play queue-menu
                played                    | wait 5s for a key
                press 1                   | play please-wait to the end
                played                    | queue sales with music default
                """);
    }

    @Test
    void aCustomerIsSpokenToInHisLanguageWithoutBeingAsked() throws ScriptProblems {
        expect("""
                call speaking de-AT       | speak de, play welcome
                played                    | play queue-menu
                press 2                   | play please-wait to the end
                played                    | queue support with music default
                """);
    }

    @Test
    void aCustomerOfAnUnrecordedLanguageIsAsked() throws ScriptProblems {
        expect("""
                call speaking zh          | speak en, play welcome
                played                    | play language-menu
                press 1                   | play queue-menu
                """);
    }

    @Test
    void silenceEndsInADefault() throws ScriptProblems {
        expect("""
                call                      | speak en, play welcome
                played                    | play language-menu
                played                    | speak de, play language-menu
                played                    | wait 5s for a key
                silence                   | speak en, play queue-menu
                played                    | wait 5s for a key
                silence                   | play queue-menu
                played                    | wait 5s for a key
                silence                   | play queue-menu
                played                    | wait 5s for a key
                silence                   | play please-wait to the end
                played                    | queue support with music default
                """);
    }

    @Test
    void wrongKeysAreExplainedAndEndInADefault() throws ScriptProblems {
        expect("""
                call speaking en          | speak en, play welcome
                played                    | play queue-menu
                press 9                   | play invalid-choice queue-menu
                press #                   | play invalid-choice queue-menu
                press 0                   | play please-wait to the end
                played                    | queue support with music default
                """);
    }

    @Test
    void aKeyPressedDuringTheGreetingAnswersTheNextMenu() throws ScriptProblems {
        expect("""
                call speaking en          | speak en, play welcome
                press 1                   | play please-wait to the end
                press 2                   | -
                played                    | queue sales with music default
                """);
    }

    @Test
    void whatComesTooLateChangesNothing() throws ScriptProblems {
        expect("""
                played                    | -
                silence                   | -
                press 1                   | -
                call speaking en          | speak en, play welcome
                call speaking de          | -
                silence                   | -
                hang up                   | -
                played                    | -
                press 1                   | -
                hang up                   | -
                """);
    }

    private static void expect(String table) throws ScriptProblems {
        new Dialogue(
                        ScriptFile.open(Optional.empty(), Set.of("sales", "support"), SOUNDS),
                        Instant.parse("2026-11-22T03:00:00Z"))
                .expect(table);
    }
}
