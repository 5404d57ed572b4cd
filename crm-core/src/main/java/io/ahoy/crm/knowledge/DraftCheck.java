package io.ahoy.crm.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be told of a draft without the database. */
final class DraftCheck {
    static final int TITLE_MAX = 300;
    static final int SUMMARY_MAX = 2_000;
    static final int BODY_MAX = 200_000;
    static final int LANGUAGES_MAX = 50;
    private static final int LANGUAGE_MAX = 35;

    private final List<ArticleProblem> problems = new ArrayList<>();

    private DraftCheck() {}

    /** All problems at once, in the order of the fields. */
    static List<ArticleProblem> problems(ArticleDraft draft) {
        DraftCheck check = new DraftCheck();
        check.texts(draft.texts());
        return check.problems;
    }

    /** The language as BCP 47 writes it ({@code zh-hans-cn} is {@code zh-Hans-CN}); empty when it is none. */
    static Optional<String> language(String tag) {
        try {
            String canonical = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            return Optional.of(canonical).filter(it -> !it.equals("und") && it.length() <= LANGUAGE_MAX);
        } catch (IllformedLocaleException wrong) {
            return Optional.empty();
        }
    }

    private void texts(List<ArticleDraft.Text> texts) {
        if (texts.isEmpty()) {
            add("texts", "An article needs a text in at least one language.");
        }
        if (texts.size() > LANGUAGES_MAX) {
            add("texts", "An article has at most " + LANGUAGES_MAX + " languages, not " + texts.size() + ".");
            return;
        }
        Set<String> seen = new HashSet<>();
        for (ArticleDraft.Text text : texts) {
            Optional<String> language = language(text.language());
            String field = "texts." + language.orElse("?");
            if (language.isEmpty()) {
                add(field, "A language is written as BCP 47 has it, as en, de or zh-Hans.");
            } else if (!seen.add(language.get())) {
                add(field, "There are two texts in this language; leave one of them out.");
            }
            text(field, text);
        }
    }

    private void text(String field, ArticleDraft.Text text) {
        if (text.title().isBlank()) {
            add(field + ".title", "A text needs a title, by which it is found and listed.");
        }
        limit(field + ".title", text.title(), TITLE_MAX);
        limit(field + ".summary", text.summary(), SUMMARY_MAX);
        limit(field + ".body", text.body(), BODY_MAX);
    }

    private void limit(String field, String text, int max) {
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            add(field, "At most " + max + " characters fit here, not " + length + "; shorten it.");
        }
    }

    private void add(String field, String message) {
        problems.add(new ArticleProblem(field, message));
    }
}
