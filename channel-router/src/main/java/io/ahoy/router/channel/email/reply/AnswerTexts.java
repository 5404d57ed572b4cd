package io.ahoy.router.channel.email.reply;

import io.ahoy.crm.team.MailTemplate;
import io.ahoy.crm.team.MailTemplate.Purpose;
import io.ahoy.crm.team.Titles;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What agents put into the mails that they write, filled in for one conversation: canned answers and signatures. */
public final class AnswerTexts {
    private static final int SUBJECT_MAX = 150;
    private static final int VALUE_MAX = 200;
    /** RFC 3676, 4.3: what follows is a signature. */
    private static final String SIGNATURE = "-- \n";

    private final List<MailTemplate> templates;

    public AnswerTexts(List<MailTemplate> templates) {
        this.templates = List.copyOf(templates);
    }

    /**
     * What a conversation is about.
     *
     * @param queue that it is in
     * @param queueTitle as the desktop names it
     * @param language of the customer, as far as his mails tell
     * @param number of the case
     * @param subject as he wrote it
     * @param name of the customer, as he writes it
     * @param centre the name of the mailbox, or else of the centre
     * @param agent the name of who writes
     */
    public record About(
            Optional<String> queue,
            Optional<Titles> queueTitle,
            Optional<String> language,
            Optional<String> number,
            String subject,
            String name,
            String centre,
            String agent) {}

    /** @param title as the desktop names it */
    public record Ready(String id, Titles title, String text) {}

    /** Those of the queue and those of every queue, in their order; what says nothing here is left out. */
    public List<Ready> canned(About about) {
        return fitting(Purpose.CANNED, about).flatMap(one -> ready(one, about)).toList();
    }

    /** The queue's own first, which is put under what is begun; each behind the mark that tells mail programs what it is. */
    public List<Ready> signatures(About about) {
        return fitting(Purpose.SIGNATURE, about)
                .sorted(Comparator.comparing(one -> one.queue().isEmpty()))
                .flatMap(one -> ready(one, about))
                .map(one -> new Ready(one.id(), one.title(), marked(one.text())))
                .toList();
    }

    private Stream<MailTemplate> fitting(Purpose purpose, About about) {
        return templates.stream()
                .filter(one -> one.purpose() == purpose && !one.texts().isEmpty())
                .filter(one -> one.queue().isEmpty() || one.queue().equals(about.queue()));
    }

    private static Stream<Ready> ready(MailTemplate template, About about) {
        String language = Wording.language(about.language(), template.texts());
        MailTemplate.Text text = Objects.requireNonNull(template.texts().get(language));
        String filled = Wording.filled(text.body(), values(about, language));
        return filled.isBlank() ? Stream.empty() : Stream.of(new Ready(template.id(), template.title(), filled));
    }

    private static String marked(String signature) {
        return signature.startsWith(SIGNATURE) ? signature : SIGNATURE + signature;
    }

    private static Map<String, String> values(About about, String language) {
        Map<String, String> values = new HashMap<>();
        values.put("subject", Wording.cut(Wording.oneLine(about.subject()), SUBJECT_MAX));
        values.put("centre", about.centre());
        values.put("agent", about.agent());
        about.number().ifPresent(number -> values.put("number", number));
        about.queueTitle().ifPresent(title -> values.put("queue", language.equals("zh") ? title.zh() : title.en()));
        Optional.of(Wording.cut(Wording.oneLine(about.name()), VALUE_MAX))
                .filter(name -> !name.isBlank())
                .ifPresent(name -> values.put("name", name));
        return values;
    }
}
