package io.ahoy.router.channel.email.rule;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;

/** A rule's expression, ready to be asked. */
final class Condition {
    private final CelRuntime.Program program;

    Condition(CelRuntime.Program program) {
        this.program = program;
    }

    /** @throws Failed this mail does not have what the expression takes for granted, or asking it takes too long */
    boolean holds(Map<String, Object> facts) throws Failed {
        try {
            return Boolean.TRUE.equals(program.eval(facts));
        } catch (CelEvaluationException | RuntimeException e) {
            throw new Failed(e);
        }
    }

    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(Exception why) {
            super(String.valueOf(why.getMessage()), why);
        }
    }
}
