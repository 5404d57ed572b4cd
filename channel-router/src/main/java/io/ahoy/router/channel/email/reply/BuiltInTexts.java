package io.ahoy.router.channel.email.reply;

import io.ahoy.crm.team.MailTemplate.Purpose;
import io.ahoy.crm.team.MailTemplate.Text;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is said where nothing is configured. An empty subject is that of the mail that is answered. */
final class BuiltInTexts {
    private static final String SIGNATURE = "\n\n-- \n{centre}";

    private BuiltInTexts() {}

    static SortedMap<String, Text> of(Purpose purpose) {
        return switch (purpose) {
            case ACKNOWLEDGEMENT -> ACKNOWLEDGEMENT;
            case OUT_OF_HOURS -> OUT_OF_HOURS;
            case SUGGESTION -> SUGGESTION;
            case CANNED, SIGNATURE, OVERFLOW -> new TreeMap<>();
        };
    }

    private static final SortedMap<String, Text> ACKNOWLEDGEMENT =
            texts("""
            Thank you for your message. We have received it.

            Its case number is {number}. Please keep it in the subject if you write again about the same matter.
            You will have our answer by {expected}.

            This is an automatic reply; a person will read what you wrote.""" + SIGNATURE, """
            Vielen Dank für Ihre Nachricht. Wir haben sie erhalten.

            Ihre Vorgangsnummer ist {number}. Bitte lassen Sie sie im Betreff, wenn Sie in derselben Sache wieder schreiben.
            Unsere Antwort erhalten Sie bis {expected}.

            Dies ist eine automatische Antwort; ein Mensch wird Ihre Nachricht lesen.""" + SIGNATURE, """
            感谢您的来信，我们已经收到。

            您的工单编号是 {number}。若就同一事项再次来信，请在主题中保留该编号。
            我们将在 {expected} 之前答复您。

            这是自动回复；我们的工作人员会阅读您的来信。""" + SIGNATURE);

    private static final SortedMap<String, Text> OUT_OF_HOURS =
            texts("""
            Thank you for your message. We have received it, and are closed at the moment.
            We are there again from {opens}.

            Its case number is {number}. Please keep it in the subject if you write again about the same matter.
            You will have our answer by {expected}.

            This is an automatic reply; a person will read what you wrote.""" + SIGNATURE, """
            Vielen Dank für Ihre Nachricht. Wir haben sie erhalten; zurzeit ist bei uns geschlossen.
            Wir sind wieder für Sie da: {opens}.

            Ihre Vorgangsnummer ist {number}. Bitte lassen Sie sie im Betreff, wenn Sie in derselben Sache wieder schreiben.
            Unsere Antwort erhalten Sie bis {expected}.

            Dies ist eine automatische Antwort; ein Mensch wird Ihre Nachricht lesen.""" + SIGNATURE, """
            感谢您的来信，我们已经收到。现在不在服务时间。
            我们将于 {opens} 恢复服务。

            您的工单编号是 {number}。若就同一事项再次来信，请在主题中保留该编号。
            我们将在 {expected} 之前答复您。

            这是自动回复；我们的工作人员会阅读您的来信。""" + SIGNATURE);

    private static final SortedMap<String, Text> SUGGESTION = texts("""
            This may help in the meantime: {article.title}

            {article.text}""", """
            Vielleicht hilft Ihnen das schon weiter: {article.title}

            {article.text}""", """
            以下内容或许对您有帮助：{article.title}

            {article.text}""");

    /** Above a link. */
    static String question(String language) {
        return switch (language) {
            case "de" -> "War Ihre Frage damit beantwortet? Dann sagen Sie es uns bitte hier:";
            case "zh" -> "这是否解决了您的问题？如已解决，请在此告诉我们：";
            default -> "Did this answer your question? Then please tell us here:";
        };
    }

    private static SortedMap<String, Text> texts(String en, String de, String zh) {
        return new TreeMap<>(Map.of("en", new Text("", en), "de", new Text("", de), "zh", new Text("", zh)));
    }
}
