package io.ahoy.crm.customer;

import io.ahoy.crm.casework.CaseClocks;
import io.ahoy.crm.casework.CaseClocks.Clock;
import io.ahoy.crm.store.RecordJson;
import io.ahoy.crm.store.UuidV7;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Very many customers with their interactions, the same for the same number of them: a few names are frequent, most are rare, and a tenth
 * of the people have half of the contacts.
 */
public final class CustomerCrowd {
    public static final int INTERACTIONS_EACH = 10;

    private static final Instant EPOCH = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(600);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final List<String> SYLLABLES = List.of(
            "an", "ber", "chris", "da", "el", "fried", "gro", "hen", "ing", "jo", "karl", "le", "ma", "nor", "ol",
            "pet", "qui", "ro", "sch", "ti", "ul", "vo", "wil", "xa", "yas", "zim");
    /** As the table has it for a clock that does not run. */
    private static final String NEVER = "9999-12-31 00:00:00.000";

    private static final int NAMES = 40_000;

    private static final int BATCH = 5_000;

    private final int customers;
    private final Connection connection;
    private final Map<String, PreparedStatement> inserts = new HashMap<>();
    private int waiting;

    /** @param connection without auto-commit; batches should go as bulk statements */
    public CustomerCrowd(int customers, Connection connection) {
        this.customers = customers;
        this.connection = connection;
    }

