package io.ahoy.ivr.script;

import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with a script, in the order of its lines. */
public final class ScriptProblems extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public ScriptProblems(List<Problem> problems) {
        super(problems.stream().sorted().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = problems.stream().sorted().toList();
    }

    public List<Problem> problems() {
        return problems;
    }
}
