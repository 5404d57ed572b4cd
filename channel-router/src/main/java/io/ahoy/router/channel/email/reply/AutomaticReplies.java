package io.ahoy.router.channel.email.reply;

import io.ahoy.config.Mailbox;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.mail.MailAddress;
import io.ahoy.crm.mail.MailContent;
import io.ahoy.crm.mail.Outgoing;
import io.ahoy.crm.mail.Recipients;
import io.ahoy.crm.mail.Replies;
import io.ahoy.crm.store.Blobs.Blob;
import io.ahoy.crm.store.DatabaseDown;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells who has written that we have it. */
public final class AutomaticReplies implements Arrived {
    /** Whoever got one of them gets none of the others within the period. */
    private static final List<Purpose> KINDS = List.of(Purpose.ACKNOWLEDGEMENT, Purpose.OUT_OF_HOURS);

    /** RFC 3834, 5: what a machine must not answer; the second is what others' programs look for. */
    private static final Map<String, String> HEADERS =
            Map.of("Auto-Submitted", "auto-replied", "X-Auto-Response-Suppress", "All");

    private static final Duration HOUR = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(AutomaticReplies.class);

    private final ReplyPolicy policy;
    private final Replies replies;
    private final Composer composer;
    private final MessageIds ids;
    private final ReplyTexts texts;
    private final InstantSource clock;
    private final Runnable toSend;
    /** All at once, for each costs a look into the database. */
    private final Queue<Due> toThinkOf = new ConcurrentLinkedQueue<>();
    /** All at once, for each costs a write to the disk. */
    private final Queue<Replies.Thought> suppressed = new ConcurrentLinkedQueue<>();

    /** Answered, unless that was done before. */
    private record Due(Understood mail, Mailbox mailbox, String queue, Optional<Case> service) {}

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
            toThinkOf.add(new Due(mail, mailbox, route.queue(), service));
        } else {
            suppressed.add(thought(mail, route.queue(), Purpose.ACKNOWLEDGEMENT, verdict, Optional.empty()));
        }
    }

    /** What could not be written is thought of again with its mail, which is not marked then. */
    @Override
    public void allRouted() {
        List<Due> due = drained(toThinkOf);
        if (!due.isEmpty()) {
            Set<String> addresses = due.stream().map(one -> address(one.mail())).collect(Collectors.toSet());
            Map<String, Replies.Before> before = new HashMap<>(before(addresses, KINDS));
            due.forEach(one -> thinkAlone(one, before));
        }
        replies.suppressed(drained(suppressed));
    }

    /** One that cannot be answered must not keep the others from being marked, again and again. */
    private void thinkAlone(Due due, Map<String, Replies.Before> before) {
        try {
            think(due, before);
        } catch (DatabaseDown | UncheckedIOException away) {
            throw away;
        } catch (RuntimeException odd) {
            LOG.error(
                    "Mail {} cannot be answered automatically",
                    due.mail().mail().id(),
                    odd);
            Verdict why = new Verdict(Verdict.Reason.FAILED, "It could not be written.");
            suppressed.add(thought(due.mail(), due.queue(), Purpose.ACKNOWLEDGEMENT, why, Optional.empty()));
        }
    }

    /** @param before is brought up to date */
    private void think(Due due, Map<String, Replies.Before> before) {
        Instant now = clock.instant();
        String address = address(due.mail());
        Replies.Before sofar = before.getOrDefault(address, Replies.Before.NOTHING);
        Verdict verdict = policy.judge(sofar, now);
        if (verdict.isSent()) {
            ReplyTexts.Text text = texts.reply(due.mail(), due.mailbox(), due.queue(), due.service(), now);
            send(due.mail(), due.mailbox(), due.queue(), text, now);
            before.put(address, new Replies.Before(Optional.of(now), sofar.lately() + 1));
        } else {
            suppressed.add(thought(due.mail(), due.queue(), Purpose.ACKNOWLEDGEMENT, verdict, Optional.empty()));
        }
    }

    private static <T> List<T> drained(Queue<T> queue) {
        List<T> all = new ArrayList<>();
        for (T next = queue.poll(); next != null; next = queue.poll()) {
            all.add(next);
        }
        return all;
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
            Map<String, Replies.Before> before = before(Set.of(address(mail)), List.of(Purpose.OVERFLOW));
            verdict = policy.judge(before.getOrDefault(address(mail), Replies.Before.NOTHING), now);
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

    private static String address(Understood mail) {
        return mail.from().address().toLowerCase(Locale.ROOT);
    }

    private Map<String, Replies.Before> before(Set<String> addresses, List<Purpose> kinds) {
        List<String> names = kinds.stream().map(Purpose::name).toList();
        Instant now = clock.instant();
        return replies.before(addresses, names, now.minus(ReplyPolicy.PERIOD), now.minus(HOUR));
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
