package io.ahoy.router.channel.email.send;

import io.ahoy.config.Mailbox;
import io.ahoy.router.channel.email.MailServers;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to a mailbox's server, over which the mails that are due at the same time go one after the other. For one thread.
 */
final class Line implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    /** The server takes its leave (RFC 5321, 3.8). */
    private static final int LEAVES = 421;

    private final MailServers servers;
    private final Mailbox.Sending to;
    private Optional<Transport> open = Optional.empty();
    /** A mail went over it. */
    private boolean used;

    Line(MailServers servers, Mailbox.Sending to) {
        this.servers = servers;
        this.to = to;
    }

    /** Some servers refuse mail that nobody wants to hear of any more. */
    boolean takesEmptySender() {
        return to.emptySender();
    }

    /** Over a connection that others went over; where that has ended meanwhile, over a new one. */
    void send(RawMail mail, Address[] recipients) throws MessagingException {
        boolean again = used;
        try {
            sendOnce(mail, recipients);
        } catch (MessagingException failure) {
            // Servers end what is silent for long, or has carried much: that says nothing of this mail.
            if (!again || mail.isGone() || !isEnd(failure)) {
                throw failure;
            }
            sendOnce(mail, recipients);
        }
    }

    /** Or is connected still, as far as is known. */
    void connect() throws MessagingException {
        connected();
    }

    private Transport connected() throws MessagingException {
        Transport transport = open.isPresent() ? open.get() : servers.open(to);
        open = Optional.of(transport);
        return transport;
    }

    private void sendOnce(RawMail mail, Address[] recipients) throws MessagingException {
        try {
            connected().sendMessage(mail, recipients);
            used = true;
        } catch (MessagingException failure) {
            close();
            throw failure;
        }
    }

    private static boolean isEnd(MessagingException failure) {
        return failure instanceof SMTPSendFailedException answer
                ? answer.getReturnCode() < 0 || answer.getReturnCode() == LEAVES
                : !(failure instanceof SendFailedException);
    }

    /** What was sent is answered, so that a connection which breaks now changes nothing. */
    @Override
    public void close() {
        open.ifPresent(transport -> {
            try {
                transport.close();
            } catch (MessagingException gone) {
                LOG.debug("a mail server has gone before we took our leave", gone);
            }
        });
        open = Optional.empty();
        used = false;
    }
}
