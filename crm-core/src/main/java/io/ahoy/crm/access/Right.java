package io.ahoy.crm.access;

import java.util.Locale;

/** Something that somebody may do, as {@code customer.read}: so tokens and the API's description name it. */
public record Right(Subject subject, Action action) {
    /** @throws IllegalArgumentException when there is no such right */
    public static Right parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 2 || !text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("A right is written customer.read, not " + text);
        }
        return new Right(
                Subject.valueOf(parts[0].toUpperCase(Locale.ROOT)), Action.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return (subject.name() + "." + action.name()).toLowerCase(Locale.ROOT);
    }
}
