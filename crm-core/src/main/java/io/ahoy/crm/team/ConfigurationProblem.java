package io.ahoy.crm.team;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with a configuration.
 *
 * @param field of the entity, as in JSON
 * @param message what is wrong and what to do
 * @param forcible may be stored all the same, by somebody who is not done yet
 */
public record ConfigurationProblem(Kind kind, String id, String field, String message, boolean forcible) {
    @Override
    public String toString() {
        return kind.path() + "/" + id + " " + field + ": " + message;
    }

    public static String told(List<ConfigurationProblem> problems) {
        return problems.stream().map(ConfigurationProblem::toString).collect(Collectors.joining(" "));
    }

    /** For those who can: with what to do if it is meant so. */
    ConfigurationProblem saidHowToForce() {
        return forcible
                ? new ConfigurationProblem(
                        kind, id, field, message + " If it is meant so, force=true stores it all the same.", true)
                : this;
    }

    /** Collects those of one entity. */
    static final class Notes {
        private final List<ConfigurationProblem> into;
        private final Kind kind;
        private final String id;

        Notes(List<ConfigurationProblem> into, Configured entity) {
            this.into = into;
            this.kind = entity.kind();
            this.id = entity.key();
        }

        void refuse(boolean wrong, String field, String message, Object... words) {
            if (wrong) {
                into.add(new ConfigurationProblem(kind, id, field, message.formatted(words), false));
            }
        }

        void warn(boolean wrong, String field, String message, Object... words) {
            if (wrong) {
                into.add(new ConfigurationProblem(kind, id, field, message.formatted(words), true));
            }
        }
    }
}
