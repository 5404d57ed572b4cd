package io.ahoy.ivr.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a script that says something: its words, without the comment.
 *
 * @param indented whether it belongs to the step above it
 */
record SourceLine(int number, boolean indented, List<Word> words) {
    private static final Pattern WORD = Pattern.compile("\\S+");

    SourceLine {
        words = List.copyOf(words);
    }

    /** A line of a script; without words if it is empty or a comment. */
    static SourceLine of(int number, String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find() && !beginsComment(matcher.group(), words)) {
            words.add(new Word(matcher.group(), number, matcher.start() + 1));
        }
        return new SourceLine(number, !text.isEmpty() && Character.isWhitespace(text.charAt(0)), words);
    }

    /** The key # of the telephone has to be written somehow: {@code key # -> sales}. */
    private static boolean beginsComment(String word, List<Word> before) {
        boolean isKey = word.equals("#")
                && before.size() == 1
                && before.getFirst().text().equals("key");
        return word.startsWith("#") && !isKey;
    }

    Word first() {
        return words.getFirst();
    }

    List<Word> rest() {
        return words.subList(1, words.size());
    }
}
