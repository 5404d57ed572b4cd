package io.ahoy.router.channel.email.follow;

import io.ahoy.crm.mail.FollowUp;
import io.ahoy.crm.mail.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/**
 * The message by which a conversation comes back: from the mailbox to itself, as an answer to what was written last, so that it goes the
 * way of every mail. The same one again is known by its Message-ID.
 */
public final class Reminder {
    private static final String PREFIX = "follow-up.";
    private static final Session SESSION = Session.getInstance(new Properties());

    private Reminder() {}

    /**
     * @param last of the conversation
     * @param address of the mailbox
     * @param agent his name
     */
    static byte[] message(FollowUp followUp, Mail last, String address, String agent) throws IOException {
        String id = PREFIX + followUp.thread() + "." + followUp.dueAt().toEpochMilli();
        try {
            MimeMessage reminder = new MimeMessage(SESSION) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", "<" + id + "@ahoy>");
                }
            };
            reminder.setFrom(new InternetAddress(address));
            reminder.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
            reminder.setSubject(line(last.subject()), StandardCharsets.UTF_8.name());
            reminder.setSentDate(Date.from(followUp.dueAt()));
            reminder.setHeader("Auto-Submitted", "auto-generated");
            Optional<String> answered = last.messageId();
            if (answered.isPresent()) {
                reminder.setHeader("In-Reply-To", "<" + line(answered.get()) + ">");
            }
            reminder.setText(
                    "Follow-up for " + agent + (followUp.note().isBlank() ? "." : ": " + followUp.note()),
                    StandardCharsets.UTF_8.name());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            reminder.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IOException("The reminder of a follow-up cannot be written: " + e.getMessage(), e);
        }
    }

    /** Whether it is one of ours, or pretends to be. */
    public static boolean is(Mail mail) {
        return mail.messageId().filter(id -> id.startsWith(PREFIX)).isPresent();
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
