package io.ahoy.router.channel.email.send;

import io.ahoy.router.channel.email.OwnSession;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A stored mail on its way out, byte by byte as it is stored. */
final class RawMail extends SMTPMessage {
    private final Path file;
    private boolean gone;

    RawMail(Path file, String envelopeFrom) throws MessagingException {
        super(OwnSession.SESSION);
        this.file = file;
        // Its own form of an empty sender (RFC 5321, 4.5.5): nobody is told of failures.
        setEnvelopeFrom(envelopeFrom.isEmpty() ? "<>" : envelopeFrom);
        saved = true;
    }

    @Override
    public void writeTo(OutputStream to, String[] ignoreList) throws IOException {
        Files.copy(file, to);
        gone = true;
    }

    /** Whether its last byte has left, so that the server may have it although no answer came. */
    boolean isGone() {
        return gone;
    }
}
