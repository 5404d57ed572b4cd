package io.ahoy.router.acd;

/**
 * One offer of one interaction to one agent. The core draws no random ids: the {@code attempt} counts the offers of this
 * interaction from 1, so that a replay names them alike.
 */
public record OfferId(InteractionId interaction, int attempt) implements Comparable<OfferId> {
    @Override
    public int compareTo(OfferId other) {
        int byInteraction = interaction.compareTo(other.interaction);
        return byInteraction != 0 ? byInteraction : Integer.compare(attempt, other.attempt);
    }

    @Override
    public String toString() {
        return interaction + "." + attempt;
    }

    /** Reads what {@link #toString()} wrote. */
    public static OfferId parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("not an offer id: " + text);
        }
        return new OfferId(
                new InteractionId(java.util.UUID.fromString(text.substring(0, dot))),
                Integer.parseInt(text.substring(dot + 1)));
    }
}
