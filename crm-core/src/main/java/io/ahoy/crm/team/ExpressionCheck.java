package io.ahoy.crm.team;

import java.util.Optional;

/** Says whether a rule's expression can be understood; the language itself is known elsewhere. */
@FunctionalInterface
public interface ExpressionCheck {
    /** For those who only read, or change no rules. */
    ExpressionCheck NONE = expression -> Optional.empty();

    Optional<Fault> fault(String expression);

    /**
     * Why it cannot be understood.
     *
     * @param line counted from 1, as {@code column}
     * @param reason without a full stop
     */
    record Fault(int line, int column, String reason) {}
}
