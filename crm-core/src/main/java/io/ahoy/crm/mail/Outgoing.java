package io.ahoy.crm.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message that is to go, its bytes safe already.
 *
 * @param kind ANSWER, NEW, FORWARD, ACKNOWLEDGEMENT, OUT_OF_HOURS or SUGGESTION
 * @param envelopeFrom to whom the world's mail servers report failures; empty: to nobody
 * @param automatic nobody wrote it
 * @param dueAt not before; until then it can be taken back
 */
public record Outgoing(
        UUID id,
        String mailbox,
        String sha256,
        long size,
        String messageId,
        Optional<UUID> thread,
        Optional<UUID> interaction,
        Optional<UUID> author,
        String kind,
        MailAddress from,
        Recipients recipients,
        String subject,
        MailContent content,
        String envelopeFrom,
        boolean automatic,
        Instant at,
        Instant dueAt) {

    /** In this conversation. */
    Outgoing in(Optional<UUID> conversation) {
        return new Outgoing(
                id,
                mailbox,
                sha256,
                size,
                messageId,
                conversation,
                interaction,
                author,
                kind,
                from,
                recipients,
                subject,
                content,
                envelopeFrom,
                automatic,
                at,
                dueAt);
    }
}
