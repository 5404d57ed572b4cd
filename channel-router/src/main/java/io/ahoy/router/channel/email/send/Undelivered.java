package io.ahoy.router.channel.email.send;

import io.ahoy.crm.mail.Mail;
import io.ahoy.router.channel.email.OwnMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The report of a mail that was not delivered, as a mail server would send it (RFC 3464), so that it goes the way of all of them. */
final class Undelivered {
    /** RFC 3463: of the server's words, or at least that it was for good. */
    private static final Pattern STATUS = Pattern.compile("\\b5\\.[0-9]{1,3}\\.[0-9]{1,3}\\b");

    private static final String REFUSED = "5.0.0";

    private Undelivered() {}

    /** @param refused in whose words each address was refused */
    static byte[] report(Mail mail, Map<String, String> refused, Instant at) throws IOException {
        String domain = mail.from().domain();
        return OwnMessage.write(
                UUID.randomUUID() + "@undelivered." + domain,
                "MAILER-DAEMON@" + domain,
                mail.from().address(),
                "Not delivered: " + mail.subject(),
                at,
                report -> {
                    report.setHeader("Return-Path", "<>");
                    report.setContent(new MimeMultipart(
                            "report; report-type=delivery-status",
                            part("text/plain; charset=utf-8", words(refused)),
                            part("message/delivery-status", status(mail, refused)),
                            part("text/rfc822-headers", headers(mail))));
                });
    }

    /**
     * Nobody can say whether it arrived: as an answer to it, so that it comes back to its conversation and to whoever wrote it. Made again
     * it has the same bytes, and is known.
     *
     * @param attempts begun: an agent may have sent it again, and that is told anew
     */
    static byte[] uncertain(Mail mail, int attempts) throws IOException {
        String address = mail.from().address();
        return OwnMessage.write(
                mail.id() + "." + attempts + "@uncertain." + mail.from().domain(),
                address,
                address,
                "Not certain: " + mail.subject(),
                mail.at(),
                notice -> {
                    if (mail.messageId().isPresent()) {
                        notice.setHeader(
                                "In-Reply-To",
                                "<" + OwnMessage.line(mail.messageId().get()) + ">");
                    }
                    notice.setText(
                            "Whether your mail has arrived is not known: twice the connection was lost after its text had gone"
                                    + " out. It does not go a third time by itself, for he might have it already. Ask him,"
                                    + " or send it again in the conversation.",
                            StandardCharsets.UTF_8.name());
                });
    }

    private static MimeBodyPart part(String type, String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new jakarta.activation.DataHandler(new jakarta.mail.util.ByteArrayDataSource(bytes, type)));
        part.setHeader("Content-Type", type);
        return part;
    }

    private static String words(Map<String, String> refused) {
        return refused.entrySet().stream()
                .map(one -> "<" + one.getKey() + ">: " + OwnMessage.line(one.getValue()))
                .collect(Collectors.joining("\r\n", "Your mail was not delivered to:\r\n\r\n", "\r\n"));
    }

    private static String status(Mail mail, Map<String, String> refused) {
        return refused.entrySet().stream()
                .map(one ->
                        "Final-Recipient: rfc822; %s\r\nAction: failed\r\nStatus: %s\r\nDiagnostic-Code: smtp; %s\r\n"
                                .formatted(one.getKey(), statusIn(one.getValue()), OwnMessage.line(one.getValue())))
                .collect(Collectors.joining(
                        "\r\n", "Reporting-MTA: dns; " + mail.from().domain() + "\r\n\r\n", ""));
    }

    private static String statusIn(String words) {
        Matcher status = STATUS.matcher(words);
        return status.find() ? status.group() : REFUSED;
    }

    private static String headers(Mail mail) {
        return mail.messageId()
                .map(id -> "Message-ID: <" + OwnMessage.line(id) + ">\r\n")
                .orElse("");
    }
}
