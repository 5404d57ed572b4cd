package io.ahoy.router.channel.email.reply;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.CaseClocks;
import io.ahoy.router.channel.email.arrive.Understood;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What automatic replies say, in the language of who wrote. */
public final class ReplyTexts {
    private static final String FALLBACK = "en";
    private static final int SUBJECT_MAX = 150;

    private record Words(String known, String numbered, String expected, String end) {}

    private static final Map<String, Words> WORDS = Map.of(
            "en",
            new Words(
                    "Thank you for your message. We have received it.",
                    "Its case number is %s. Please keep it in the subject if you write again about the same matter.",
                    "You will have our answer by %s.",
                    "This is an automatic reply; a person will read what you wrote."),
            "de",
            new Words(
                    "Vielen Dank für Ihre Nachricht. Wir haben sie erhalten.",
                    "Ihre Vorgangsnummer ist %s. Bitte lassen Sie sie im Betreff, wenn Sie in derselben Sache wieder schreiben.",
                    "Unsere Antwort erhalten Sie bis %s.",
                    "Dies ist eine automatische Antwort; ein Mensch wird Ihre Nachricht lesen."),
            "zh",
            new Words(
                    "感谢您的来信，我们已经收到。",
                    "您的工单编号是 %s。若就同一事项再次来信，请在主题中保留该编号。",
                    "我们将在 %s 之前答复您。",
                    "这是自动回复；我们的工作人员会阅读您的来信。"));

    private final String centre;
    private final ZoneId zone;

    public ReplyTexts(String centre, ZoneId zone) {
        this.centre = centre;
        this.zone = zone;
    }

    record Text(String subject, String body) {}

    Text acknowledgement(Understood mail, Mailbox mailbox, Optional<Case> service) {
        String language = mail.content().language().map(tag -> Locale.forLanguageTag(tag).getLanguage()).orElse(FALLBACK);
        Locale locale = Locale.forLanguageTag(WORDS.containsKey(language) ? language : FALLBACK);
        Words words = WORDS.getOrDefault(language, WORDS.get(FALLBACK));
        StringBuilder body = new StringBuilder(words.known());
        service.ifPresent(one -> body.append("\n\n").append(words.numbered().formatted(one.number())));
        service.flatMap(one -> one.clocks().firstAnswer())
                .flatMap(CaseClocks.Clock::due)
                .ifPresent(due -> body.append(' ').append(words.expected().formatted(shown(due, locale))));
        body.append("\n\n").append(words.end()).append("\n\n-- \n");
        body.append(mailbox.shownAs().isBlank() ? centre : mailbox.shownAs()).append('\n');
        return new Text(subject(mail.subject(), service), body.toString());
    }

    private static String subject(String of, Optional<Case> service) {
        String line = of.codePointCount(0, of.length()) <= SUBJECT_MAX
                ? of
                : of.substring(0, of.offsetByCodePoints(0, SUBJECT_MAX)) + "…";
        String answered = line.toLowerCase(Locale.ROOT).startsWith("re:") ? line : "Re: " + line;
        return service.map(Case::number)
                .filter(number -> !line.contains(number))
                .map(number -> "[" + number + "] " + answered)
                .orElse(answered);
    }

    private String shown(Instant due, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(due);
    }
}
