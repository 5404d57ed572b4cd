package io.ahoy.crm.team;

import io.ahoy.crm.team.ConfigurationProblem.Notes;
import io.ahoy.crm.team.MailTemplate.Purpose;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with a text of mail: above all names in braces that stand for nothing. */
final class MailTemplateCheck {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int SUBJECT_MAX = 200;
    private static final int BODY_MAX = 20_000;
    private static final List<String> ALWAYS = List.of("number", "subject", "name", "centre");
    private static final List<String> WRITERS = List.of("agent", "queue");
    /** Chosen by whoever uses them. */
    private static final Set<Purpose> SEVERAL = EnumSet.of(Purpose.CANNED, Purpose.OVERFLOW);

    private static final Set<Purpose> PUT = EnumSet.of(Purpose.CANNED, Purpose.SIGNATURE, Purpose.SUGGESTION);

    private final Configuration all;
    private final MailTemplate template;
    private final Notes notes;

    MailTemplateCheck(Configuration all, MailTemplate template, Notes notes) {
        this.all = all;
        this.template = template;
        this.notes = notes;
    }

    void run() {
        template.queue()
                .ifPresent(queue -> notes.refuse(
                        !all.has(Kind.QUEUES, queue),
                        "queue",
                        "There is no queue %s; name one that exists, or none.",
                        queue));
        notes.refuse(template.texts().isEmpty(), "texts", "A text without a language; write it in at least one.");
        template.texts().forEach(this::text);
        notes.refuse(
                !SEVERAL.contains(template.purpose()) && isThereTwice(),
                "purpose",
                "There is another text of this purpose for the same mails; change that one.");
    }

    private void text(String language, MailTemplate.Text text) {
        String field = "texts." + language;
        notes.refuse(
                !LANGUAGE.matcher(language).matches(), field, "%s is no language; write it as de, en or zh.", language);
        // Put into other mails, which have a subject.
        boolean isPut = PUT.contains(template.purpose());
        boolean subjectFine = text.subject().length() <= SUBJECT_MAX
                && text.subject().chars().noneMatch(Character::isISOControl)
                && (isPut || !text.subject().isBlank());
        notes.refuse(!subjectFine, field + ".subject", "A subject is one line of 1 to %s characters.", SUBJECT_MAX);
        notes.refuse(
                text.body().isBlank() || text.body().length() > BODY_MAX,
                field + ".body",
                "Write 1 to %s characters.",
                BODY_MAX);
        List<String> known = known(template.purpose());
        text.variables()
                .filter(variable -> !known.contains(variable))
                .distinct()
                .forEach(variable -> notes.refuse(
                        true,
                        field,
                        "There is no variable %s in such a text; there are %s.",
                        variable,
                        String.join(", ", known)));
    }

    private static List<String> known(Purpose purpose) {
        List<String> more = switch (purpose) {
            case ACKNOWLEDGEMENT -> List.of("expected");
            case OUT_OF_HOURS, OVERFLOW -> List.of("expected", "opens");
            case SUGGESTION -> List.of("expected", "article.title", "article.text");
            case CANNED, SIGNATURE -> WRITERS;
        };
        return Stream.concat(ALWAYS.stream(), more.stream()).toList();
    }

    private boolean isThereTwice() {
        return all.mailTemplates().stream()
                .anyMatch(other -> !other.id().equals(template.id())
                        && other.purpose() == template.purpose()
                        && other.queue().equals(template.queue()));
    }
}
