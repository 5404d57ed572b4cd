package io.ahoy.ivr.script;

import java.util.ArrayList;
import java.util.List;

/** Gathers problems of one file, up to a number that anybody would still read. */
final class Problems {
    private static final int PROBLEMS_MAX = 100;

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Word at, String what) {
        add(at.line(), at.column(), what);
    }

    void add(int line, int column, String what) {
        if (found.size() < PROBLEMS_MAX) {
            found.add(new Problem(file, line, column, what));
        }
    }

    List<Problem> found() {
        return List.copyOf(found);
    }
}
