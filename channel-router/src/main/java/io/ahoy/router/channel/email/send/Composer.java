package io.ahoy.router.channel.email.send;

import io.ahoy.crm.mail.Draft;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Blobs.Blob;
import io.ahoy.router.channel.email.Certificates;
import io.ahoy.router.channel.email.OwnSession;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the bytes of mails. Jakarta Mail writes line breaks in names, subjects and addresses through, so that one could add headers of
 * his own: everything that goes into a header passes here.
 */
public final class Composer {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern DIRECTIONS = Pattern.compile("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");
    private static final Pattern ADDRESS =
            Pattern.compile("[^@\\s<>\",;:()\\[\\]\\\\]{1,64}@[^@\\s<>\",;:()\\\\]{1,255}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z0-9.+-]{1,100}/[A-Za-z0-9.+-]{1,100}");
    /** A long conversation's first and last references say enough (RFC 5322, 3.6.4 sets no bound). */
    private static final int REFERENCES_MAX = 30;

    private final Blobs blobs;
    private final Certificates certificates;

    /** @param certificates of those who sign what they send */
    public Composer(Blobs blobs, Certificates certificates) {
        this.blobs = blobs;
        this.certificates = certificates;
    }

    /**
     * @return the mail's bytes, safe
     * @throws IllegalArgumentException an address is none; the message says which
     */
    public Blob compose(Letter letter) throws IOException {
        Path file = Files.createTempFile("ahoy-letter", ".eml");
        try {
            try (OutputStream to = Files.newOutputStream(file)) {
                message(letter).writeTo(to);
            }
            try (InputStream from = Files.newInputStream(file)) {
                return blobs.put(from, Long.MAX_VALUE);
            }
        } catch (MessagingException e) {
            throw new IOException("The mail cannot be written: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(OwnSession.SESSION) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + line(letter.messageId()) + ">");
            }
        };
        message.setFrom(address(letter.from()));
        set(message, Message.RecipientType.TO, letter.recipients().to());
        set(message, Message.RecipientType.CC, letter.recipients().cc());
        message.setSubject(line(letter.subject()), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.at()));
        if (letter.inReplyTo().isPresent()) {
            message.setHeader("In-Reply-To", ids(List.of(letter.inReplyTo().get())));
        }
        if (!letter.references().isEmpty()) {
            message.setHeader("References", ids(shortened(letter.references())));
        }
        for (Map.Entry<String, String> header : letter.headers().entrySet()) {
            message.setHeader(line(header.getKey()), line(header.getValue()));
        }
        setContent(message, letter);
        message.saveChanges();
        return message;
    }

    private void setContent(MimeMessage message, Letter letter) throws MessagingException, IOException {
        Optional<Certificates.Identity> identity = certificates.of(letter.from().address());
        if (identity.isPresent()) {
            MimeBodyPart content = new MimeBodyPart();
            setPlainContent(content, letter);
            message.setContent(Signer.sign(content, identity.get()));
        } else {
            setPlainContent(message, letter);
        }
    }

    private void setPlainContent(MimePart part, Letter letter) throws MessagingException, IOException {
        if (letter.files().isEmpty()) {
            setText(part, letter);
            return;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart text = new MimeBodyPart();
        setText(text, letter);
        mixed.addBodyPart(text);
        for (Draft.File file : letter.files()) {
            mixed.addBodyPart(attached(file));
        }
        part.setContent(mixed);
    }

    private static void setText(MimePart part, Letter letter) throws MessagingException {
        if (letter.html().isPresent()) {
            part.setContent(alternative(letter));
        } else {
            part.setText(letter.text(), StandardCharsets.UTF_8.name());
        }
    }

    private static MimeMultipart alternative(Letter letter) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(letter.text(), StandardCharsets.UTF_8.name());
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(letter.html().orElseThrow(), StandardCharsets.UTF_8.name(), "html");
        return new MimeMultipart("alternative", plain, rich);
    }

    private MimeBodyPart attached(Draft.File file) throws MessagingException, IOException {
        Path content = blobs.find(file.sha256())
                .orElseThrow(
                        () -> new IOException("The content of " + file.name() + " is missing in the store of files"));
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new FileDataSource(content.toFile()) {
            @Override
            public String getContentType() {
                return mediaType(file);
            }
        }));
        part.setFileName(DIRECTIONS.matcher(line(file.name())).replaceAll(""));
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    /** Nobody's mail stays unsent because a browser named a type that is none. */
    private static String mediaType(Draft.File file) {
        return MEDIA_TYPE.matcher(file.mediaType()).matches() ? file.mediaType() : "application/octet-stream";
    }

    private static void set(MimeMessage message, Message.RecipientType type, List<MailAddress> addresses)
            throws MessagingException {
        if (!addresses.isEmpty()) {
            List<InternetAddress> all = new ArrayList<>();
            for (MailAddress one : addresses) {
                all.add(address(one));
            }
            message.setRecipients(type, all.toArray(InternetAddress[]::new));
        }
    }

    private static InternetAddress address(MailAddress given) {
        if (!isAddress(given.address())) {
            throw new IllegalArgumentException("\"" + line(given.address()) + "\" is no mail address");
        }
        try {
            return given.name().isBlank()
                    ? new InternetAddress(given.address(), false)
                    : new InternetAddress(given.address(), line(given.name()), StandardCharsets.UTF_8.name());
        } catch (MessagingException | java.io.UnsupportedEncodingException e) {
            throw new IllegalArgumentException("\"" + line(given.address()) + "\" is no mail address", e);
        }
    }

    /** Whether mail can be sent there; quoted and commented forms are not taken. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches()
                && CONTROL.matcher(text).results().findAny().isEmpty();
    }

    private static List<String> shortened(List<String> references) {
        if (references.size() <= REFERENCES_MAX) {
            return references;
        }
        List<String> kept = new ArrayList<>(references.subList(0, 1));
        kept.addAll(references.subList(references.size() - REFERENCES_MAX + 1, references.size()));
        return kept;
    }

    private static String ids(List<String> bare) {
        return bare.stream().map(id -> "<" + line(id) + ">").collect(Collectors.joining("\r\n "));
    }

    /** Everything in one line. */
    static String line(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }
}
