package io.ahoy.router.channel.email.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The headers of a mail or of one of its parts, in their order: unfolded, and decoded by RFC 2047 and 2231 as far as they are
 * readable. Names keep their spelling; looking them up does not mind it.
 */
public record MailHeaders(List<Field> fields) {
    public static final MailHeaders NONE = new MailHeaders(List.of());

    public MailHeaders {
        fields = List.copyOf(fields);
    }

    public Optional<String> first(String name) {
        for (Field field : fields) {
            if (field.is(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    public List<String> all(String name) {
        return fields.stream().filter(field -> field.is(name)).map(Field::value).toList();
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    /** The first one's value in small letters; empty when there is none, so that it can be compared. */
    public String lower(String name) {
        return first(name).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    public record Field(String name, String value) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }
}
