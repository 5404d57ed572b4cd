package io.ahoy.crm.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an agent writes.
 *
 * @param thread the conversation; absent for a new mail
 * @param answers the message that it answers
 */
public record Draft(
        UUID id,
        long version,
        Optional<UUID> thread,
        Optional<UUID> interaction,
        Optional<UUID> answers,
        UUID author,
        Content content,
        Instant changedAt) {

    /**
     * @param mailbox that it goes out from
     * @param text plain; of a mail with HTML what those see who show none
     * @param html with formatting, sanitised
     * @param serviceCase that a new mail will belong to; an answer belongs where its conversation does
     */
    public record Content(
            String mailbox,
            List<MailAddress> to,
            List<MailAddress> cc,
            String subject,
            String text,
            Optional<String> html,
            List<File> files,
            Optional<UUID> serviceCase) {
        public Content {
            to = List.copyOf(to);
            cc = List.copyOf(cc);
            files = List.copyOf(files);
        }
    }

    /** An attachment whose bytes are stored. */
    public record File(String name, String mediaType, String sha256, long size) {}
}
