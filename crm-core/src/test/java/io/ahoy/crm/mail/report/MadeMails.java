package io.ahoy.crm.mail.report;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of mails as the channel leaves them, for reports to read. */
final class MadeMails {
    private static final UUID AGENT = UUID.fromString("01900000-0000-7000-8000-000000000007");

    private final Db db;

    MadeMails(Db db) {
        this.db = db;
    }

    /** Monday to Friday, nine to six in Berlin, is when {@code office} is open; {@code clock} has no calendar. */
    void queues() throws SQLException {
        String day = "[{\"from\":\"09:00\",\"to\":\"18:00\"}]";
        String week = String.join(
                ",",
                List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY").stream()
                        .map(name -> "\"" + name + "\":" + day)
                        .toList());
        sql(
                "INSERT INTO calendar (id, place, title_en, title_zh, zone, hours) VALUES ('office', 1, '', '', 'Europe/Berlin', ?)",
                "{\"week\":{" + week + "},\"dates\":{}}");
        for (String id : List.of("office", "clock")) {
            boolean inHours = id.equals("office");
            sql(
                    "INSERT INTO queue (id, place, title_en, title_zh, service_level_threshold_ms, service_level_target,"
                            + " service_level_in_hours, short_abandon_ms, offer_limit_ms, wrap_up_limit_ms, wrap_up_extension_ms,"
                            + " calendar, music_class, rules) VALUES (?, 1, ?, ?, 900000, 0.8, ?, 0, 1000, 0, 0, ?, 'default', '{}')",
                    id,
                    id,
                    id,
                    inHours,
                    inHours ? "office" : null);
        }
    }

    void forgetAll() throws SQLException {
        for (String table : List.of(
                "mail", "mail_delivery", "mail_reply", "mail_decision", "interaction", "segment", "service_case")) {
            sql("DELETE FROM " + table);
        }
    }

    /** @param interaction absent: it is dealt with by nobody */
    UUID came(Instant at, String mailbox, String state, String kind, Optional<UUID> interaction) throws SQLException {
        return row(UuidV7.next(at), "IN", state, kind, mailbox, at, interaction, Optional.empty());
    }

    /** With which a contact begins. */
    UUID begins(Instant at, String mailbox, String queue, Optional<Instant> endedAt) throws SQLException {
        UUID id = UuidV7.next(at);
        row(id, "IN", "ROUTED", "HUMAN", mailbox, at, Optional.of(id), Optional.empty());
        sql(
                "INSERT INTO mail_decision (mail, queue, rules, skills, tier, head_start_ms, tags, dropped)"
                        + " VALUES (?, ?, '[]', '{}', 0, 0, '[]', FALSE)",
                id,
                queue);
        sql(
                "INSERT INTO interaction (id, channel, from_shown, withheld, to_shown, arrived_at, ended_at, state)"
                        + " VALUES (?, 'EMAIL', '', FALSE, '', ?, ?, ?)",
                id,
                at,
                endedAt.orElse(null),
                endedAt.isPresent() ? "CLOSED" : "WAITING");
        return id;
    }

    void stay(
            UUID interaction,
            int number,
            String queue,
            Instant entered,
            Optional<Instant> answered,
            Optional<Instant> ended,
            String outcome)
            throws SQLException {
        sql(
                "INSERT INTO segment (interaction, number, queue, entered_at, answered_at, ended_at, outcome) VALUES (?, ?, ?, ?, ?, ?, ?)",
                interaction,
                number,
                queue,
                entered,
                answered.orElse(null),
                ended.orElse(null),
                outcome);
    }

    void answer(UUID interaction, String kind, boolean byAgent, String state, Instant sentAt) throws SQLException {
        Optional<UUID> author = byAgent ? Optional.of(AGENT) : Optional.empty();
        UUID id = row(UuidV7.next(sentAt), "OUT", "OUT", kind, "info", sentAt, Optional.of(interaction), author);
        sql(
                "INSERT INTO mail_delivery (mail, state, envelope_from, automatic, due_at, sent_at) VALUES (?, ?, '', FALSE, ?, ?)",
                id,
                state,
                sentAt,
                state.equals("SENT") ? sentAt : null);
    }

    void thought(UUID mail, String kind, String reason, Instant at) throws SQLException {
        sql(
                "INSERT INTO mail_reply (mail, kind, mailbox, at, reason, detail) VALUES (?, ?, 'info', ?, ?, '')",
                mail,
                kind,
                at,
                reason);
    }

    void inCase(UUID interaction, String category, Optional<Instant> solvedAt) throws SQLException {
        UUID id = UUID.randomUUID();
        sql("INSERT IGNORE INTO case_type (id, place, title_en, title_zh, complaint, states, clocks)"
                + " VALUES ('t', 1, '', '', FALSE, '[]', '{}')");
        sql("INSERT IGNORE INTO case_category (id, place, title_en, title_zh) VALUES (?, 1, '', '')", category);
        sql(
                "INSERT INTO service_case (id, number, type, category, state, state_kind, state_since, priority, subject, description,"
                        + " clocks, due_at, due_soon_at, opened_at, solved_at, changed_at)"
                        + " VALUES (?, ?, 't', ?, 's', 'OPEN', NOW(), 'NORMAL', '', '', '{}', NOW(), NOW(), NOW(), ?, NOW())",
                id,
                id.toString().substring(0, 32),
                category,
                solvedAt.orElse(null));
        sql("UPDATE interaction SET service_case = ? WHERE id = ?", id, interaction);
    }

    private UUID row(
            UUID id,
            String direction,
            String state,
            String kind,
            String mailbox,
            Instant at,
            Optional<UUID> interaction,
            Optional<UUID> author)
            throws SQLException {
        sql(
                "INSERT INTO mail (id, direction, state, mailbox, sha256, size, fingerprint, thread, interaction, author, kind,"
                        + " from_address, from_name, recipients, subject, at, content)"
                        + " VALUES (?, ?, ?, ?, '', 1, '', ?, ?, ?, ?, '', '', '{}', '', ?, '{}')",
                id,
                direction,
                state,
                mailbox,
                id,
                interaction.orElse(null),
                author.orElse(null),
                kind,
                at);
        return id;
    }

    private void sql(String text, @Nullable Object... values) throws SQLException {
        try (var connection = db.connection();
                var statement = connection.prepareStatement(text)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, plain(values[i]));
            }
            statement.executeUpdate();
            connection.commit();
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Instant at -> Timestamp.valueOf(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            case UUID id -> id.toString();
            case null, default -> value;
        };
    }
}
