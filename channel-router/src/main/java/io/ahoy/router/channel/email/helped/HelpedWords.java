package io.ahoy.router.channel.email.helped;

import java.util.Locale;
import java.util.Optional;

/**
 * What the page says.
 *
 * @param language BCP 47, of the page
 * @param number before the number of a case
 */
public record HelpedWords(
        String language,
        String question,
        String lead,
        String button,
        String number,
        String thanks,
        String noted,
        String again,
        String underWay,
        String already,
        String expired,
        String unknown,
        String later) {

    private static final HelpedWords EN = new HelpedWords(
            "en",
            "Did this answer your question?",
            "If the article that we sent you has answered your question, tell us so.",
            "Yes, it did",
            "Your case:",
            "Thank you. Your question is settled.",
            "Thank you. Whoever looks after your question sees it.",
            "If you need us after all, just answer our mail.",
            "Thank you, we have your answer. It takes effect within a few minutes.",
            "You have told us so already. Thank you.",
            "This link is older than 14 days and does nothing any more.",
            "This link is not one of ours, or not the whole of it. Copy all of it from our mail.",
            "We cannot take it right now. Please try again in a few minutes.");

    private static final HelpedWords DE = new HelpedWords(
            "de",
            "War Ihre Frage damit beantwortet?",
            "Wenn der Artikel, den wir Ihnen geschickt haben, Ihre Frage beantwortet hat, sagen Sie es uns.",
            "Ja, das war sie",
            "Ihr Vorgang:",
            "Vielen Dank. Ihre Frage ist erledigt.",
            "Vielen Dank. Wer sich um Ihre Frage kümmert, sieht es.",
            "Wenn Sie uns doch brauchen, antworten Sie einfach auf unsere E-Mail.",
            "Vielen Dank, Ihre Antwort ist da. Sie wird in wenigen Minuten wirksam.",
            "Das haben Sie uns schon gesagt. Vielen Dank.",
            "Dieser Link ist älter als 14 Tage und bewirkt nichts mehr.",
            "Dieser Link ist nicht von uns oder nicht vollständig. Kopieren Sie ihn ganz aus unserer E-Mail.",
            "Das geht gerade nicht. Bitte versuchen Sie es in einigen Minuten noch einmal.");

    private static final HelpedWords ZH = new HelpedWords(
            "zh",
            "您的问题解决了吗？",
            "如果我们发给您的文章已解决您的问题，请告诉我们。",
            "是的，已解决",
            "您的工单：",
            "谢谢。您的问题已了结。",
            "谢谢。负责处理您问题的同事会看到。",
            "如仍需帮助，直接回复我们的邮件即可。",
            "谢谢，我们已收到您的回答，几分钟内即会生效。",
            "您已告诉过我们，谢谢。",
            "此链接已超过 14 天，不再有效。",
            "此链接并非由我们发出，或不完整。请从我们的邮件中完整复制。",
            "暂时无法处理，请几分钟后再试。");

    /** In the language of a mail, or else English. */
    public static HelpedWords in(Optional<String> language) {
        return switch (language.map(tag -> Locale.forLanguageTag(tag).getLanguage())
                .orElse("")) {
            case "de" -> DE;
            case "zh" -> ZH;
            default -> EN;
        };
    }
}
