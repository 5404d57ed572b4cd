package io.ahoy.ivr.engine;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ahoy.ivr.script.ScriptParser;
import io.ahoy.ivr.script.ScriptProblems;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IvrEngineTest {
    private static final String HOURS = """
            languages en
            hours opening
                zone %s
                open Mon-Fri 08:00-18:00
                open Sat,Sun 22:00-02:00
                closed 12-25 2026-04-03
                when open -> open
                otherwise -> shut
            enqueue open
                queue sales
            hangup shut
            """;

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,    2026-11-20T06:59:59.999Z, hang up", // Friday, 07:59 in Berlin
        "Europe/Berlin,    2026-11-20T07:00:00Z,     queue",
        "Europe/Berlin,    2026-11-20T16:59:59Z,     queue",
        "Europe/Berlin,    2026-11-20T17:00:00Z,     hang up",
        "America/New_York, 2026-11-20T17:00:00Z,     queue",
        "Asia/Shanghai,    2026-11-20T00:00:00Z,     queue",
        "Europe/Berlin,    2026-07-03T06:00:00Z,     queue", // summer time
        "Europe/Berlin,    2026-11-21T10:00:00Z,     hang up", // Saturday
        "Europe/Berlin,    2026-11-21T21:00:00Z,     queue", // Saturday night
        "Europe/Berlin,    2026-11-22T00:59:59Z,     queue", // still Saturday's night
        "Europe/Berlin,    2026-11-22T01:00:00Z,     hang up",
        "Europe/Berlin,    2026-11-23T00:30:00Z,     queue", // Sunday's night, on Monday
        "Europe/Berlin,    2026-11-21T00:30:00Z,     hang up", // the night before is Friday's
        "Europe/Berlin,    2026-12-25T10:00:00Z,     hang up", // every year's holiday
        "Europe/Berlin,    2028-12-25T10:00:00Z,     hang up",
        "Europe/Berlin,    2026-04-03T10:00:00Z,     hang up", // this year's
        "Europe/Berlin,    2028-04-03T10:00:00Z,     queue",
    })
    void isOpenByZoneDayAndHoliday(String zone, String now, String end) throws ScriptProblems {
        String heard = end.equals("queue") ? "queue sales with music default" : "hang up";
        dialogue(HOURS.formatted(zone), Instant.parse(now)).expect("call | speak en, " + heard);
    }

    @Test
    void opensInTheCentresZoneUnlessTheScriptNamesOne() throws ScriptProblems {
        String script = HOURS.formatted("UTC").replace("zone UTC", "");
        dialogue(script, Instant.parse("2026-11-20T17:30:00Z")).expect("""
                call | speak en, queue sales with music default
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "call,                       other",
        "call vip,                   best",
        "call to 4930555,            hotline",
        "call to 4930555 vip,        best",
        "call from +493012345,       berlin",
        "call from +4989,            other",
        "call speaking de,           german",
    })
    void decidesByTheFirstCaseThatFits(String call, String queue) throws ScriptProblems {
        dialogue("""
                        languages en de
                        decide who
                            when vip -> best
                            when called 555 -> hotline
                            when from +4930 -> berlin
                            when language de -> german
                            otherwise -> other
                        enqueue best
                            queue best
                        enqueue hotline
                            queue hotline
                        enqueue berlin
                            queue berlin
                        enqueue german
                            queue german
                        enqueue other
                            queue other
                            music quiet
                        """, Instant.EPOCH)
                .expect(call + " | speak " + (queue.equals("german") ? "de" : "en") + ", queue " + queue
                        + " with music " + (queue.equals("other") ? "quiet" : "default"));
    }

    @Test
    void whatMustBeHeardCannotBeInterrupted() throws ScriptProblems {
        dialogue("""
                        languages en
                        play recording-notice
                            say notice
                            say more
                            interruptible no
                            then end
                        hangup end
                            say goodbye
                        """, Instant.EPOCH).expect("""
                        call    | speak en, play notice more to the end
                        press 1 | -
                        played  | play goodbye to the end
                        press 1 | -
                        played  | hang up
                        """);
    }

    @Test
    void aKeyMayLeadBackToTheSameMenu() throws ScriptProblems {
        dialogue("""
                        languages en
                        menu main
                            say main
                            key 1 -> end
                            key * -> main
                            tries 1
                            wait 9s
                            otherwise -> end
                        hangup end
                        """, Instant.EPOCH).expect("""
                        call    | speak en, play main
                        press * | play main
                        played  | wait 9s for a key
                        press * | play main
                        press 7 | hang up
                        """);
    }

    @Test
    void asksForTheLanguageInEveryLanguageOffered() throws ScriptProblems {
        dialogue("""
                        languages en de fr
                        language language
                            say choose
                            key 1 -> fr
                            key 2 -> de
                            key 3 -> de
                            invalid wrong
                            tries 2
                            otherwise -> en
                            then end
                        hangup end
                            say goodbye
                        """, Instant.EPOCH).expect("""
                        call    | speak en, speak fr, play choose
                        played  | speak de, play choose
                        press 9 | speak fr, play wrong choose
                        played  | speak de, play choose
                        played  | wait 5s for a key
                        silence | speak en, play goodbye to the end
                        """);
    }

    @Test
    void refusesAScriptThatWouldLoseCallers() throws ScriptProblems {
        var round = ScriptParser.parse("round.ivr", """
                languages en
                play again
                    say welcome
                    then again
                """);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IvrEngine(round, ZoneId.of("UTC")))
                .withMessageContaining("goes round for ever");
    }

    private static Dialogue dialogue(String script, Instant now) throws ScriptProblems {
        return new Dialogue(ScriptParser.parse("test.ivr", script), now);
    }
}
