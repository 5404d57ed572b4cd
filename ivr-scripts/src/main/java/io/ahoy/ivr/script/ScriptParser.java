package io.ahoy.ivr.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the text of a script. The language is lines of words: a step begins at the left margin, its settings are indented, {@code #}
 * begins a comment. Line ends, tabs and a byte order mark of any origin are understood.
 */
public final class ScriptParser {
    private static final int TEXT_LENGTH_MAX = 1_000_000;
    private static final int LINE_LENGTH_MAX = 500;
    private static final int STEPS_MAX = 500;
    static final Set<String> KINDS = Set.of("play", "language", "menu", "hours", "decide", "enqueue", "hangup");

    private final Problems problems;
    private final List<Word> languages = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private boolean languagesSaid;
    private Consumer<SourceLine> below = this::orphan;

    private ScriptParser(Problems problems) {
        this.problems = problems;
    }

    /**
     * The script in a text.
     *
     * @param name of the file, for messages
     * @throws ScriptProblems with all that is wrong in it
     */
    public static Script parse(String name, String text) throws ScriptProblems {
        Problems problems = new Problems(name);
        Script script = new ScriptParser(problems).read(name, text);
        if (!problems.found().isEmpty()) {
            throw new ScriptProblems(problems.found());
        }
        return script;
    }

    private Script read(String name, String text) {
        if (text.length() > TEXT_LENGTH_MAX) {
            problems.add(
                    1,
                    1,
                    "the script is longer than " + TEXT_LENGTH_MAX + " characters; check that it is the right file");
            return new Script(name, List.of(), List.of());
        }
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int number = 0;
        for (String line : body.split("\r\n|\r|\n", -1)) {
            line(++number, line);
        }
        if (blocks.isEmpty() && problems.found().isEmpty()) {
            problems.add(1, 1, "the script has no steps; begin with one such as \"play welcome\"");
        }
        if (blocks.size() > STEPS_MAX) {
            problems.add(1, 1, "the script has more than " + STEPS_MAX + " steps; split it or simplify it");
        }
        if (!languagesSaid) {
            problems.add(
                    1, 1, "the script does not say its languages; begin it with a line such as \"languages en de\"");
        }
        StepParser parser =
                new StepParser(problems, languages.stream().map(Word::text).toList());
        List<Node> steps = blocks.stream()
                .limit(STEPS_MAX)
                .map(parser::step)
                .flatMap(Optional::stream)
                .toList();
        return new Script(name, languages.stream().map(Word::text).toList(), steps);
    }

    private void line(int number, String text) {
        if (text.length() > LINE_LENGTH_MAX) {
            problems.add(
                    number,
                    LINE_LENGTH_MAX + 1,
                    "the line is longer than " + LINE_LENGTH_MAX + " characters; split it");
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) && text.charAt(i) != '\t') {
                problems.add(
                        number,
                        i + 1,
                        String.format("there is a control character (U+%04X); remove it", (int) text.charAt(i)));
                return;
            }
        }
        SourceLine line = SourceLine.of(number, text);
        if (!line.words().isEmpty()) {
            said(line);
        }
    }

    private void said(SourceLine line) {
        if (line.indented()) {
            below.accept(line);
        } else {
            head(line);
        }
    }

    private void orphan(SourceLine line) {
        problems.add(
                line.first(), "an indented line belongs to a step, but there is none above it; remove the indentation");
    }

    private void head(SourceLine line) {
        String kind = line.first().text();
        if (kind.equals("languages")) {
            below = this::orphan;
            languages(line);
        } else if (KINDS.contains(kind)) {
            Block block = new Block(line, problems);
            below = block::add;
            blocks.add(block);
        } else {
            below = setting -> {}; // of which kind of step cannot be told
            problems.add(line.first(), "\"" + Block.shown(line.first()) + "\" is no kind of step; " + headAdvice(kind));
        }
    }

    private static String headAdvice(String kind) {
        if (StepParser.SETTINGS.contains(kind)) {
            return "if it is a setting of the step above, indent it";
        }
        List<String> heads =
                Stream.concat(Stream.of("languages"), KINDS.stream().sorted()).toList();
        return Nearest.among(kind, heads)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElse("there are " + String.join(", ", heads));
    }

    private void languages(SourceLine line) {
        if (languagesSaid) {
            problems.add(line.first(), "\"languages\" is given twice; remove one");
        }
        languagesSaid = true;
        if (line.rest().isEmpty()) {
            problems.add(line.first(), "\"languages\" needs at least one, as in \"languages en de\"");
        }
        for (Word language : line.rest()) {
            if (language.text().matches("[a-z]{2,3}")) {
                languages.add(language);
            } else {
                problems.add(
                        language,
                        "\"" + Block.shown(language) + "\" is no language; write its code, such as \"en\" or \"de\"");
            }
        }
    }
}
