package io.ahoy.crm.mail;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.RecordJson;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** The rows of messages. Their bytes lie in {@link io.ahoy.crm.store.Blobs}. */
public final class Mails {
    public static final int SUBJECT_MAX = 998;

    private static final int THREAD_MAX = 500;
    private static final int NOTE_MAX = 500;
    private static final int NAME_MAX = 200;
    private static final int ADDRESS_MAX = 320;

    private final Db db;

    public Mails(Db db) {
        this.db = db;
    }

    // ---- receiving

    public Optional<Place.Progress> progress(String mailbox) {
        return db.call(session -> mapper(session).progress(mailbox));
    }

    /** A mailbox that is read for the first time, or whose numbers have changed. */
    public void begin(String mailbox, Place.Progress progress) {
        db.run(session -> mapper(session).begin(mailbox, progress));
    }

    /** A mailbox whose server has forgotten everything, so that its numbers say nothing. */
    public void forgetPlace(String mailbox) {
        db.run(session -> mapper(session).forgetPlace(mailbox));
    }

    /** Everything up to it is looked at; what was to be stored is stored and marked. */
    public void passed(String mailbox, long uidValidity, long uid) {
        db.run(session -> mapper(session).passed(mailbox, uidValidity, uid));
    }

    public void marked(String mailbox, long uidValidity, long uid) {
        db.run(session -> mapper(session).marked(mailbox, uidValidity, uid));
    }

    /** Which of those that a POP3 server lists are stored; what it lists no more is forgotten. */
    public Set<String> stored(String mailbox, Set<String> listed) {
        return db.call(session -> {
            Set<String> known = new HashSet<>(mapper(session).uidls(mailbox));
            known.stream()
                    .filter(uidl -> !listed.contains(uidl))
                    .forEach(gone -> mapper(session).forget(mailbox, gone));
            known.retainAll(listed);
            return known;
        });
    }

    /** Messages, those of a mailbox in its order, and how far it has been read, in one transaction: all of them, or none. */
    public void store(List<Arrival> arrivals) {
        db.runBatch(session -> {
            Map<String, Place.Imap> last = new HashMap<>();
            for (Arrival arrival : arrivals) {
                String mailbox = arrival.mail().mailbox();
                mapper(session).insertReceived(arrival.mail(), arrival.isFollowUp());
                switch (arrival.place()) {
                    case Place.Imap place -> last.put(mailbox, place);
                    case Place.Pop(String uidl) -> mapper(session).remember(mailbox, uidl);
                    case Place.Ours() -> {}
                }
            }
            last.forEach((mailbox, place) -> mapper(session).advance(mailbox, place.uidValidity(), place.uid()));
        });
    }

    public record Arrival(Received mail, Place place) {
        /** Whoever else names his mail so has sent one nevertheless. */
        boolean isFollowUp() {
            return place instanceof Place.Ours
                    && mail.messageId()
                            .filter(id -> id.startsWith(FollowUps.MESSAGE_ID))
                            .isPresent();
        }
    }

    // ---- reading

    /** Those that still have to be read, oldest first. */
    public List<Mail> unread(int limit) {
        return db.call(session ->
                mapper(session).unread(limit).stream().map(MailRow::mail).toList());
    }

    /** Counted before, so that a message which takes the whole program down is known by it. */
    public void readingBegins(List<UUID> mails) {
        if (!mails.isEmpty()) {
            db.run(session -> mapper(session).readingBegins(mails));
        }
    }

    /** Begun, and put off for a reason that lies elsewhere: as if it had not been begun. */
    public void readingEnds(List<UUID> mails) {
        if (!mails.isEmpty()) {
            db.run(session -> mapper(session).readingEnds(mails));
        }
    }

    /** Those before which another message with the same fingerprint came. */
    public Set<UUID> copies(List<UUID> mails) {
        return mails.isEmpty() ? Set.of() : db.call(session -> mapper(session).copies(mails));
    }

    /** What it turned out to be; the message is read from now on. */
    public void settle(Reading reading) {
        db.run(session -> mapper(session)
                .settle(
                        reading.mail(),
                        reading.state().name(),
                        reading.thread(),
                        reading.linked(),
                        reading.interaction(),
                        reading.kind(),
                        cut(reading.from().address(), ADDRESS_MAX),
                        cut(reading.from().name(), NAME_MAX),
                        RecordJson.write(reading.recipients()),
                        cut(reading.subject(), SUBJECT_MAX),
                        RecordJson.write(reading.content()),
                        reading.note().map(note -> cut(note, NOTE_MAX))));
    }