    /** Writes everything; the secondary indexes of the largest table are built once all rows are there. */
    public void load(List<UUID> agents, Consumer<String> progress) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET unique_checks = 0");
            statement.execute("SET foreign_key_checks = 0");
            progress.accept("customers");
            people();
            progress.accept("cases");
            cases();
            progress.accept("interactions");
            statement.execute("ALTER TABLE interaction DROP KEY interaction_customer, DROP KEY interaction_number,"
                    + " DROP KEY interaction_organisation, DROP KEY interaction_arrival, DROP KEY interaction_state");
            contacts(agents);
            progress.accept("indexes of the interactions");
            statement.execute("ALTER TABLE interaction ADD KEY interaction_arrival (arrived_at, id),"
                    + " ADD KEY interaction_customer (customer, arrived_at, id), ADD KEY interaction_number (from_e164, customer),"
                    + " ADD KEY interaction_organisation (organisation, arrived_at, id),"
                    + " ADD KEY interaction_state (state, arrived_at)");
            statement.execute(
                    "ANALYZE TABLE customer, contact_point, search_term, search_name, service_case, interaction, segment, wrap_up");
        }
    }

    public static UUID id(int customer) {
        return UuidV7.of(EPOCH.plusSeconds(customer), 0xC, customer);
    }

    public static String number(int customer) {
        return "+4930" + (10_000_000 + customer);
    }

    public static String name(int customer) {
        SplittableRandom chance = new SplittableRandom(customer);
        return word(rank(chance)) + " " + word(rank(chance) + 7);
    }

    private void people() throws SQLException {
        for (int i = 0; i < customers; i++) {
            String since = time(EPOCH.plusSeconds(i));
            String email = name(i).replace(' ', '.') + i + "@example.com";
            row(
                    "customer (id, name, language, since, changed_at, segment)",
                    id(i),
                    name(i),
                    i % 3 == 0 ? "en" : "de",
                    since,
                    since,
                    i % 50 == 0 ? "vip" : null);
            row("contact_point (kind, value, owner, label, is_primary, place)", "PHONE", number(i), id(i), "", 1, 0);
            row("contact_point (kind, value, owner, label, is_primary, place)", "EMAIL", email, id(i), "", 1, 1);
            CustomerDraft draft = CustomerDraft.named(
                    name(i),
                    List.of(
                            ContactPoint.phone(number(i), "", true),
                            new ContactPoint(PointKind.EMAIL, email, "", true, Optional.empty(), false)));
            FoundBy foundBy = Customers.foundBy(draft);
            for (String term : foundBy.all()) {
                row("search_term (term, record, kind)", term, id(i), "CUSTOMER");
            }
            for (String word : foundBy.names()) {
                row("search_name (kind, word, record, words)", "CUSTOMER", word, id(i), foundBy.together());
            }
        }
        flush();
    }

    /** Every fifth customer has one that is open, and as many have one that is closed. */
    private void cases() throws SQLException {
        for (int i = 0; i < customers; i++) {
            if (i % 5 < 2) {
                boolean open = i % 5 == 0;
                Instant opened = EPOCH.plus(SPAN.dividedBy(customers).multipliedBy(i));
                Instant due = opened.plus(Duration.ofDays(2));
                Clock clock = new Clock(Duration.ofHours(16), Optional.of(due), Optional.empty());
                CaseClocks clocks = open
                        ? new CaseClocks(
                                Optional.of(clock),
                                Optional.empty(),
                                Optional.of(clock),
                                Optional.empty(),
                                Optional.empty())
                        : CaseClocks.NONE;
                row(
                        "service_case (id, number, type, state, state_kind, state_since, priority, subject, description, customer,"
                                + " clocks, due_at, due_soon_at, opened_at, closed_at, changed_at)",
                        UuidV7.of(opened, 0xD, i),
                        "B-" + i,
                        "request",
                        open ? "open" : "closed",
                        open ? "OPEN" : "CLOSED",
                        time(opened),
                        "NORMAL",
                        "about " + name(i),
                        "What " + name(i) + " asked for, in a sentence or two.",
                        id(i),
                        RecordJson.write(clocks),
                        open ? time(due) : NEVER,
                        open ? time(due.minus(Duration.ofHours(4))) : NEVER,
                        time(opened),
                        open ? null : time(due),
                        time(opened));
            }
        }
        flush();
    }

    private void contacts(List<UUID> agents) throws SQLException {
        int all = customers * INTERACTIONS_EACH;
        long step = SPAN.toMillis() / all;
        SplittableRandom chance = new SplittableRandom(10);
        for (int i = 0; i < all; i++) {
            Instant at = EPOCH.plusMillis(i * step);
            UUID id = UuidV7.of(at, i & 0xFFF, i);
            int who = chance.nextBoolean() ? chance.nextInt(customers) : chance.nextInt(1 + customers / 10);
            UUID agent = agents.get(chance.nextInt(agents.size()));
            Instant answered = at.plusSeconds(1 + chance.nextInt(60));
            Instant ended = answered.plusSeconds(30 + chance.nextInt(600));
            String cleared = time(ended.plusSeconds(20));
            row(
                    "interaction (id, channel, from_shown, from_e164, withheld, to_shown, customer, arrived_at, ended_at,"
                            + " state, cause)",
                    id,
                    "VOICE",
                    number(who),
                    number(who),
                    0,
                    "500",
                    id(who),
                    time(at),
                    cleared,
                    "CLOSED",
                    "CUSTOMER_HUNG_UP");
            row(
                    "segment (interaction, number, queue, agent, entered_at, answered_at, ended_at, cleared_at, outcome)",
                    id,
                    1,
                    "support",
                    agent,
                    time(at),
                    time(answered),
                    time(ended),
                    cleared,
                    "ANSWERED");
            row(
                    "wrap_up (interaction, agent, disposition, note, written_at, done_at)",
                    id,
                    agent,
                    "solved",
                    "note " + i,
                    cleared,
                    cleared);
        }
        flush();
    }

    private void row(String into, @Nullable Object... columns) throws SQLException {
        PreparedStatement insert = inserts.get(into);
        if (insert == null) {
            insert = connection.prepareStatement("INSERT INTO " + into + " VALUES ("
                    + String.join(", ", Collections.nCopies(columns.length, "?")) + ")");
            inserts.put(into, insert);
        }
        for (int i = 0; i < columns.length; i++) {
            insert.setString(i + 1, columns[i] == null ? null : columns[i].toString());
        }
        insert.addBatch();
        if (++waiting == BATCH) {
            flush();
        }
    }

    private void flush() throws SQLException {
        for (PreparedStatement insert : inserts.values()) {
            insert.executeBatch();
        }
        connection.commit();
        waiting = 0;
    }

    private static int rank(SplittableRandom chance) {
        return (int) Math.exp(chance.nextDouble() * Math.log(NAMES)) - 1;
    }

    private static String word(int rank) {
        StringBuilder word = new StringBuilder();
        for (int left = rank + SYLLABLES.size(); left > 0; left /= SYLLABLES.size()) {
            word.append(SYLLABLES.get(left % SYLLABLES.size()));
        }
        return word.toString();
    }

    private static String time(Instant at) {
        return TIME.format(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }
}
