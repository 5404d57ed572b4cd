package io.ahoy.ivr.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ScriptCheckerTest {
    private static final Set<String> QUEUES = Set.of("sales", "support");
    private static final Set<String> PROMPTS = Set.of("welcome", "queue-menu", "goodbye");

    @Test
    void namesTheNearestStepQueueAndPrompt() throws ScriptProblems {
        check("""
                languages en
                play start
                    say welcom
                    then mian
                menu main
                    say queue-menu
                    key 1 -> wait
                    invalid what-was-that
                    otherwise -> elsewhere
                enqueue wait
                    queue slaes
                """, """
                3:9: there is no prompt "welcom"; did you mean "welcome"?
                4:10: there is no step "mian"; did you mean "main"?
                8:13: there is no prompt "what-was-that"; there are goodbye, queue-menu, welcome
                9:18: there is no step "elsewhere"; there are main, start, wait
                11:11: there is no queue "slaes"; did you mean "sales"?
                """);
    }

    @Test
    void findsStepsThatNobodyReaches() throws ScriptProblems {
        check("""
                languages en
                hangup start
                play lost
                    say welcome
                    then lost-too
                hangup lost-too
                """, """
                3:6: no other step leads to "lost"; lead to it or remove it
                6:8: no other step leads to "lost-too"; lead to it or remove it
                """);
    }

    @Test
    void findsStepsOfTheSameName() throws ScriptProblems {
        check("""
                languages en
                hangup start
                hangup start
                """, """
                3:8: step "start" was already written on line 2; give one of them another name
                """);
    }

    @Test
    void findsRoundsWithoutTheCaller() throws ScriptProblems {
        check("""
                languages en
                play start
                    say welcome
                    then opening
                hours opening
                    open Mon-Fri 08:00-18:00
                    when open -> main
                    otherwise -> start
                menu main
                    say queue-menu
                    key 1 -> wait
                    otherwise -> main
                enqueue wait
                    queue sales
                """, """
                8:18: a caller who presses nothing goes round for ever: start → opening → start; let one of these steps lead to an enqueue or hangup
                12:18: a caller who presses nothing goes round for ever: main → main; let one of these steps lead to an enqueue or hangup
                """);
    }

    @Test
    void findsARoundThatOnlyAKeyLeadsInto() throws ScriptProblems {
        check("""
                languages en
                menu main
                    say queue-menu
                    key 1 -> a
                    otherwise -> bye
                decide a
                    when vip -> b
                    otherwise -> bye
                decide b
                    when vip -> c
                    otherwise -> bye
                play c
                    say welcome
                    then a
                hangup bye
                """, """
                14:10: a caller who presses nothing goes round for ever: a → b → c → a; let one of these steps lead to an enqueue or hangup
                """);
    }

    @Test
    void aRoundThatTheCallerAsksForIsHisOwn() throws ScriptProblems {
        check("""
                languages en
                play start
                    say welcome
                    then main
                menu main
                    say queue-menu
                    key * -> start
                    key 0 -> main
                    otherwise -> bye
                hangup bye
                """, "");
    }

    @Test
    void aStepReachedOnTwoWaysIsNoRound() throws ScriptProblems {
        check("""
                languages en
                decide who
                    when vip -> a
                    when called 5 -> b
                    otherwise -> c
                play a
                    say welcome
                    then c
                play b
                    say welcome
                    then a
                play c
                    say welcome
                    then bye
                hangup bye
                """, "");
    }

    @Test
    void saysWhenThereIsNothingToChooseFrom() throws ScriptProblems {
        Script script = ScriptParser.parse("q.ivr", "languages en\nenqueue q\n queue sales\n");
        assertThat(ScriptChecker.check(script, Set.of(), Set.of()))
                .extracting(Problem::toString)
                .containsExactly("q.ivr:3:8: there is no queue \"sales\"; there is none at all");
    }

    private static void check(String text, String expected) throws ScriptProblems {
        Script script = ScriptParser.parse("main.ivr", text);
        assertThat(ScriptChecker.check(script, QUEUES, PROMPTS))
                .extracting(problem -> problem.toString().replace("main.ivr:", ""))
                .containsExactlyElementsOf(expected.lines().toList());
    }
}
