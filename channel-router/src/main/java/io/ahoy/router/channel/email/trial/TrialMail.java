package io.ahoy.router.channel.email.trial;

import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.router.channel.email.MessageIds;
import io.ahoy.router.channel.email.OwnSession;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** A mail as a customer sees it on the page for trying mail out. */
public record TrialMail(MailAddress from, String subject, String text, Instant at, Optional<String> messageId) {

    public static TrialMail of(TrialServer.Stored stored) {
        try {
            MimeMessage message = new MimeMessage(OwnSession.SESSION, new ByteArrayInputStream(stored.raw()));
            MailAddress from = Optional.ofNullable(message.getFrom())
                    .filter(all -> all.length > 0)
                    .map(all -> (InternetAddress) all[0])
                    .map(one -> new MailAddress(
                            one.getAddress(),
                            Optional.ofNullable(one.getPersonal()).orElse("")))
                    .orElse(MailAddress.of(""));
            return new TrialMail(
                    from,
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    text(message),
                    stored.at(),
                    Optional.ofNullable(message.getMessageID())
                            .flatMap(id -> MessageIds.in(id).stream().findFirst()));
        } catch (MessagingException | IOException e) {
            return new TrialMail(MailAddress.of(""), "", String.valueOf(e.getMessage()), stored.at(), Optional.empty());
        }
    }

    /** The first plain text in it. */
    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String text = text(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /** By SMTP, as any customer's program does it. */
    public static void send(
            TrialServer to,
            MailAddress from,
            Recipients recipients,
            String subject,
            String text,
            Optional<String> inReplyTo)
            throws IOException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(to.smtpPort()));
        settings.setProperty("mail.smtp.localhost", "localhost");
        try {
            MimeMessage message = new MimeMessage(Session.getInstance(settings));
            message.setFrom(new InternetAddress(from.address(), oneLine(from.name()), StandardCharsets.UTF_8.name()));
            for (MailAddress recipient : recipients.to()) {
                message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient.address(), true));
            }
            message.setSubject(oneLine(subject), StandardCharsets.UTF_8.name());
            message.setText(text, StandardCharsets.UTF_8.name());
            message.setSentDate(new java.util.Date());
            Optional<String> answered = inReplyTo.flatMap(
                    id -> MessageIds.in("<" + oneLine(id) + ">").stream().findFirst());
            if (answered.isPresent()) {
                message.setHeader("In-Reply-To", "<" + answered.get() + ">");
                message.setHeader("References", "<" + answered.get() + ">");
            }
            Transport.send(message);
        } catch (AddressException e) {
            throw new IllegalArgumentException("\"" + from.address() + "\" is no mail address", e);
        } catch (MessagingException e) {
            throw new IOException("The trial server does not take the mail: " + e.getMessage(), e);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
