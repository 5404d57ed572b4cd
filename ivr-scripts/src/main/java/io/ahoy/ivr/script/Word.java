package io.ahoy.ivr.script;

/** A word of a script and where it stands, so that what is wrong with it can be told later. */
public record Word(String text, int line, int column) {
    @Override
    public String toString() {
        return text;
    }
}
