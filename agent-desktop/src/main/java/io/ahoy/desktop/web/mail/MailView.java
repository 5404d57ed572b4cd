package io.ahoy.desktop.web.mail;

import io.ahoy.crm.mail.Decision;
import io.ahoy.crm.mail.Delivery;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.MailContent;
import io.ahoy.crm.mail.Replies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail as a conversation shows it.
 *
 * @param linked another conversation that it names without belonging there
 * @param delivery of one that goes out
 * @param tags that rules gave it
 * @param replies what was thought of answering it automatically
 */
record MailView(
        UUID id,
        boolean incoming,
        String kind,
        MailAddress from,
        List<MailAddress> to,
        List<MailAddress> cc,
        String subject,
        Instant at,
        long size,
        MailContent content,
        Optional<UUID> author,
        Optional<UUID> linked,
        Optional<String> note,
        List<String> tags,
        Optional<DeliveryView> delivery,
        List<ReplyView> replies) {

    record DeliveryView(
            Delivery.State state,
            boolean automatic,
            Instant dueAt,
            int attempts,
            boolean maybeTwice,
            Optional<String> error,
            Optional<Instant> sentAt,
            List<Delivery.Recipient> recipients) {
        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.state(),
                    delivery.automatic(),
                    delivery.dueAt(),
                    delivery.attempts(),
                    delivery.maybeTwice(),
                    delivery.error(),
                    delivery.sentAt(),
                    delivery.recipients());
        }
    }

    record ReplyView(String kind, Instant at, String reason, String detail) {
        static ReplyView of(Replies.Thought thought) {
            return new ReplyView(thought.kind(), thought.at(), thought.reason(), thought.detail());
        }
    }

    static MailView of(
            Mail mail, Optional<Decision> decision, Optional<Delivery> delivery, List<Replies.Thought> replies) {
        return new MailView(
                mail.id(),
                mail.isIncoming(),
                mail.kind(),
                mail.from(),
                mail.recipients().to(),
                mail.recipients().cc(),
                mail.subject(),
                mail.at(),
                mail.size(),
                mail.content(),
                mail.author(),
                mail.linked(),
                mail.note(),
                decision.map(one -> List.copyOf(one.tags())).orElse(List.of()),
                delivery.map(DeliveryView::of),
                replies.stream().map(ReplyView::of).toList());
    }
}
