package io.ahoy.config;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything that is wrong with the configuration, at once; one line each: where, what, and what to do. */
public final class ConfigProblems extends Exception {
    private static final long serialVersionUID = 1;
    private static final Pattern LINE = Pattern.compile(":(\\d+): ");

    private final List<String> lines;

    ConfigProblems(List<String> lines) {
        super(String.join("\n", inOrder(lines)));
        this.lines = inOrder(lines);
    }

    /** Those of the file by line, then those of variables. */
    public List<String> lines() {
        return lines;
    }

    private static List<String> inOrder(List<String> lines) {
        return lines.stream()
                .sorted(Comparator.comparingInt(ConfigProblems::lineOf))
                .toList();
    }

    private static int lineOf(String problem) {
        Matcher line = LINE.matcher(problem);
        return line.find() ? Integer.parseInt(line.group(1)) : Integer.MAX_VALUE;
    }
}
