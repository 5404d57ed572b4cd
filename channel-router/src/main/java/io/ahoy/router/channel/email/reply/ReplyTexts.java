package io.ahoy.router.channel.email.reply;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.CaseClocks;
import io.ahoy.crm.team.Configuration;
import io.ahoy.crm.team.MailTemplate;
import io.ahoy.crm.team.MailTemplate.Purpose;
import io.ahoy.crm.team.Overflow;
import io.ahoy.crm.team.Queue;
import io.ahoy.router.channel.QueueHours;
import io.ahoy.router.channel.email.arrive.Understood;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** What automatic replies say, in the language of who wrote: as it is configured, or else as it is built in. */
public final class ReplyTexts {
    private static final int SUBJECT_MAX = 150;
    private static final int VALUE_MAX = 200;
    /** RFC 3676, 4.3: what follows is a signature. */
    private static final String SIGNATURE = "\n-- \n";

    private final String centre;
    private final ZoneId zone;
    private volatile Current current;
    private volatile HelpfulArticles articles = HelpfulArticles.NONE;
    private volatile HelpedLinks links = HelpedLinks.NONE;

    private record Current(List<MailTemplate> templates, List<Queue> queues, QueueHours hours) {
        static Current of(Configuration configuration) {
            return new Current(configuration.mailTemplates(), configuration.queues(), new QueueHours(configuration));
        }
    }

    /**
     * As it is configured now.
     *
     * @param centre its name, where the mailbox has none
     * @param zone in which times are told
     */
    public ReplyTexts(String centre, ZoneId zone, Configuration configuration) {
        this.centre = centre;
        this.zone = zone;
        this.current = Current.of(configuration);
    }

    /** From the next reply on. */
    public void follow(Configuration configuration) {
        current = Current.of(configuration);
    }

    /** Where articles are looked for from now on. */
    public void suggestFrom(HelpfulArticles source) {
        articles = source;
    }

    /** Who was sent an article is asked there whether it helped, from now on. */
    public void askAt(HelpedLinks source) {
        links = source;
    }

    /** @param subject one line without control characters */
    record Text(Purpose purpose, String subject, String body) {}

    /** @param queue that the mail waits in */
    Text reply(Understood mail, Mailbox mailbox, String queue, Optional<Case> service, Instant now) {
        Current said = current;
        Purpose purpose = said.hours().isOpen(queue, now) ? Purpose.ACKNOWLEDGEMENT : Purpose.OUT_OF_HOURS;
        SortedMap<String, MailTemplate.Text> texts = texts(said, purpose, queue);
        String language = Wording.language(mail.content().language(), texts);
        Map<String, String> values = values(mail, mailbox, service, language);
        if (purpose == Purpose.OUT_OF_HOURS) {
            tellHours(said, queue, now, language, values);
        }
        Text text = text(purpose, Objects.requireNonNull(texts.get(language)), values, mail, service);
        return suggestion(said, mail, queue, language, values, now)
                .map(help -> new Text(purpose, text.subject(), withHelp(text.body(), help)))
                .orElse(text);
    }

    /**
     * What an overflow says.
     *
     * @param template that it names
     * @return empty: there is none of this name any more
     */
    Optional<Text> overflow(
            Understood mail, Mailbox mailbox, String queue, String template, Optional<Case> service, Instant now) {
        Current said = current;
        return said.templates().stream()
                .filter(one -> one.id().equals(template) && one.purpose() == Purpose.OVERFLOW)
                .map(MailTemplate::texts)
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .map(texts -> {
                    String language = Wording.language(mail.content().language(), texts);
                    Map<String, String> values = values(mail, mailbox, service, language);
                    tellHours(said, queue, now, language, values);
                    return text(Purpose.OVERFLOW, Objects.requireNonNull(texts.get(language)), values, mail, service);
                });
    }

