package io.ahoy.desktop.bench;

import io.ahoy.crm.access.Subject;
import io.ahoy.crm.casework.Case;
import io.ahoy.crm.casework.CaseFilter;
import io.ahoy.crm.casework.Cases;
import io.ahoy.crm.customer.Customer;
import io.ahoy.crm.customer.CustomerCrowd;
import io.ahoy.crm.customer.Customers;
import io.ahoy.crm.customer.Finder;
import io.ahoy.crm.customer.PointKind;
import io.ahoy.crm.history.History;
import io.ahoy.crm.history.HistoryFilter;
import io.ahoy.crm.history.Page;
import io.ahoy.crm.knowledge.ArticleCrowd;
import io.ahoy.crm.knowledge.ArticleFilter;
import io.ahoy.crm.knowledge.ArticleSearch;
import io.ahoy.crm.knowledge.ArticleSearch.Asked;
import io.ahoy.crm.knowledge.Situation;
import io.ahoy.crm.knowledge.Suggestions;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.EmbeddedMariaDb;
import io.ahoy.crm.team.Agent;
import io.ahoy.crm.team.CaseType.StateKind;
import io.ahoy.crm.team.DemoTeam;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.web.Json;
import io.ahoy.router.bench.BenchReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What an agent waits for when he looks into the customer record, with eight of them looking without a pause: the card of who calls, the
 * search as he types, the articles, the suggestions; in a small centre and in a very large one, beside bare JDBC that reads the same rows.
 */
final class CrmBench {
    private static final int LARGE = 1_000_000;
    private static final int SMALL = 10_000;
    private static final int ARTICLES = 10_000;
    private static final int CLIENTS = 8;
    private static final int POOL = 10;
    private static final int TIMELINE = 20;
    private static final int FOUND = 20;
    private static final int OPEN_CASES = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final List<String> LANGUAGES = List.of("en", "de", "zh");

    private final Path folder;
    private final BenchReport report = new BenchReport("crm");
    private final Json json = new Json();

    private CrmBench(Path folder) {
        this.folder = folder;
    }

    /** @param arguments how many customers the large centre has; a million without */
    public static void main(String[] arguments) throws Exception {
        Path top = Path.of(System.getProperty("ahoy.top", ".")).toAbsolutePath().normalize();
        int customers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : LARGE;
        CrmBench bench = new CrmBench(Files.createDirectories(top.resolve("target/bench/crm")));
        bench.run(customers);
        System.out.println(bench.report.table());
        System.out.println("written to " + bench.report.write(top.resolve("target/bench")));
    }

    private void run(int customers) throws Exception {
        EmbeddedMariaDb mariaDb = EmbeddedMariaDb.start(folder.resolve("mariadb"), 0);
        try {
            Measured small = measure(mariaDb, SMALL);
            Measured large = measure(mariaDb, customers);
            report.figure("customers", customers, "");
            report.figure("interactions", (double) customers * CustomerCrowd.INTERACTIONS_EACH, "");
            tell("pop", small.pop(), large.pop());
            report.figure("pop_vs_jdbc", large.pop().p99() / large.jdbc().p99(), "times p99");
            report.figure("pop_p50_vs_jdbc", large.pop().p50() / large.jdbc().p50(), "times p50");
            tell("find", small.find(), large.find());
            articles(mariaDb);
        } finally {
            mariaDb.stop();
        }
    }

    private void tell(String what, Quantiles small, Quantiles large) {
        report.figure(what + "_p99_ms", large.p99(), "ms");
        report.figure(what + "_p50_ms", large.p50(), "ms");
        report.figure(what + "_p99_growth", large.p99() / small.p99(), "times");
    }

    private record Measured(Quantiles pop, Quantiles jdbc, Quantiles find) {}

    private Measured measure(EmbeddedMariaDb mariaDb, int customers) throws Exception {
        String name = "ahoy_crowd_" + customers;
        try (Db db = Db.open(mariaDb.url(name), mariaDb.user(), mariaDb.password(), POOL)) {
            fill(db, mariaDb, name, customers);
            say("%,d customers: cards", customers);
            Customers records = new Customers(db);
            History history = new History(db);
            Cases cases = new Cases(db);
            Quantiles pop = clients(chance -> () -> pop(db, records, history, cases, someone(chance, customers)));
            Quantiles bare = bare(mariaDb, name, customers);
            say("%,d customers: search", customers);
            Finder finder = new Finder(db);
            Quantiles find = clients(chance -> () -> {
                List<UUID> found = finder.find(typed(chance, customers), Subject.CUSTOMER, FOUND);
                return json.write(records.all(found));
            });
            return new Measured(pop, bare, find);
        }
    }

