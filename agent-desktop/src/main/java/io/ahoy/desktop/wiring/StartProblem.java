package io.ahoy.desktop.wiring;

/** Why Ahoy cannot start, in words for the operator: what is wrong, where, and what to do. */
public final class StartProblem extends Exception {
    private static final long serialVersionUID = 1;

    public StartProblem(String message) {
        super(message);
    }

    public StartProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
