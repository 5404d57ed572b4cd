package io.ahoy.router.channel.email.reply;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.MailContent;
import io.ahoy.crm.mail.Outgoing;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.crm.mail.Replies;
import io.ahoy.crm.store.Blobs.Blob;
import io.ahoy.crm.store.UuidV7;
import io.ahoy.crm.team.MailTemplate.Purpose;
import io.ahoy.router.channel.email.MessageIds;
import io.ahoy.router.channel.email.arrive.Arrived;
import io.ahoy.router.channel.email.arrive.Route;
import io.ahoy.router.channel.email.arrive.Understood;
import io.ahoy.router.channel.email.send.Composer;
import io.ahoy.router.channel.email.send.Letter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Tells who has written that we have it. */
public final class AutomaticReplies implements Arrived {
    /** Whoever got one of them gets none of the others within the period. */
    private static final List<Purpose> KINDS = List.of(Purpose.ACKNOWLEDGEMENT, Purpose.OUT_OF_HOURS);

    /** RFC 3834, 5: what a machine must not answer; the second is what others' programs look for. */
    private static final Map<String, String> HEADERS =
            Map.of("Auto-Submitted", "auto-replied", "X-Auto-Response-Suppress", "All");

    private static final Duration HOUR = Duration.ofHours(1);

    private final ReplyPolicy policy;
    private final Replies replies;
    private final Composer composer;
    private final MessageIds ids;
    private final ReplyTexts texts;
    private final InstantSource clock;
    private final Runnable toSend;
    /** All at once, for each costs a write to the disk. */
    private final Queue<Replies.Thought> suppressed = new ConcurrentLinkedQueue<>();

    /** @param toSend told when the outbox has something new */
    public AutomaticReplies(
            Set<String> own,
            int hourlyMax,
            Replies replies,
            Composer composer,
            MessageIds ids,
            ReplyTexts texts,
            InstantSource clock,
            Runnable toSend) {
        this.policy = new ReplyPolicy(own, hourlyMax);
        this.replies = replies;
        this.composer = composer;
        this.ids = ids;
        this.texts = texts;
        this.clock = clock;
        this.toSend = toSend;
    }

    @Override
    public void routed(Understood mail, Mailbox mailbox, Route route, boolean followUp, Optional<Case> service) {
        Verdict verdict = policy.judge(mail, followUp);
        if (verdict.isSent()) {
            verdict = policy.judge(before(mail.from().address(), KINDS), clock.instant());
        }
        if (verdict.isSent()) {
            Instant now = clock.instant();
            send(mail, mailbox, route.queue(), texts.reply(mail, mailbox, route.queue(), service, now), now);
        } else {
            suppressed.add(thought(mail, route.queue(), Purpose.ACKNOWLEDGEMENT, verdict, Optional.empty()));
        }
    }

    /** What could not be written is thought of again with its mail, which is not marked then. */
    @Override
    public void allRouted() {
        List<Replies.Thought> all = new ArrayList<>();
        for (Replies.Thought next = suppressed.poll(); next != null; next = suppressed.poll()) {
            all.add(next);
        }
        replies.suppressed(all);
    }

    /**
     * An overflow has closed it, and nobody else will answer.
     *
     * @param template empty: the first that an overflow of the queue names
     */
    void overflowed(Understood mail, Mailbox mailbox, String queue, Optional<String> template, Optional<Case> service) {
        Instant now = clock.instant();
        Optional<ReplyTexts.Text> text = template.or(() -> texts.overflowOf(queue))
                .flatMap(named -> texts.overflow(mail, mailbox, queue, named, service, now));
        // Also who goes on with a conversation must be told that nobody reads it.
        Verdict verdict = policy.judge(mail, false);
        if (verdict.isSent()) {
            verdict = policy.judge(before(mail.from().address(), List.of(Purpose.OVERFLOW)), now);
        }
        if (verdict.isSent() && text.isEmpty()) {
            verdict = new Verdict(Verdict.Reason.NO_TEMPLATE, "The overflow names no text that exists.");
        }
        if (verdict.isSent()) {
            send(mail, mailbox, queue, text.orElseThrow(), now);
        } else {
            replies.suppressed(List.of(thought(mail, queue, Purpose.OVERFLOW, verdict, Optional.empty())));
        }
    }

    @Override
    public void joined(Understood mail, UUID interaction) {}

    private Replies.Before before(String address, List<Purpose> kinds) {
        List<String> names = kinds.stream().map(Purpose::name).toList();
        Instant now = clock.instant();
        return replies.before(address, names, now.minus(ReplyPolicy.PERIOD), now.minus(HOUR));
    }

    private void send(Understood mail, Mailbox mailbox, String queue, ReplyTexts.Text text, Instant now) {
        UUID id = UuidV7.next(now);
        MailAddress from = new MailAddress(mailbox.address(), mailbox.shownAs());
        Recipients to = Recipients.to(mail.from());
        String messageId = ids.of(id, from.domain());
        Letter letter = new Letter(
                messageId,
                from,
                to,
                text.subject(),
                text.body(),
                Optional.empty(),
                List.of(),
                mail.mail().messageId(),
                mail.mail().messageId().stream().toList(),
                HEADERS,
                now);
        Blob blob;
        try {
            blob = composer.compose(letter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Outgoing reply = new Outgoing(
                id,
                mailbox.name(),
                blob.sha256(),
                blob.size(),
                messageId,
                Optional.of(mail.mail().id()),
                Optional.of(mail.mail().id()),
                Optional.empty(),
                text.purpose().name(),
                from,
                to,
                text.subject(),
                MailContent.text(text.body()),
                // To nobody (RFC 3834, 3.3): a failure of ours is no reason for more mail.
                "",
                true,
                now,
                now);
        replies.sent(thought(mail, queue, text.purpose(), Verdict.SEND, Optional.of(id)), reply);
        toSend.run();
    }

    private Replies.Thought thought(
            Understood mail, String queue, Purpose kind, Verdict verdict, Optional<UUID> reply) {
        return new Replies.Thought(
                mail.mail().id(),
                kind.name(),
                mail.mail().mailbox(),
                Optional.of(queue),
                clock.instant(),
                verdict.reason().name(),
                verdict.detail().length() > 500 ? verdict.detail().substring(0, 500) : verdict.detail(),
                reply);
    }
}
