package io.ahoy.crm.team;

import io.ahoy.crm.team.MailTemplate.Purpose;
import io.ahoy.crm.team.MailTemplate.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The demo centre's rule and texts of mail. */
final class DemoMail {
    private DemoMail() {}

    static List<Configured> configured() {
        return List.of(
                new MailRule(
                        "complaints",
                        new Titles("Complaints first", "投诉优先"),
                        10,
                        true,
                        "mail.subject.matches('(?i)complaint|beschwerde|投诉')",
                        new MailRule.Then(
                                Optional.empty(),
                                new TreeMap<>(),
                                0,
                                Duration.ofHours(1),
                                Optional.empty(),
                                new TreeSet<>(),
                                false,
                                true)),
                text(
                        "signature",
                        "Signature",
                        "签名",
                        Purpose.SIGNATURE,
                        "{agent}\n{queue}, {centre}",
                        "{agent}\n{queue}, {centre}",
                        "{agent}\n{centre} {queue}"),
                text(
                        "thanks-for-mail",
                        "Thank you",
                        "感谢",
                        Purpose.CANNED,
                        "Thank you for your message, {name}.",
                        "Vielen Dank für Ihre Nachricht, {name}.",
                        "{name}，感谢您的来信。"),
                text(
                        "photo",
                        "Ask for a photo",
                        "请求照片",
                        Purpose.CANNED,
                        "Could you send us a photo of the part? Simply answer this mail; {number} stands in its subject already.",
                        "Könnten Sie uns ein Foto des Teils schicken? Antworten Sie einfach auf diese Mail;"
                                + " {number} steht schon im Betreff.",
                        "能否请您发送该部件的照片？直接回复此邮件即可，主题中已包含 {number}。"),
                text(
                        "return",
                        "Return label",
                        "退货标签",
                        Purpose.CANNED,
                        "Please put the enclosed label on the parcel and hand it in at any post office. The refund follows within"
                                + " five working days.",
                        "Bitte kleben Sie das beiliegende Etikett auf das Paket und geben Sie es bei jeder Post ab. Die Erstattung"
                                + " folgt innerhalb von fünf Werktagen.",
                        "请将附上的标签贴在包裹上，并交到任意邮局。我们将在五个工作日内退款。"));
    }

    private static MailTemplate text(
            String id, String title, String chinese, Purpose purpose, String en, String de, String zh) {
        SortedMap<String, Text> texts =
                Sorted.map(Map.of("en", new Text("", en), "de", new Text("", de), "zh", new Text("", zh)));
        return new MailTemplate(id, new Titles(title, chinese), purpose, Optional.empty(), texts);
    }
}
