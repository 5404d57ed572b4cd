package io.ahoy.router.channel.email.reply;

import io.ahoy.crm.team.MailTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Configured texts as words for one customer: in his language, with everything in braces replaced. */
final class Wording {
    private static final String FALLBACK = "en";

    private Wording() {}

    /** One that there is a text in: the customer's, else English, else the first. There must be at least one. */
    static String language(Optional<String> customers, SortedMap<String, MailTemplate.Text> texts) {
        return customers
                .map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .filter(texts::containsKey)
                .orElseGet(() -> texts.containsKey(FALLBACK) ? FALLBACK : texts.firstKey());
    }

    /** Lines that name something of which nothing is known are left out, and so is the space that they leave. */
    static String filled(String text, Map<String, String> values) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            Optional<String> said = MailTemplate.filled(line, name -> Optional.ofNullable(values.get(name)));
            boolean doubleSpace = said.filter(String::isBlank).isPresent()
                    && !lines.isEmpty()
                    && lines.getLast().isBlank();
            said.filter(one -> !doubleSpace).ifPresent(lines::add);
        }
        return String.join("\n", lines).strip();
    }

    /** Whatever somebody wrote is one line here, and has no more meaning than that. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    }

    static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                ? text
                : text.substring(0, text.offsetByCodePoints(0, max)) + "…";
    }
}