    /** They stand in their queues. */
    public void routed(List<UUID> mails) {
        if (!mails.isEmpty()) {
            db.run(session -> mapper(session).routed(mails));
        }
    }

    /** @param thread its own id when it begins one */
    public record Reading(
            UUID mail,
            Mail.State state,
            UUID thread,
            Optional<UUID> linked,
            Optional<UUID> interaction,
            String kind,
            MailAddress from,
            Recipients recipients,
            String subject,
            MailContent content,
            Optional<String> note) {}

    // ---- looking

    public Optional<Mail> get(UUID id) {
        return db.call(session -> mapper(session).get(id).map(MailRow::mail));
    }

    /** The one that we wrote, or took in last, with this Message-ID. */
    public Optional<Mail> byMessageId(String messageId) {
        return db.call(session -> mapper(session).byMessageId(messageId).map(MailRow::mail));
    }

    /**
     * Those that came last of which rules have judged, newest first.
     *
     * @param skip so many that came later are left out
     */
    public List<Mail> lastJudged(int limit, int skip) {
        return db.call(session -> mapper(session).lastJudged(limit, skip).stream()
                .map(MailRow::mail)
                .toList());
    }

    /** A conversation, oldest first; of a very long one the newest messages. */
    public List<Mail> thread(UUID thread) {
        return db.call(session -> mapper(session).thread(thread, THREAD_MAX).stream()
                        .map(MailRow::mail)
                        .toList())
                .reversed();
    }

    /** The conversation that an interaction is about. */
    public Optional<UUID> threadOf(UUID interaction) {
        return db.call(session -> mapper(session).threadOf(interaction));
    }

    /** The message of an interaction that came last. */
    public Optional<Mail> lastReceived(UUID interaction) {
        return db.call(session -> mapper(session).lastReceived(interaction).map(MailRow::mail));
    }

    /** The interaction of a conversation that has not ended, or else the one that came last. */
    public Optional<UUID> interactionOf(UUID thread) {
        return interactionsOf(thread).stream().findFirst();
    }

    /** All of a conversation, without those whose mails were taken out of it; first one that has not ended. */
    public List<UUID> interactionsOf(UUID thread) {
        return db.call(session -> mapper(session).interactionsOf(thread)).stream()
                .distinct()
                .toList();
    }

    /** The conversation that a mail stands in, and stays in until the transaction around this ends. */
    public Optional<UUID> heldIn(UUID mail) {
        return db.call(session -> mapper(session).heldIn(mail));
    }

    /** The agent who wrote in it last. */
    public Optional<UUID> lastAuthor(UUID thread) {
        return db.call(session -> mapper(session).lastAuthor(thread));
    }

    /** Whether somebody has written or was written to in it. */
    public boolean takesPart(UUID thread, String address) {
        return db.call(session -> mapper(session).parties(thread, THREAD_MAX)).stream()
                .anyMatch(mail -> MailAddress.of(mail.fromAddress()).isSameAs(address)
                        || RecordJson.read(mail.recipients(), Recipients.class)
                                .all()
                                .anyMatch(known -> known.isSameAs(address)));
    }

    /** What the Message-IDs of this centre are signed with; made at the first time. */
    public byte[] key(byte[] fresh) {
        return db.call(session -> {
            mapper(session).makeKey(fresh);
            return mapper(session).key();
        });
    }

    static Mail.State state(String name) {
        return Mail.State.valueOf(name);
    }

    static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }

    private static MailMapper mapper(SqlSession session) {
        return session.getMapper(MailMapper.class);
    }

    record Parties(String fromAddress, String recipients) {}

    /** As the database has it. */
    record MailRow(
            UUID id,
            String state,
            String mailbox,
            String sha256,
            long size,
            Optional<String> messageId,
            UUID thread,
            Optional<UUID> linked,
            Optional<UUID> interaction,
            Optional<UUID> author,
            String kind,
            String fromAddress,
            String fromName,
            String recipients,
            String subject,
            Instant at,
            String content,
            int readings,
            Optional<String> note) {
        Mail mail() {
            return new Mail(
                    id,
                    Mails.state(state),
                    mailbox,
                    sha256,
                    size,
                    messageId,
                    thread,
                    linked,
                    interaction,
                    author,
                    kind,
                    new MailAddress(fromAddress, fromName),
                    RecordJson.read(recipients, Recipients.class),
                    subject,
                    at,
                    RecordJson.read(content, MailContent.class),
                    readings,
                    note);
        }
    }
}