    /** The template of the first overflow of a queue that answers by itself. */
    Optional<String> overflowOf(String queue) {
        return current.queues().stream()
                .filter(one -> one.id().equals(queue))
                .flatMap(one -> one.overflow().stream())
                .flatMap(step -> step.action() instanceof Overflow.AutoAnswer answer
                        ? Stream.of(answer.template())
                        : Stream.empty())
                .findFirst();
    }

    private void tellHours(Current said, String queue, Instant now, String language, Map<String, String> values) {
        said.hours().openFrom(queue, now).ifPresent(opens -> values.put("opens", shown(opens, language)));
    }

    private static Text text(
            Purpose purpose,
            MailTemplate.Text text,
            Map<String, String> values,
            Understood mail,
            Optional<Case> service) {
        String subject = Wording.filled(text.subject(), values);
        return new Text(
                purpose,
                subject.isBlank() ? subject(mail.subject(), service) : Wording.oneLine(subject),
                Wording.filled(text.body(), values) + "\n");
    }

    /** Those for the queue before those for every queue, and these before what is built in. */
    private static SortedMap<String, MailTemplate.Text> texts(Current said, Purpose purpose, String queue) {
        List<MailTemplate> fitting = said.templates().stream()
                .filter(one -> one.purpose() == purpose && !one.texts().isEmpty())
                .toList();
        return fitting.stream()
                .filter(one -> one.queue().equals(Optional.of(queue)))
                .findFirst()
                .or(() -> fitting.stream().filter(one -> one.queue().isEmpty()).findFirst())
                .map(MailTemplate::texts)
                .orElseGet(() -> BuiltInTexts.of(purpose));
    }

    /** Whatever a customer wrote is one line here, and has no more meaning than that. */
    private Map<String, String> values(Understood mail, Mailbox mailbox, Optional<Case> service, String language) {
        Map<String, String> values = new HashMap<>();
        values.put("subject", Wording.cut(Wording.oneLine(mail.subject()), SUBJECT_MAX));
        values.put("centre", mailbox.shownAs().isBlank() ? centre : mailbox.shownAs());
        Optional.of(Wording.cut(Wording.oneLine(mail.from().name()), VALUE_MAX))
                .filter(name -> !name.isBlank())
                .ifPresent(name -> values.put("name", name));
        service.ifPresent(one -> values.put("number", one.number()));
        service.flatMap(one -> one.clocks().firstAnswer())
                .flatMap(CaseClocks.Clock::due)
                .ifPresent(due -> values.put("expected", shown(due, language)));
        return values;
    }

    private Optional<String> suggestion(
            Current said, Understood mail, String queue, String language, Map<String, String> values, Instant now) {
        return articles.about(mail.subject(), language, now).flatMap(article -> {
            SortedMap<String, MailTemplate.Text> texts = texts(said, Purpose.SUGGESTION, queue);
            Map<String, String> more = new HashMap<>(values);
            more.put("article.title", article.title());
            more.put("article.text", article.text());
            return Optional.ofNullable(texts.get(language))
                    .map(text -> Wording.filled(text.body(), more))
                    .map(help -> links.link(mail.mail().id(), article.id(), now)
                            .map(link -> help + "\n\n" + BuiltInTexts.question(language) + "\n" + link)
                            .orElse(help));
        });
    }

    /** @param body ends with a line break, and so does what comes of it */
    private static String withHelp(String body, String help) {
        int signature = body.indexOf(SIGNATURE);
        return signature < 0
                ? body + "\n" + help + "\n"
                : body.substring(0, signature).stripTrailing() + "\n\n" + help + "\n" + body.substring(signature);
    }

    private static String subject(String of, Optional<Case> service) {
        String line = Wording.oneLine(Wording.cut(of, SUBJECT_MAX));
        String answered = line.toLowerCase(Locale.ROOT).startsWith("re:") ? line : "Re: " + line;
        return service.map(Case::number)
                .filter(number -> !line.contains(number))
                .map(number -> "[" + number + "] " + answered)
                .orElse(answered);
    }

    private String shown(Instant moment, String language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(language))
                .withZone(zone)
                .format(moment);
    }
}
