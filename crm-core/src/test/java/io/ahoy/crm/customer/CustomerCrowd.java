package io.ahoy.crm.customer;

import io.ahoy.crm.store.UuidV7;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Very many customers with their interactions, the same for the same number of them: a few names are frequent, most are rare, and a tenth
 * of the people have half of the contacts. Loaded from files, because row by row it would take hours.
 */
public final class CustomerCrowd {
    public static final int INTERACTIONS_EACH = 10;

    private static final Instant EPOCH = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(600);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final List<String> SYLLABLES = List.of(
            "an", "ber", "chris", "da", "el", "fried", "gro", "hen", "ing", "jo", "karl", "le", "ma", "nor", "ol",
            "pet", "qui", "ro", "sch", "ti", "ul", "vo", "wil", "xa", "yas", "zim");
    private static final int NAMES = 40_000;

    private final int customers;
    private final Path folder;

    /** @param folder for the files that are loaded; what is left there may be deleted */
    public CustomerCrowd(int customers, Path folder) {
        this.customers = customers;
        this.folder = folder;
    }

    /** Loads everything; the secondary indexes are built once all rows are there. */
    public void load(Connection connection, List<UUID> agents, Consumer<String> progress)
            throws IOException, SQLException {
        Files.createDirectories(folder);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET unique_checks = 0");
            statement.execute("SET foreign_key_checks = 0");
            progress.accept("customers");
            people();
            load(statement, "customer", "id, name, language, since, changed_at, segment");
            load(statement, "contact_point", "kind, value, owner, label, is_primary, place");
            progress.accept("terms to find them by");
            withoutKey(
                    statement,
                    "search_term",
                    "search_term_record",
                    "(record, term, kind)",
                    () -> load(statement, "search_term", "term, record, kind"));
            progress.accept("interactions");
            contacts(agents);
            statement.execute("ALTER TABLE interaction DROP KEY interaction_customer, DROP KEY interaction_number,"
                    + " DROP KEY interaction_organisation, DROP KEY interaction_arrival, DROP KEY interaction_state");
            load(
                    statement,
                    "interaction",
                    "id, channel, from_shown, from_e164, withheld, to_shown, customer, arrived_at, ended_at, state, cause");
            progress.accept("indexes of the interactions");
            statement.execute("ALTER TABLE interaction ADD KEY interaction_arrival (arrived_at, id),"
                    + " ADD KEY interaction_customer (customer, arrived_at, id), ADD KEY interaction_number (from_e164, customer),"
                    + " ADD KEY interaction_organisation (organisation, arrived_at, id),"
                    + " ADD KEY interaction_state (state, arrived_at)");
            progress.accept("segments");
            load(
                    statement,
                    "segment",
                    "interaction, number, queue, agent, entered_at, answered_at, ended_at, cleared_at, outcome");
            progress.accept("what agents wrote");
            load(statement, "wrap_up", "interaction, agent, disposition, note, written_at, done_at");
            connection.commit();
            statement.execute("ANALYZE TABLE customer, contact_point, search_term, interaction, segment, wrap_up");
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

    private interface Rows {
        void write(Lines lines) throws IOException;
    }

    private interface Lines {
        void row(String table, Object... columns) throws IOException;
    }

    private void people() throws IOException {
        write(List.of("customer", "contact_point", "search_term"), lines -> {
            for (int i = 0; i < customers; i++) {
                String since = time(EPOCH.plusSeconds(i));
                String email = name(i).replace(' ', '.') + i + "@example.com";
                lines.row(
                        "customer",
                        id(i),
                        name(i),
                        i % 3 == 0 ? "en" : "de",
                        since,
                        since,
                        i % 50 == 0 ? "vip" : "\\N");
                lines.row("contact_point", "PHONE", number(i), id(i), "", 1, 0);
                lines.row("contact_point", "EMAIL", email, id(i), "", 1, 1);
                CustomerDraft draft = CustomerDraft.named(
                        name(i),
                        List.of(
                                ContactPoint.phone(number(i), "", true),
                                new ContactPoint(PointKind.EMAIL, email, "", true, Optional.empty(), false)));
                for (String term : new TreeSet<>(Customers.searchTerms(draft))) {
                    lines.row("search_term", term, id(i), "CUSTOMER");
                }
            }
        });
    }

    private void contacts(List<UUID> agents) throws IOException {
        int all = customers * INTERACTIONS_EACH;
        long step = SPAN.toMillis() / all;
        write(List.of("interaction", "segment", "wrap_up"), lines -> {
            SplittableRandom chance = new SplittableRandom(10);
            for (int i = 0; i < all; i++) {
                Instant at = EPOCH.plusMillis(i * step);
                UUID id = UuidV7.of(at, i & 0xFFF, i);
                int who = chance.nextBoolean() ? chance.nextInt(customers) : chance.nextInt(1 + customers / 10);
                UUID agent = agents.get(chance.nextInt(agents.size()));
                Instant answered = at.plusSeconds(1 + chance.nextInt(60));
                Instant ended = answered.plusSeconds(30 + chance.nextInt(600));
                String cleared = time(ended.plusSeconds(20));
                lines.row(
                        "interaction",
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
                lines.row(
                        "segment", id, 1, "support", agent, time(at), time(answered), time(ended), cleared, "ANSWERED");
                lines.row("wrap_up", id, agent, "solved", "note " + i, cleared, cleared);
            }
        });
    }

    private void write(List<String> tables, Rows rows) throws IOException {
        BufferedWriter[] files = new BufferedWriter[tables.size()];
        for (int i = 0; i < files.length; i++) {
            files[i] = Files.newBufferedWriter(file(tables.get(i)));
        }
        rows.write((table, columns) -> {
            BufferedWriter file = files[tables.indexOf(table)];
            for (int i = 0; i < columns.length; i++) {
                file.write((i == 0 ? "" : "\t") + columns[i]);
            }
            file.write('\n');
        });
        for (BufferedWriter file : files) {
            file.close();
        }
    }

    private interface Loading {
        void run() throws SQLException, IOException;
    }

    private static void withoutKey(Statement statement, String table, String key, String columns, Loading loading)
            throws SQLException, IOException {
        statement.execute("ALTER TABLE " + table + " DROP KEY " + key);
        loading.run();
        statement.execute("ALTER TABLE " + table + " ADD KEY " + key + " " + columns);
    }

    private void load(Statement statement, String table, String columns) throws SQLException, IOException {
        Path file = file(table);
        // MariaDB sorts the rows of an index quickest when they come in the order of the key.
        statement.execute("LOAD DATA LOCAL INFILE '" + file + "' INTO TABLE " + table + " (" + columns + ")");
        Files.delete(file);
    }

    private Path file(String table) {
        return folder.resolve(table + ".tsv");
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
