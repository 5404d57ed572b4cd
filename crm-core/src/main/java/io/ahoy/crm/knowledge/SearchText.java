package io.ahoy.crm.knowledge;

import java.util.Locale;

/** What is typed into a search, cut at a bound before anything looks at it. */
final class SearchText {
    /** Characters; nobody types more, and what is pasted says enough by then. */
    static final int LENGTH_MAX = 512;

    private SearchText() {}

    /** Its beginning, never ending within a character. */
    static String cut(String text, int lengthMax) {
        if (text.length() <= lengthMax) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(lengthMax - 1)) ? lengthMax - 1 : lengthMax);
    }

    /** As it is counted in reports: small letters, single spaces. */
    static String folded(String query) {
        return cut(query.strip().replaceAll("[\\s\\p{Cc}]+", " ").toLowerCase(Locale.ROOT), LENGTH_MAX);
    }
}
