package io.ahoy.router.channel.email.meaning;

import io.ahoy.router.channel.email.read.MailHeaders;
import io.ahoy.router.channel.email.read.MailPart;
import io.ahoy.router.channel.email.read.ReadMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a mail means.
 *
 * @param mailingList whether it went to many, whatever its kind
 * @param evidence which headers or phrases decided the kind, in words; empty for a person's mail
 * @param language of what is new in it; absent when unsure
 */
public record Meaning(
        MailKind kind,
        Optional<Bounce> bounce,
        Optional<Feedback> feedback,
        boolean mailingList,
        List<String> evidence,
        FreshText fresh,
        Optional<Locale> language) {
    public Meaning {
        evidence = List.copyOf(evidence);
    }

    /** Conservative: a person is not taken for a machine because of a subject alone. */
    public static Meaning of(ReadMail mail) {
        FreshText fresh = FreshText.of(mail.headers().first("Subject").orElse(""), mail.text());
        Optional<Locale> language =
                MailLanguage.of(fresh.fresh(), mail.headers().lower("Content-Language"));
        List<String> list = AutomaticSigns.ofList(mail.headers());
        Verdict verdict = verdict(mail, fresh, list);
        return new Meaning(
                verdict.kind(),
                verdict.bounce(),
                verdict.feedback(),
                !list.isEmpty(),
                verdict.evidence(),
                fresh,
                language);
    }

    private record Verdict(MailKind kind, Optional<Bounce> bounce, Optional<Feedback> feedback, List<String> evidence) {
        static Verdict of(MailKind kind, List<String> evidence) {
            return new Verdict(kind, Optional.empty(), Optional.empty(), evidence);
        }
    }

    private static Verdict verdict(ReadMail mail, FreshText fresh, List<String> list) {
        Optional<Verdict> report = report(mail);
        if (report.isPresent()) {
            return report.get();
        }
        MailHeaders headers = mail.headers();
        Sender sender = Sender.of(headers);
        List<String> signs = new ArrayList<>(AutomaticSigns.inHeaders(headers));
        // Newsletters say "bulk" too, speak of holidays, and are often sent by no-reply addresses.
        boolean toMany = AutomaticSigns.isToMany(headers, list)
                && headers.lower("Auto-Submitted").isEmpty();
        Optional<Verdict> vacation =
                toMany || sender.isDaemon() ? Optional.empty() : vacation(headers, fresh, signs, sender);
        if (vacation.isPresent()) {
            return vacation.get();
        }
        Optional<FreeFormBounce> bounce = FreeFormBounce.in(mail);
        if (bounce.isPresent()) {
            return bounced(mail, bounce.get().failed(), bounce.get().evidence());
        }
        Optional<MailPart> calendar = part(mail, "text/calendar")
                .filter(part -> part.headers().lower("Content-Type").contains("method="));
        if (calendar.isPresent()) {
            return Verdict.of(MailKind.CALENDAR, List.of("part text/calendar with a method"));
        }
        if (toMany) {
            return Verdict.of(MailKind.MAILING_LIST, list);
        }
        signs.addAll(AutomaticSigns.inSender(headers, sender));
        if (signs.isEmpty()) {
            signs.addAll(AutomaticSigns.inText(headers, sender, fresh.fresh()));
        }
        return Verdict.of(signs.isEmpty() ? MailKind.HUMAN : MailKind.AUTOMATIC, signs);
    }

    private static Optional<Verdict> report(ReadMail mail) {
        Optional<Feedback> feedback = Feedback.in(mail);
        if (feedback.isPresent()) {
            return Optional.of(new Verdict(
                    MailKind.FEEDBACK_REPORT,
                    Optional.empty(),
                    feedback,
                    List.of(
                            part(mail, "message/feedback-report").isPresent()
                                    ? "part message/feedback-report"
                                    : "subject \"complaint about message from\" with the mail attached")));
        }
        if (part(mail, "message/disposition-notification").isPresent()) {
            return Optional.of(Verdict.of(MailKind.READ_RECEIPT, List.of("part message/disposition-notification")));
        }
        return DeliveryStatus.in(mail).flatMap(status -> {
            if (!status.failed().isEmpty()) {
                return Optional.of(bounced(mail, status.failed(), "part message/delivery-status"));
            }
            // Nothing failed: a confirmation that somebody asked for. No recipients at all: look into the words.
            return status.otherwise() > 0
                    ? Optional.of(Verdict.of(MailKind.AUTOMATIC, List.of("part message/delivery-status: delivered")))
                    : Optional.empty();
        });
    }

    private static Verdict bounced(ReadMail mail, List<Bounce.Failed> failed, String evidence) {
        Bounce bounce = new Bounce(failed, OriginalMessage.idIn(mail));
        return new Verdict(MailKind.BOUNCE, Optional.of(bounce), Optional.empty(), List.of(evidence));
    }

    private static Optional<Verdict> vacation(MailHeaders headers, FreshText fresh, List<String> signs, Sender sender) {
        boolean answered = sender.nullReturnPath() || signs.stream().anyMatch(sign -> !sign.contains("auto-generated"));
        List<String> words = VacationWords.evidence(headers.first("Subject").orElse(""), fresh.fresh(), answered);
        boolean named = headers.lower("Auto-Submitted").contains("vacation") || headers.has("X-Vacation");
        if (words.isEmpty() && !named) {
            return Optional.empty();
        }
        List<String> evidence = new ArrayList<>(signs);
        evidence.addAll(words);
        return Optional.of(Verdict.of(MailKind.VACATION, evidence));
    }

    private static Optional<MailPart> part(ReadMail mail, String type) {
        return mail.parts().stream()
                .filter(part -> part.within().isEmpty() && part.is(type))
                .findFirst();
    }
}
