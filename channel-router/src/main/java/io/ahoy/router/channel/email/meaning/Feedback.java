package io.ahoy.router.channel.email.meaning;

import io.ahoy.router.channel.email.read.MailHeaders;
import io.ahoy.router.channel.email.read.MailPart;
import io.ahoy.router.channel.email.read.ReadMail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A complaint about a mail of ours (RFC 5965).
 *
 * @param type "abuse" (somebody pressed "spam"), "fraud", "virus", "opt-out", "not-spam" or "other"
 * @param recipient who complained, in small letters; many providers hide him
 * @param sourceIp of the server that handed the mail in
 * @param originalMessageId of our mail, with its angle brackets
 */
public record Feedback(
        String type, Optional<String> recipient, Optional<String> sourceIp, Optional<String> originalMessageId) {

    static Optional<Feedback> in(ReadMail mail) {
        return mail.parts().stream()
                .filter(part -> part.within().isEmpty() && part.is("message/feedback-report"))
                .findFirst()
                .map(part -> of(part, mail))
                .or(() -> ofHotmail(mail));
    }

    /** Hotmail passes the mail on with nothing but a subject of its own, and names who complained in a header of that mail. */
    private static Optional<Feedback> ofHotmail(ReadMail mail) {
        if (!mail.headers().lower("Subject").startsWith("complaint about message from ")) {
            return Optional.empty();
        }
        return mail.parts().stream()
                .filter(part -> part.is("message/rfc822") || part.within().isPresent())
                .findFirst()
                .map(attached -> new Feedback(
                        "abuse",
                        attached.headers().first("X-HmXmrOriginalRecipient").flatMap(Addresses::firstIn),
                        Optional.of(
                                mail.headers().lower("Subject").substring("complaint about message from ".length())),
                        OriginalMessage.idIn(mail)));
    }

    private static Feedback of(MailPart part, ReadMail mail) {
        MailHeaders fields = part.text().map(FieldGroups::of).orElse(List.of()).stream()
                .findFirst()
                .orElse(MailHeaders.NONE);
        String type = fields.lower("Feedback-Type");
        return new Feedback(
                type.isEmpty() ? "other" : type,
                fields.first("Original-Rcpt-To")
                        .or(() -> fields.first("Removal-Recipient"))
                        .flatMap(Addresses::firstIn),
                fields.first("Source-IP").map(ip -> ip.strip().toLowerCase(Locale.ROOT)),
                OriginalMessage.idIn(mail));
    }
}
