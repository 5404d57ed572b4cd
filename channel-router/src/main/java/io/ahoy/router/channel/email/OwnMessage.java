package io.ahoy.router.channel.email;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** What Ahoy itself writes to those who work with a mailbox: delivery reports, reminders, notices. See {@link Notices}. */
public final class OwnMessage {
    private OwnMessage() {}

    /** Writes what is particular to a message. */
    @FunctionalInterface
    public interface Content {
        void write(MimeMessage into) throws MessagingException;
    }

    /**
     * It says by itself that no person wrote it (RFC 3834, 5).
     *
     * @param messageId without angle brackets
     * @param from an address
     * @return its bytes
     */
    public static byte[] write(String messageId, String from, String to, String subject, Instant at, Content content)
            throws IOException {
        try {
            MimeMessage message = new MimeMessage(OwnSession.SESSION) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", "<" + messageId + ">");
                }
            };
            message.setFrom(new InternetAddress(from));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setSubject(line(subject), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(at));
            message.setHeader("Auto-Submitted", "auto-generated");
            content.write(message);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IOException("A message of Ahoy's own cannot be written: " + e.getMessage(), e);
        }
    }

    /** Jakarta Mail writes line breaks through, so that one could add headers of his own. */
    public static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
