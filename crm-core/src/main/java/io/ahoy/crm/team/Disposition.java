package io.ahoy.crm.team;

import java.util.Optional;

/**
 * How a contact turned out, in the agent's judgement.
 *
 * @param queue offered for this queue only; empty for all
 */
public record Disposition(String id, Titles title, Optional<String> queue) implements Configured {
    @Override
    public Kind kind() {
        return Kind.DISPOSITIONS;
    }

    @Override
    public String key() {
        return id;
    }
}