    private void fill(Db db, EmbeddedMariaDb mariaDb, String name, int customers) throws Exception {
        Path done = folder.resolve(name + ".done");
        if (Files.exists(done) && !new Team(db).agents().isEmpty()) {
            say("%,d customers are there from an earlier run", customers);
            return;
        }
        long began = System.nanoTime();
        DemoTeam.fill(db);
        List<UUID> agents = new Team(db).agents().stream().map(Agent::id).toList();
        String url = Db.withStatedSsl(mariaDb.url(name)) + "&useBulkStmts=true";
        try (Connection connection = DriverManager.getConnection(url, mariaDb.user(), mariaDb.password())) {
            connection.setAutoCommit(false);
            new CustomerCrowd(customers, connection)
                    .load(agents, what -> say("%,d customers: writing %s", customers, what));
        }
        Files.writeString(done, "");
        say("%,d customers: loaded in %d s", customers, (System.nanoTime() - began) / 1_000_000_000);
    }

    // ---- the card

    private byte[] pop(Db db, Customers records, History history, Cases cases, int who) {
        return json.write(db.together(() -> {
            Customer customer = records.candidates(PointKind.PHONE, CustomerCrowd.number(who))
                    .getFirst();
            Page timeline = history.page(HistoryFilter.of(customer.id()), Optional.empty(), TIMELINE);
            List<Case> open = cases.page(openOf(customer.id()), Optional.empty(), OPEN_CASES);
            return List.of(customer, timeline, open);
        }));
    }

    private static CaseFilter openOf(UUID customer) {
        return new CaseFilter(
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(StateKind.NEW, StateKind.OPEN, StateKind.WAITING_FOR_CUSTOMER),
                Optional.empty(),
                Optional.of(customer),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same rows by hand. */
    private Quantiles bare(EmbeddedMariaDb mariaDb, String name, int customers) throws Exception {
        String url = Db.withStatedSsl(mariaDb.url(name));
        List<Connection> connections = Collections.synchronizedList(new ArrayList<>());
        try {
            return clients(chance -> {
                Connection connection = DriverManager.getConnection(url, mariaDb.user(), mariaDb.password());
                connections.add(connection);
                return () -> bare(connection, someone(chance, customers));
            });
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static byte[] bare(Connection connection, int who) throws SQLException {
        String number = CustomerCrowd.number(who);
        String id = CustomerCrowd.id(who).toString();
        int bytes = read(
                connection,
                "SELECT c.*, o.name, a.name FROM contact_point p JOIN customer c ON c.id = p.owner"
                        + " LEFT JOIN organisation o ON o.id = c.organisation LEFT JOIN agent a ON a.id = c.owner"
                        + " WHERE p.kind = 'PHONE' AND p.value = ?",
                number);
        bytes += read(connection, "SELECT * FROM contact_point WHERE owner = ?", id);
        bytes += read(connection, "SELECT * FROM tag WHERE record = ?", id);
        bytes += read(connection, "SELECT * FROM consent WHERE customer = ?", id);
        bytes += read(
                connection,
                "SELECT i.*, c.name, s.*, a.name, w.* FROM (SELECT * FROM interaction WHERE customer = ?"
                        + " ORDER BY arrived_at DESC, id DESC LIMIT 21) i LEFT JOIN customer c ON c.id = i.customer"
                        + " LEFT JOIN segment s ON s.interaction = i.id LEFT JOIN agent a ON a.id = s.agent"
                        + " LEFT JOIN wrap_up w ON w.interaction = i.id ORDER BY i.arrived_at DESC, i.id DESC",
                id);
        bytes += read(
                connection,
                "SELECT c.*, k.name, o.name, a.name, p.title FROM service_case c LEFT JOIN customer k ON k.id = c.customer"
                        + " LEFT JOIN organisation o ON o.id = c.organisation LEFT JOIN agent a ON a.id = c.owner"
                        + " LEFT JOIN product p ON p.id = c.product WHERE c.customer = ?"
                        + " AND c.state_kind IN ('NEW', 'OPEN', 'WAITING_FOR_CUSTOMER') ORDER BY c.due_at, c.number LIMIT 10",
                id);
        return new byte[Math.min(bytes, 1)];
    }

    private static int read(Connection connection, String sql, String parameter) throws SQLException {
        int bytes = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        String text = rows.getString(i);
                        bytes += text == null ? 0 : text.length();
                    }
                }
            }
        }
        return bytes;
    }

