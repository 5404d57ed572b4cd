package io.ahoy.crm.mail;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.RecordJson;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/**
 * What goes out, durable from the moment it is taken. A message is marked as under way before its first byte leaves, so that one cut off
 * in between is known afterwards; it then goes once more under the same Message-ID, and is flagged.
 */
public final class Outbox {
    /** Of a mail that was under way then. */
    public static final String CUT_BY_END = "Ahoy ended while it was being sent.";

    private static final int ERROR_MAX = 500;

    private final Db db;

    public Outbox(Db db) {
        this.db = db;
    }

    /** From now on it will be sent, whatever happens. */
    public void put(Outgoing mail) {
        db.run(session -> put(session, mail));
    }

    /** Within another transaction. */
    static void put(SqlSession session, Outgoing mail) {
        OutboxMapper outbox = mapper(session);
        outbox.insertMail(
                mail,
                mail.thread().orElse(mail.id()),
                Mails.cut(mail.subject(), Mails.SUBJECT_MAX),
                RecordJson.write(mail.recipients()),
                RecordJson.write(mail.content()));
        outbox.insertDelivery(mail);
        mail.content().attachments().forEach(file -> outbox.insertFile(mail.id(), file.number()));
        addresses(mail).forEach(address -> outbox.insertRecipient(mail.id(), address, mail.at()));
    }

    private static Set<String> addresses(Outgoing mail) {
        return mail.recipients()
                .all()
                .map(recipient -> recipient.address().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Those of a mailbox whose time has come, the longest due first. */
    public List<Delivery> due(String mailbox, Instant now, int limit) {
        return db.call(session -> mapper(session).due(mailbox, now, limit).stream()
                .map(row -> row.delivery(mapper(session).recipients(row.mail())))
                .toList());
    }

    /** When the next one is due. */
    public Optional<Instant> nextDue(String mailbox) {
        return db.call(session -> mapper(session).nextDue(mailbox));
    }

    /** Those that have something to send. */
    public Set<String> mailboxes() {
        return db.call(session -> mapper(session).mailboxes());
    }

    /** @return whether it is ours to send: not when it was taken back in this moment */
    public boolean begin(UUID mail) {
        return db.call(session -> mapper(session).begin(mail) == 1);
    }

    /** @param addresses of recipients that a server took it for just now */
    public void sent(UUID mail, List<String> addresses, Instant now) {
        db.run(session -> {
            addresses.forEach(address -> mapper(session).sentTo(mail, address.toLowerCase(Locale.ROOT), now));
            mapper(session).sent(mail, now);
        });
    }

    /** A server took it for this recipient, whatever becomes of the others. */
    public void sentTo(UUID mail, String address, Instant now) {
        db.run(session -> mapper(session).sentTo(mail, address.toLowerCase(Locale.ROOT), now));
    }

    /** Not now: again at that time. */
    public void later(UUID mail, Instant dueAt, String error) {
        db.run(session -> mapper(session).later(mail, dueAt, Mails.cut(error, ERROR_MAX)));
    }

    /** The server of a mailbox is away: all that are due go then. None of them was begun. */
    public void away(String mailbox, Instant now, Instant dueAt, String error) {
        db.run(session -> mapper(session).away(mailbox, now, dueAt, Mails.cut(error, ERROR_MAX)));
    }

    public void failed(UUID mail, String error) {
        db.run(session -> mapper(session).end(mail, Delivery.State.FAILED.name(), Mails.cut(error, ERROR_MAX)));
    }

    public void refused(UUID mail, String address, String words) {
        db.run(session -> mapper(session).refused(mail, address.toLowerCase(Locale.ROOT), Mails.cut(words, ERROR_MAX)));
    }

    /**
     * The connection was lost after the text had gone out, and nobody can say whether the server has it: it goes again, once. After
     * the second time an agent decides.
     */
    public void cutOff(UUID mail, Instant dueAt, String error) {
        db.run(session -> mapper(session).cutOff(mail, dueAt, Mails.cut(error, ERROR_MAX)));
    }

    /** Those of a mailbox that are under way. */
    public List<Delivery> underWay(String mailbox) {
        return db.call(session -> mapper(session).underWay(mailbox).stream()
                .map(row -> row.delivery(mapper(session).recipients(row.mail())))
                .toList());
    }

    /** An agent says that it goes once more. @return whether it was given up, or uncertain */
    public boolean again(UUID mail, Instant now) {
        return db.call(session -> mapper(session).again(mail, now) == 1);
    }

    /** @return whether it was early enough */
    public boolean takeBack(UUID mail) {
        return db.call(session -> mapper(session).takeBack(mail) == 1);
    }

    public Optional<Delivery> get(UUID mail) {
        return db.call(session -> mapper(session)
                .get(mail)
                .map(row -> row.delivery(mapper(session).recipients(mail))));
    }

    /** Of each message of a conversation that goes out. */
    public List<Delivery> ofThread(UUID thread) {
        return db.call(session -> {
            Map<UUID, List<RecipientRow>> recipients = mapper(session).recipientsOfThread(thread).stream()
                    .collect(Collectors.groupingBy(RecipientRow::mail));
            return mapper(session).ofThread(thread).stream()
                    .map(row -> row.delivery(recipients.getOrDefault(row.mail(), List.of()).stream()
                            .map(RecipientRow::recipient)
                            .toList()))
                    .toList();
        });
    }

    private static OutboxMapper mapper(SqlSession session) {
        return session.getMapper(OutboxMapper.class);
    }

    /** As the database has it. */
    record RecipientRow(UUID mail, String address, Optional<Instant> sentAt, Optional<String> failure) {
        Delivery.Recipient recipient() {
            return new Delivery.Recipient(address, sentAt, failure);
        }
    }

    /** As the database has it. */
    record DeliveryRow(
            UUID mail,
            String state,
            String envelopeFrom,
            boolean automatic,
            Instant dueAt,
            int attempts,
            boolean maybeTwice,
            Optional<String> error,
            Optional<Instant> sentAt) {
        Delivery delivery(List<Delivery.Recipient> recipients) {
            return new Delivery(
                    mail,
                    Delivery.State.valueOf(state),
                    envelopeFrom,
                    automatic,
                    dueAt,
                    attempts,
                    maybeTwice,
                    error,
                    sentAt,
                    recipients);
        }
    }
}
