package io.ahoy.ivr.script;

/** One mistake in a script: where, what, and what to do. */
public record Problem(String file, int line, int column, String what) implements Comparable<Problem> {
    @Override
    public int compareTo(Problem other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + what;
    }
}
