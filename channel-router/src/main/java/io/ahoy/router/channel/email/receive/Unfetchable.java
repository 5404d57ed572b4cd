package io.ahoy.router.channel.email.receive;

import io.ahoy.config.Mailbox;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;

/**
 * Messages that a server lists and cannot give out. After some tries one is left where it is, an agent is told in its place, and the
 * mailbox goes on. For one thread.
 */
final class Unfetchable {
    private static final int TRIES = 3;
    /** A line that breaks for a moment is no reason to give a message up. */
    private static final Duration TRIED_FOR = Duration.ofMinutes(1);

    private static final Session SESSION = Session.getInstance(new Properties());

    private final Map<String, Trouble> troubles = new HashMap<>();

    private record Trouble(int tries, Instant first, String words) {}

    /** @param place what names the message in its mailbox */
    void failed(String place, Instant now, Exception why) {
        troubles.merge(
                place,
                new Trouble(1, now, String.valueOf(why.getMessage())),
                (before, again) -> new Trouble(before.tries() + 1, before.first(), again.words()));
    }

    void fetched(String place) {
        troubles.remove(place);
    }

    boolean isGivenUp(String place, Instant now) {
        Trouble trouble = troubles.get(place);
        return trouble != null
                && trouble.tries() >= TRIES
                && !trouble.first().plus(TRIED_FOR).isAfter(now);
    }

    /** What stands in its place, to be dealt with by whoever works with the mailbox. */
    byte[] notice(Mailbox mailbox, String place, Instant now) throws IOException {
        String words = troubles.containsKey(place) ? troubles.get(place).words() : "";
        UUID same = UUID.nameUUIDFromBytes((mailbox.name() + " " + place).getBytes(StandardCharsets.UTF_8));
        try {
            MimeMessage notice = new MimeMessage(SESSION) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", "<" + same + "@unfetchable." + mailbox.name() + ">");
                }
            };
            InternetAddress own = new InternetAddress(mailbox.address());
            notice.setFrom(own);
            notice.setRecipient(Message.RecipientType.TO, own);
            notice.setSubject("A message could not be fetched", StandardCharsets.UTF_8.name());
            notice.setSentDate(Date.from(now));
            notice.setHeader("Auto-Submitted", "auto-generated");
            notice.setText(
                    """
                    A message in mailbox %s (%s) could not be fetched from %s in %d tries:

                    %s

                    It is still there and was not marked. Look at it with another mail program; moved out of the folder %s and in again, it is tried again.
                    """
                            .formatted(
                                    mailbox.name(),
                                    place,
                                    mailbox.receiving().host(),
                                    TRIES,
                                    words,
                                    mailbox.receiving().folder()),
                    StandardCharsets.UTF_8.name());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            notice.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IOException("The notice of a message that cannot be fetched cannot be written", e);
        }
    }
}
