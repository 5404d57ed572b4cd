package io.ahoy.config;

import java.util.List;

/** Everything that is wrong with the configuration, at once; one line each: where, what, and what to do. */
public final class ConfigProblems extends Exception {
    private static final long serialVersionUID = 1;

    private final List<String> lines;

    ConfigProblems(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    public List<String> lines() {
        return lines;
    }
}
