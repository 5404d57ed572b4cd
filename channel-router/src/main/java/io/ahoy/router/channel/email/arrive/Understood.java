package io.ahoy.router.channel.email.arrive;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.MailContent;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.router.channel.email.AddressList;
import io.ahoy.router.channel.email.meaning.FreshText;
import io.ahoy.router.channel.email.meaning.Meaning;
import io.ahoy.router.channel.email.read.MailHeaders;
import io.ahoy.router.channel.email.read.MailPart;
import io.ahoy.router.channel.email.read.MailProblem;
import io.ahoy.router.channel.email.read.Protection;
import io.ahoy.router.channel.email.read.ReadMail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail as everybody after its reader sees it.
 *
 * @param from empty address: it names no sender
 * @param doubted whether its sender is somebody else than it says
 */
public record Understood(
        Mail mail,
        MailHeaders headers,
        Meaning meaning,
        MailAddress from,
        Recipients recipients,
        String subject,
        MailContent content,
        boolean doubted) {
    private static final int SHOWN_ADDRESSES_MAX = 50;

    public static Understood of(Mail mail, ReadMail read) {
        Meaning meaning = Meaning.of(read);
        MailHeaders headers = read.headers();
        MailAddress from = headers.first("From")
                .flatMap(AddressList::first)
                .or(() -> headers.first("Sender").flatMap(AddressList::first))
                .orElse(MailAddress.of(""));
        Recipients recipients = new Recipients(shown(headers, "To"), shown(headers, "Cc"), List.of());
        String subject = headers.first("Subject")
                .orElse("")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return new Understood(mail, headers, meaning, from, recipients, subject, content(read, meaning), false);
    }

    /** As it came to a mailbox: whose own server may say that the sender is forged. */
    public Understood in(Mailbox mailbox) {
        return SenderProof.doubt(headers, mailbox)
                .map(why -> new Understood(
                        mail, headers, meaning, from, recipients, subject, content.withProblem(why), true))
                .orElse(this);
    }

    /** Nobody could read it; it is shown with its raw source. */
    public static Understood unreadable(Mail mail, String why) {
        ReadMail nothing = new ReadMail(
                MailHeaders.NONE,
                "",
                Optional.empty(),
                List.of(),
                Protection.NONE,
                List.of(new MailProblem(MailProblem.Kind.UNREADABLE, why)));
        return of(mail, nothing);
    }

    private static List<MailAddress> shown(MailHeaders headers, String name) {
        return headers.all(name).stream()
                .flatMap(value -> AddressList.read(value).stream())
                .limit(SHOWN_ADDRESSES_MAX)
                .toList();
    }

    private static MailContent content(ReadMail read, Meaning meaning) {
        FreshText fresh = meaning.fresh();
        Protection protection = read.protection();
        boolean isProtected = protection.state() != Protection.State.NONE;
        return new MailContent(
                fresh.fresh(),
                fresh.quoted(),
                fresh.signature(),
                Optional.empty(),
                read.layout(),
                read.parts().stream()
                        .filter(Understood::isFile)
                        .map(Understood::attachment)
                        .toList(),
                meaning.language().map(Locale::toLanguageTag),
                isProtected ? Optional.of(protection.state().name()) : Optional.empty(),
                isProtected ? Optional.of(protection.detail()) : Optional.empty(),
                read.problems().stream().map(MailProblem::detail).toList(),
                meaning.evidence());
    }

    /** What is shown as text already is no file. */
    private static boolean isFile(MailPart part) {
        boolean shown = part.is("text/plain") || part.is("text/html");
        return part.name().isPresent() || part.contentId().isPresent() || !shown;
    }

    private static MailContent.Attachment attachment(MailPart part) {
        return new MailContent.Attachment(
                part.number(),
                part.name().orElse(""),
                part.mediaType(),
                part.size(),
                part.inline(),
                part.contentId(),
                part.within());
    }
}
