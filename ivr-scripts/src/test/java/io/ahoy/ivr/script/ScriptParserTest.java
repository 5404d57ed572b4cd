package io.ahoy.ivr.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptParserTest {

    @Test
    void readsEverySetting() throws ScriptProblems {
        Script script = ScriptParser.parse("all.ivr", """
                languages en de   # and no more
                menu main
                    say one two
                    say three
                    key 1 -> night
                    key # -> bye
                    wait 60s
                    tries 9
                    invalid wrong again
                    otherwise -> night
                hours night
                    zone Europe/Berlin
                    open Fri-Mon,Wed 08:30-24:00
                    closed 12-25 2026-04-03
                    when open -> bye
                    otherwise -> bye
                hangup bye
                """);

        assertThat(script.languages()).containsExactly("en", "de");
        assertThat(script.start().name().text()).isEqualTo("main");
        Node.Menu menu = (Node.Menu) script.steps().get(0);
        assertThat(menu.say()).extracting(Word::text).containsExactly("one", "two", "three");
        assertThat(menu.keys()).extracting(Node.Key::key).containsExactly('1', '#');
        assertThat(menu.ask().keyWait()).isEqualTo(Duration.ofSeconds(60));
        assertThat(menu.ask().tries()).isEqualTo(9);
        assertThat(menu.ask().invalid()).extracting(Word::text).containsExactly("wrong", "again");
        assertThat(menu.otherwise()).isEqualTo(new Word("night", 10, 18));
        Node.Hours hours = (Node.Hours) script.steps().get(1);
        assertThat(hours.times())
                .containsExactly(new OpenTime(
                        Set.of(
                                DayOfWeek.FRIDAY,
                                DayOfWeek.SATURDAY,
                                DayOfWeek.SUNDAY,
                                DayOfWeek.MONDAY,
                                DayOfWeek.WEDNESDAY),
                        LocalTime.of(8, 30),
                        LocalTime.MIDNIGHT));
        assertThat(hours.holidays())
                .containsExactly(
                        new Holiday(MonthDay.of(12, 25), Optional.empty()),
                        new Holiday(MonthDay.of(4, 3), Optional.of(2026)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "languages en\nhangup bye\n    say goodbye\n",
                "\uFEFFlanguages en\r\nhangup bye\r\n    say goodbye\r\n",
                "languages en\rhangup bye\r    say goodbye",
                "languages en\nhangup bye\n\tsay\tgoodbye\t# tab\n",
                "languages en\n\nhangup   bye   \n\n  # between\n\n  say   goodbye   \n\n\n",
            })
    void understandsTextOfEveryOrigin(String text) throws ScriptProblems {
        Script script = ScriptParser.parse("bye.ivr", text);
        assertThat(((Node.HangUp) script.start()).say()).extracting(Word::text).containsExactly("goodbye");
    }

    @Test
    void countsEmptyLinesAndComments() {
        assertThat(problems("\r\n\n \t \n# hello\nlanguages en#no\nhangup a"))
                .containsExactly("5:11: \"en#no\" is no language; write its code, such as \"en\" or \"de\"");
    }

    /** Lines are parted by semicolons; a sound first step stands below every one that is tried. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            plya welcome; say a; then end                  | 2:1: "plya" is no kind of step; did you mean "play"?
            goto end                                       | 2:1: "goto" is no kind of step; there are languages, decide, enqueue, hangup, hours, language, menu, play
            play welcome; say a;then end                   | 2:1: this play lacks "then"; add a line such as "then main-menu" & 4:1: "then" is no kind of step; if it is a setting of the step above, indent it
            play; say a; then end                          | 2:1: "play" needs one name, as in "play main-menu"
            play a b; say a; then end                      | 2:1: "play" needs one name, as in "play main-menu"
            play wel.come; say a; then end                 | 2:6: "wel.come" cannot be a name; use letters, digits and hyphens, at most 64
            play a; say ../../etc/passwd; then end         | 3:6: "../../etc/passwd" cannot be a name; use letters, digits and hyphens, at most 64
            play a; say a; thne end                        | 2:1: this play lacks "then"; add a line such as "then main-menu" & 4:2: "thne" is no setting of a "play" step; did you mean "then"?
            play a; say a; then end; queue q               | 5:2: "queue" is no setting of a "play" step; there are interruptible, say, then
            play a; say a; then end; then end              | 5:2: "then" is given twice; remove one
            play a; say a; then end now                    | 4:2: "then" takes one word after it
            play a; say; then end                          | 3:2: "say" needs at least one name after it
            play a; then end                               | 2:1: this play lacks "say"; add a line such as "say welcome"
            play a; say a; interruptible maybe; then end   | 4:16: "maybe" must be yes or no
            menu m; say a; otherwise -> end                | 2:1: this menu has no keys; add lines such as "key 1 -> sales"
            menu m; say a; key 1 -> end                    | 2:1: this menu does not say what happens when no key is pressed; add "otherwise -> …"
            menu m; say a; key 1 -> end; key 1 -> end; otherwise -> end | 5:6: key 1 is given twice in this menu; use another key
            menu m; say a; key 12 -> end; otherwise -> end | 4:6: "12" is no key; use one of 0 to 9, * or #
            menu m; say a; key 1 end; otherwise -> end     | 4:2: write "key" as in "key 1 -> sales"
            menu m; say a; key -> end; otherwise -> end    | 4:2: write "key" as in "key 1 -> sales"
            menu m; say a; key 1 2 -> end; otherwise -> end | 4:2: write "key" as in "key 1 -> sales"
            menu m; say a; key 1 -> end; otherwise end     | 5:2: write "otherwise" as in "otherwise -> sales"
            menu m; say a; key 1 -> end; otherwise x -> end | 5:2: write "otherwise" as in "otherwise -> sales"
            menu m; say a; key 1 -> end; otherwise -> end; otherwise -> end | 6:2: "otherwise" is given twice; remove one
            menu m; say a; key 1 -> end; otherwise -> end; wait 0s | 6:7: "0s" must be from 1s to 60s
            menu m; say a; key 1 -> end; otherwise -> end; wait 61s | 6:7: "61s" must be from 1s to 60s
            menu m; say a; key 1 -> end; otherwise -> end; wait 5 | 6:7: "5" must be from 1s to 60s
            menu m; say a; key 1 -> end; otherwise -> end; tries 0 | 6:8: "0" must be a number from 1 to 9
            language l; say a; key 1 -> fr; otherwise -> en; then end | 4:11: "fr" is not among the script's languages (en); add it there or choose one of them
            language l; say a; key 1 -> en; otherwise -> fr; then end | 5:15: "fr" is not among the script's languages (en); add it there or choose one of them
            language l; say a; key 1 -> en; then end       | 2:1: this language does not say what happens when no key is pressed; add "otherwise -> …"
            hours h; when open -> end; otherwise -> end    | 2:1: these hours are never open; add a line such as "open Mon-Fri 08:00-18:00"
            hours h; open Mon-Sun; when open -> end; otherwise -> end | 3:2: write "open" as in "open Mon-Fri 08:00-18:00"
            hours h; open Mo-Fr 08:00-18:00; when open -> end; otherwise -> end | 3:7: "Mo-Fr" are no days; write them as in "Mon-Fri" or "Sat,Sun"
            hours h; open Mon-Tue-Wed 08:00-18:00; when open -> end; otherwise -> end | 3:7: "Mon-Tue-Wed" are no days; write them as in "Mon-Fri" or "Sat,Sun"
            hours h; open Mon 8-18; when open -> end; otherwise -> end | 3:11: "8-18" are no times; write them as in "08:00-18:00", the whole day as "00:00-24:00"
            hours h; open Mon 08:00-25:00; when open -> end; otherwise -> end | 3:11: "08:00-25:00" are no times; write them as in "08:00-18:00", the whole day as "00:00-24:00"
            hours h; open Mon 08:00-18:00; closed 02-30; when open -> end; otherwise -> end | 4:9: "02-30" is no day; write it as in "2026-04-03", or "12-25" for every year
            hours h; open Mon 08:00-18:00; closed; when open -> end; otherwise -> end | 4:2: "closed" needs days after it, as in "closed 12-25"
            hours h; open Mon 08:00-18:00; zone Europe/Berln; when open -> end; otherwise -> end | 4:7: "Europe/Berln" is no time zone; did you mean "Europe/Berlin"?
            hours h; open Mon 08:00-18:00; otherwise -> end | 2:1: hours need exactly one line "when open -> …"
            hours h; open Mon 08:00-18:00; when shut -> end; otherwise -> end | 4:2: hours need exactly one line "when open -> …"
            hours h; open Mon 08:00-18:00; when open -> end | 2:1: this hours does not say what happens when it is closed; add "otherwise -> …"
            decide d; otherwise -> end                     | 2:1: this decide has no cases; add lines such as "when vip -> sales"
            decide d; when rich -> end; otherwise -> end   | 3:7: this cannot be asked; write "when vip", "when called 500", "when from +4930" or "when language de"
            decide d; when called five -> end; otherwise -> end | 3:7: this cannot be asked; write "when vip", "when called 500", "when from +4930" or "when language de"
            decide d; when -> end; otherwise -> end        | 3:2: this cannot be asked; write "when vip", "when called 500", "when from +4930" or "when language de"
            decide d; when language fr -> end; otherwise -> end | 3:16: "fr" is not among the script's languages (en); add it there or choose one of them
            enqueue q; say a                               | 2:1: this enqueue lacks "queue"; add a line such as "queue sales"
            enqueue q; queue a; music a,b                  | 4:8: "a,b" cannot be a name; use letters, digits and hyphens, at most 64
            languages de                                   | 2:1: "languages" is given twice; remove one
            hangup bye; say a; say b;hangup bye2; sya c    | 6:2: "sya" is no setting of a "hangup" step; did you mean "say"?
            """)
    void tellsWhereWhatAndWhatToDo(String lines, String expected) {
        String text = "languages en\n" + lines.replace(";", "\n") + "\nhangup end\n";
        assertThat(problems(text))
                .containsExactly(expected.contains(" & ") ? expected.split(" & ", -1) : new String[] {expected});
    }

    @Test
    void tellsWhatIsMissingAltogether() {
        assertThat(problems(""))
                .containsExactly(
                        "1:1: the script has no steps; begin with one such as \"play welcome\"",
                        "1:1: the script does not say its languages; begin it with a line such as \"languages en de\"");
        assertThat(problems("    say a\nlanguages\nhangup a"))
                .containsExactly(
                        "1:5: an indented line belongs to a step, but there is none above it; remove the indentation",
                        "2:1: \"languages\" needs at least one, as in \"languages en de\"");
        assertThat(problems("languages en Deutsch\n    say a\nhangup a"))
                .containsExactly(
                        "1:14: \"Deutsch\" is no language; write its code, such as \"en\" or \"de\"",
                        "2:5: an indented line belongs to a step, but there is none above it; remove the indentation");
    }

    static List<String> problems(String text) {
        ScriptProblems problems =
                catchThrowableOfType(ScriptProblems.class, () -> ScriptParser.parse("test.ivr", text));
        assertThat(problems).isNotNull();
        return problems.problems().stream()
                .map(problem -> problem.toString().replace("test.ivr:", ""))
                .toList();
    }
}
