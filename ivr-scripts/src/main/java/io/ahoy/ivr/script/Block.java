package io.ahoy.ivr.script;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A step as written: its first line and the settings indented below. Settings are taken out by name; those that nobody took are
 * unknown to its kind of step. Where one is missing or wrong a stand-in is returned, so that the rest can be read as well: after a
 * problem no script comes out of the parser.
 */
final class Block {
    private static final String ARROW = "->";

    private final SourceLine head;
    private final List<SourceLine> settings = new ArrayList<>();
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    Block(SourceLine head, Problems problems) {
        this.head = head;
        this.problems = problems;
    }

    void add(SourceLine setting) {
        settings.add(setting);
    }

    Word kind() {
        return head.first();
    }

    Word name() {
        if (head.words().size() != 2) {
            problems.add(kind(), "\"" + kind() + "\" needs one name, as in \"" + kind() + " main-menu\"");
            return kind();
        }
        Word name = head.words().get(1);
        return plain(name, "name");
    }

    /** Any number of words, all lines of this setting together. */
    List<Word> words(String setting) {
        List<Word> words = new ArrayList<>();
        for (SourceLine line : lines(setting)) {
            if (line.rest().isEmpty()) {
                problems.add(line.first(), "\"" + setting + "\" needs at least one name after it");
            }
            line.rest().forEach(word -> words.add(plain(word, "name")));
        }
        return words;
    }

    /** As {@link #words}, and it must be there. */
    List<Word> neededWords(String setting, String example) {
        if (lines(setting).isEmpty()) {
            missing(setting, example);
        }
        return words(setting);
    }

    Optional<Word> word(String setting) {
        List<SourceLine> lines = lines(setting);
        lines.stream()
                .skip(1)
                .forEach(line -> problems.add(line.first(), "\"" + setting + "\" is given twice; remove one"));
        return lines.stream().findFirst().map(line -> {
            if (line.rest().size() != 1) {
                problems.add(line.first(), "\"" + setting + "\" takes one word after it");
                return line.first();
            }
            return line.words().get(1);
        });
    }

    Optional<Word> name(String setting) {
        return word(setting).map(word -> plain(word, "name"));
    }

    Word neededName(String setting, String example) {
        return name(setting).orElseGet(() -> missing(setting, example));
    }

    /** Lines of the form {@code key 1 -> sales}; the arrow is checked and left out. */
    List<Arrow> arrows(String setting, String example) {
        List<Arrow> arrows = new ArrayList<>();
        for (SourceLine line : lines(setting)) {
            int size = line.words().size();
            if (size < 3 || !line.words().get(size - 2).text().equals(ARROW)) {
                problems.add(line.first(), "write \"" + setting + "\" as in \"" + example + "\"");
            } else {
                arrows.add(new Arrow(
                        line.first(),
                        line.words().subList(1, size - 2),
                        plain(line.words().getLast(), "name")));
            }
        }
        return arrows;
    }

    /** The one line {@code otherwise -> sales}. */
    Word otherwise(String why) {
        List<Arrow> arrows = arrows("otherwise", "otherwise -> sales");
        arrows.stream()
                .skip(1)
                .forEach(arrow -> problems.add(arrow.setting(), "\"otherwise\" is given twice; remove one"));
        arrows.stream()
                .filter(arrow -> !arrow.from().isEmpty())
                .forEach(arrow -> problems.add(arrow.setting(), "write \"otherwise\" as in \"otherwise -> sales\""));
        if (lines("otherwise").isEmpty()) {
            problems.add(kind(), "this " + kind() + " does not say what happens " + why + "; add \"otherwise -> …\"");
        }
        return arrows.isEmpty() ? kind() : arrows.getFirst().to();
    }

    List<SourceLine> lines(String setting) {
        known.add(setting);
        return settings.stream()
                .filter(line -> line.first().text().equals(setting))
                .toList();
    }

    /** To be called last. */
    void reportUnknown() {
        settings.stream()
                .map(SourceLine::first)
                .filter(word -> !known.contains(word.text()))
                .forEach(word -> problems.add(
                        word,
                        "\"" + shown(word) + "\" is no setting of a \"" + kind() + "\" step; "
                                + Nearest.among(word.text(), known)
                                        .map(name -> "did you mean \"" + name + "\"?")
                                        .orElse("there are " + String.join(", ", known))));
    }

    private Word missing(String setting, String example) {
        problems.add(kind(), "this " + kind() + " lacks \"" + setting + "\"; add a line such as \"" + example + "\"");
        return kind();
    }

    private Word plain(Word word, String what) {
        if (!word.text().matches("[A-Za-z0-9][A-Za-z0-9_/-]{0,63}")) {
            problems.add(
                    word,
                    "\"" + shown(word) + "\" cannot be a " + what + "; use letters, digits and hyphens, at most 64");
        }
        return word;
    }

    static String shown(Word word) {
        String text = word.text().replaceAll("[^\\p{Graph}\\p{L}]", "?");
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** {@code key 1 -> sales}: the setting, the words between it and the arrow, and where the arrow leads. */
    record Arrow(Word setting, List<Word> from, Word to) {
        Arrow {
            from = List.copyOf(from);
        }
    }
}
