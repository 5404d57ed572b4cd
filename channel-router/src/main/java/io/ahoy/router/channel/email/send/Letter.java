package io.ahoy.router.channel.email.send;

import io.ahoy.crm.mail.Draft;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.Recipients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be written into a mail.
 *
 * @param messageId without angle brackets
 * @param inReplyTo likewise
 * @param references likewise, the oldest first
 * @param html sanitised; the text stands beside it
 * @param headers others, by name
 */
public record Letter(
        String messageId,
        MailAddress from,
        Recipients recipients,
        String subject,
        String text,
        Optional<String> html,
        List<Draft.File> files,
        Optional<String> inReplyTo,
        List<String> references,
        Map<String, String> headers,
        Instant at) {
    public Letter {
        files = List.copyOf(files);
        references = List.copyOf(references);
        headers = Map.copyOf(headers);
    }
}
