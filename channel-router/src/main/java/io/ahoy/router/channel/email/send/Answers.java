package io.ahoy.router.channel.email.send;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.mail.Draft;
import io.ahoy.crm.mail.Mail;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.MailContent;
import io.ahoy.crm.mail.Outgoing;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.crm.store.Blobs.Blob;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.router.channel.email.MessageIds;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What an agent has written becomes a mail. */
public final class Answers {
    private final Composer composer;
    private final MessageIds ids;
    private final Map<String, Mailbox> mailboxes;
    private final Duration undoLimit;

    /** @param undoLimit how long it waits before it goes, so that it can be taken back */
    public Answers(Composer composer, MessageIds ids, Map<String, Mailbox> mailboxes, Duration undoLimit) {
        this.composer = composer;
        this.ids = ids;
        this.mailboxes = Map.copyOf(mailboxes);
        this.undoLimit = undoLimit;
    }

    /**
     * @param thread the conversation, oldest first; empty for a new mail, which has the id of the conversation that it begins
     * @throws IllegalArgumentException an address is none, nobody is named, or the mailbox is unknown; the message says which
     */
    public Outgoing write(Draft draft, List<Mail> thread, UUID author, Instant now) throws IOException {
        Draft.Content content = draft.content();
        Mailbox mailbox = Optional.ofNullable(mailboxes.get(content.mailbox()))
                .orElseThrow(() -> new IllegalArgumentException("There is no mailbox " + content.mailbox()));
        Recipients recipients = new Recipients(content.to(), content.cc(), List.of());
        if (recipients.all().findAny().isEmpty()) {
            throw new IllegalArgumentException("Nobody is named whom it goes to");
        }
        UUID id = thread.isEmpty() ? draft.thread().orElseGet(() -> UuidV7.next(now)) : UuidV7.next(now);
        MailAddress from = new MailAddress(mailbox.address(), mailbox.shownAs());
        String messageId = ids.of(id, from.domain());
        Optional<String> inReplyTo = draft.answers()
                .flatMap(answered -> thread.stream()
                        .filter(mail -> mail.id().equals(answered))
                        .findFirst())
                .flatMap(Mail::messageId);
        Letter letter = new Letter(
                messageId,
                from,
                recipients,
                content.subject(),
                content.text(),
                content.html(),
                content.files(),
                inReplyTo,
                references(thread, inReplyTo),
                Map.of(),
                now);
        Blob blob = composer.compose(letter);
        return new Outgoing(
                id,
                mailbox.name(),
                blob.sha256(),
                blob.size(),
                messageId,
                draft.thread(),
                draft.interaction(),
                Optional.of(author),
                draft.answers().isPresent() ? "ANSWER" : "NEW",
                from,
                recipients,
                Composer.line(content.subject()),
                shown(content),
                mailbox.address(),
                false,
                now,
                now.plus(undoLimit));
    }

    /** RFC 5322, 3.6.4: the conversation so far, and last of all what is answered. */
    private static List<String> references(List<Mail> thread, Optional<String> inReplyTo) {
        List<String> earlier = thread.stream()
                .flatMap(mail -> mail.messageId().stream())
                .filter(id -> !inReplyTo.equals(Optional.of(id)))
                .toList();
        return java.util.stream.Stream.concat(earlier.stream(), inReplyTo.stream())
                .toList();
    }

    private static MailContent shown(Draft.Content content) {
        List<MailContent.Attachment> files = content.files().stream()
                .map(file -> new MailContent.Attachment(
                        file.sha256(),
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        false,
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        return new MailContent(
                content.text(),
                "",
                "",
                content.html(),
                Optional.empty(),
                files,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