    // ---- articles

    private void articles(EmbeddedMariaDb mariaDb) throws Exception {
        try (Db db = Db.open(mariaDb.url("ahoy_articles"), mariaDb.user(), mariaDb.password(), POOL)) {
            DemoTeam.fill(db);
            UUID author = new Team(db).agents().getFirst().id();
            ArticleCrowd crowd = new ArticleCrowd(1, author);
            Path done = folder.resolve("articles.done");
            if (!Files.exists(done)) {
                say("%,d articles: writing", ARTICLES);
                crowd.fill(db, ARTICLES);
                Files.writeString(done, "");
            }
            try (ArticleSearch search = ArticleSearch.open(folder.resolve("index"), db)) {
                say("%,d articles: index", ARTICLES);
                long began = System.nanoTime();
                search.rebuild();
                report.figure("rebuild_s", (System.nanoTime() - began) / 1e9, "s");
                List<String> queries = new ArrayList<>();
                List<String> messages = new ArrayList<>();
                for (int i = 0; i < 2_000; i++) {
                    queries.add(crowd.query());
                    messages.add(crowd.message());
                }
                say("%,d articles: search", ARTICLES);
                Quantiles found = clients(chance -> () -> json.write(search.search(
                        new Asked(queries.get(chance.nextInt(queries.size())), LANGUAGES, ArticleFilter.NONE, FOUND),
                        Instant.now())));
                report.figure("articles_p99_ms", found.p99(), "ms");
                report.figure("articles_p50_ms", found.p50(), "ms");
                Suggestions suggestions = new Suggestions(db, search);
                say("%,d articles: suggestions", ARTICLES);
                Quantiles suggested = clients(chance -> () -> json.write(suggestions.suggest(
                        Situation.of("support", "Support", LANGUAGES)
                                .about("", messages.get(chance.nextInt(messages.size()))),
                        5,
                        Instant.now())));
                report.figure("suggest_p99_ms", suggested.p99(), "ms");
                report.figure("suggest_p50_ms", suggested.p50(), "ms");
            }
        }
    }

    // ---- clients

    private interface Client {
        Callable<byte[]> ask(SplittableRandom chance) throws Exception;
    }

    /** All at once, each asking again as soon as it is answered. */
    private static Quantiles clients(Client client) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<List<Duration>>> all = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                SplittableRandom chance = new SplittableRandom(i);
                all.add(() -> asking(client.ask(chance)));
            }
            List<Duration> times = new ArrayList<>();
            for (Future<List<Duration>> one : threads.invokeAll(all)) {
                times.addAll(one.get());
            }
            return Quantiles.ofMillis(times);
        }
    }

    private static List<Duration> asking(Callable<byte[]> question) throws Exception {
        List<Duration> times = new ArrayList<>();
        long begin = System.nanoTime();
        long measuredFrom = begin + WARM_UP.toNanos();
        long end = measuredFrom + MEASURED.toNanos();
        for (long now = begin; now < end; ) {
            byte[] answer = question.call();
            long after = System.nanoTime();
            if (answer == null) {
                throw new IllegalStateException("no answer");
            }
            if (now >= measuredFrom) {
                times.add(Duration.ofNanos(after - now));
            }
            now = after;
        }
        return times;
    }

    private static int someone(SplittableRandom chance, int customers) {
        return chance.nextInt(customers);
    }

    /** Part of a number, the beginning of a word, or of two. */
    private static String typed(SplittableRandom chance, int customers) {
        int who = someone(chance, customers);
        if (chance.nextInt(3) == 0) {
            String digits = CustomerCrowd.number(who).substring(1);
            int from = chance.nextInt(digits.length() - 4);
            return digits.substring(from, Math.min(digits.length(), from + 3 + chance.nextInt(6)));
        }
        String[] words = CustomerCrowd.name(who).split(" ");
        String first = begun(words[0], chance);
        return chance.nextBoolean() ? first : first + " " + begun(words[1], chance);
    }

    private static String begun(String word, SplittableRandom chance) {
        return word.substring(0, 1 + chance.nextInt(word.length()));
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
