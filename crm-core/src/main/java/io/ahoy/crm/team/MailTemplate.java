package io.ahoy.crm.team;

import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text that is sent by itself or put into an answer, in the languages of customers.
 *
 * @param queue for mails to this one only; before those for every queue
 * @param texts by language, as {@code de}
 */
public record MailTemplate(
        String id, Titles title, Purpose purpose, Optional<String> queue, SortedMap<String, Text> texts)
        implements Configured {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}\\n]*)}");

    public MailTemplate {
        texts = Sorted.map(texts);
    }

    public enum Purpose {
        /** Tells that a mail has come. */
        ACKNOWLEDGEMENT,
        /** In its place while the queue is closed. */
        OUT_OF_HOURS,
        /** When an overflow of a queue answers by itself, and nobody else will; the overflow names which. */
        OVERFLOW,
        /** Beside it: an article that may help. */
        SUGGESTION,
        /** For agents who write. */
        CANNED,
        /** Under what they write. */
        SIGNATURE
    }

    /** @param subject of what is put into other mails it may be empty */
    public record Text(String subject, String body) {
        /** The names that stand in braces. */
        Stream<String> variables() {
            return VARIABLE.matcher(subject + "\n" + body).results().map(found -> found.group(1));
        }
    }

    /** A line with each variable replaced; empty when one of them has no value. */
    public static Optional<String> filled(String line, VariableValues values) {
        Matcher variable = VARIABLE.matcher(line);
        StringBuilder filled = new StringBuilder();
        while (variable.find()) {
            Optional<String> value = values.of(variable.group(1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            variable.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(variable.appendTail(filled).toString());
    }

    /** What variables stand for. */
    @FunctionalInterface
    public interface VariableValues {
        Optional<String> of(String variable);
    }

    @Override
    public Kind kind() {
        return Kind.MAIL_TEMPLATES;
    }

    @Override
    public String key() {
        return id;
    }
}
