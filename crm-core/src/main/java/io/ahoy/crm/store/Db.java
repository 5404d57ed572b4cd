package io.ahoy.crm.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The one way to the database. Calls block, so callers run them on virtual threads; the pool bounds how many run at once.
 * While MariaDB is away calls fail with {@link DatabaseDown} after at most {@link #CONNECTION_LIMIT}, those that were under
 * way when it froze after {@link #ANSWER_LIMIT}; once it is back they work again by themselves.
 */
public final class Db implements AutoCloseable {
    /** How long a call waits for a connection. */
    static final Duration CONNECTION_LIMIT = Duration.ofSeconds(3);
    /** How long a statement may go without an answer, so that a frozen server is noticed. */
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    private static final int DEADLOCK_ATTEMPTS_MAX = 3;
    private static final int ER_LOCK_DEADLOCK = 1213;
    private static final int ER_CON_COUNT = 1040;
    private static final int ER_SERVER_SHUTDOWN = 1053;

    private final HikariDataSource pool;
    private final SqlSessionFactory sessions;
    /** The transaction that encloses what this thread does. */
    private final ThreadLocal<Optional<SqlSession>> joined = ThreadLocal.withInitial(Optional::empty);

    private Db(HikariDataSource pool) {
        this.pool = pool;
        this.sessions = sessionsOn(pool);
    }

    /**
     * Connects and brings the schema up to date.
     *
     * @param jdbcUrl a {@code jdbc:mariadb:} address. Without {@code sslMode} it gets {@code disable} on loopback and {@code
     *     verify-full} elsewhere, so that the choice is never left to a driver's default.
     * @throws DatabaseDown when nobody answers there; the message says only why
     * @throws DatabaseUnusable when the address, the user or the schema is wrong
     */
    public static Db open(String jdbcUrl, String user, String password, int poolSize) {
        if (!jdbcUrl.startsWith("jdbc:mariadb:")) {
            throw new DatabaseUnusable("The database address must start with jdbc:mariadb: but is " + jdbcUrl, null);
        }
        String url = withStatedSsl(jdbcUrl);
        tryOut(url, user, password);
        migrate(url, user, password);
        HikariConfig config = new HikariConfig();
        config.setPoolName("ahoy-db");
        // The server reads and plans a statement once for each connection and not each time: half of what a short
        // question costs.
        config.setJdbcUrl(withParameter(quick(url), "useServerPrepStmts", "true"));
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_LIMIT.toMillis());
        config.setValidationTimeout(2_000);
        config.setAutoCommit(false);
        // Upserts then lock only the rows they touch, not the gaps between them.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new Db(new HikariDataSource(config));
    }

    /** Runs the work in one transaction: committed when it returns, rolled back when it throws. It may run again after a deadlock. */
    public <T> T call(Function<SqlSession, T> work) {
        return transact(ExecutorType.SIMPLE, work);
    }

    public void run(Consumer<SqlSession> work) {
        call(session -> {
            work.accept(session);
            return true;
        });
    }

    /** Like {@link #run}, but statements are sent together at the end: for many rows at once. Their counts are not known. */
    public void runBatch(Consumer<SqlSession> work) {
        transact(ExecutorType.BATCH, session -> {
            work.accept(session);
            return session.flushStatements();
        });
    }

    /**
     * Everything that this thread asks of the database while the work runs is one transaction: committed when it returns, rolled back
     * when it throws. It may run again after a deadlock.
     */
    public <T> T together(Supplier<T> work) {
        return transact(ExecutorType.SIMPLE, session -> {
            joined.set(Optional.of(session));
            try {
                return work.get();
            } finally {
                joined.remove();
            }
        });
    }

    /** A pooled connection without auto-commit, for the journal; the caller closes it. */
    public Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /**
     * A connection outside the pool, without auto-commit, for who repeats few statements and must not wait for those who hold the pool;
     * the caller keeps and closes it. Its statements too are prepared on the server: values go there as they are, which halves the time
     * of a large one that would else be escaped into SQL text and parsed out of it.
     */
    public Connection ownConnection() throws SQLException {
        Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return connection;
    }

    /** Whether the database answers now; takes up to {@link #CONNECTION_LIMIT} when it does not. */
    public boolean isUp() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (SQLException away) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private <T> T transact(ExecutorType how, Function<SqlSession, T> work) {
        Optional<SqlSession> outer = joined.get();
        if (outer.isPresent()) {
            return work.apply(outer.get());
        }
        for (int attempt = 1; ; attempt++) {
            try (SqlSession session = sessions.openSession(how, false)) {
                T result = work.apply(session);
                // Forced, because MyBatis otherwise skips the commit when no mapper of its own has written.
                session.commit(true);
                return result;
            } catch (RuntimeException failure) {
                if (attempt < DEADLOCK_ATTEMPTS_MAX && isDeadlock(failure)) {
                    continue;
                }
                if (DatabaseDown.isBehind(failure)) {
                    throw new DatabaseDown("The database does not answer", failure);
                }
                throw failure;
            }
        }
    }

    private static boolean isDeadlock(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getErrorCode() == ER_LOCK_DEADLOCK) {
                return true;
            }
        }
        return false;
    }

    /** One connection by hand: the driver's own words say best what is wrong with an address. */
    private static void tryOut(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(quick(url), user, password)) {
            connection.isValid(2);
        } catch (SQLException failure) {
            if (isNobodyThere(failure)) {
                throw new DatabaseDown(whyNobody(failure), failure);
            }
            String hint = failure.toString().toLowerCase(Locale.ROOT).contains("ssl")
                    ? ". Ahoy encrypts connections to other machines unless the address says otherwise with sslMode."
                    : "";
            throw new DatabaseUnusable(
                    "The database at " + url + " refuses user " + user + ": " + failure.getMessage() + hint, failure);
        }
    }

    /** The address is known to whoever asked; the driver would tell its host up to three times. */
    private static String whyNobody(SQLException failure) {
        String why = String.valueOf(failure.getMessage());
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof IOException) {
                why = t instanceof UnknownHostException ? "Its host is unknown" : String.valueOf(t.getMessage());
            }
        }
        return why;
    }

    private static boolean isNobodyThere(SQLException failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof IOException) {
                return true;
            }
        }
        return failure.getErrorCode() == ER_CON_COUNT || failure.getErrorCode() == ER_SERVER_SHUTDOWN;
    }

    private static void migrate(String url, String user, String password) {
        try {
            Flyway.configure()
                    .dataSource(url, user, password)
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            if (DatabaseDown.isBehind(failure)) {
                throw new DatabaseDown("The database at " + url + " went away during migration", failure);
            }
            throw new DatabaseUnusable(
                    "The schema at " + url + " cannot be brought up to date: " + failure.getMessage(), failure);
        }
    }

    private static String quick(String url) {
        return withParameter(
                withParameter(url, "connectTimeout", "2000"), "socketTimeout", "" + ANSWER_LIMIT.toMillis());
    }

    /** The address as it is used: encrypted to other machines, unless it says otherwise. */
    public static String withStatedSsl(String url) {
        if (url.matches("(?i).*[?&]sslMode=.*")) {
            return url;
        }
        String host = Optional.ofNullable(
                        URI.create(url.substring("jdbc:".length())).getHost())
                .orElse("");
        boolean loopback = host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
        return withParameter(url, "sslMode", loopback ? "disable" : "verify-full");
    }

    private static String withParameter(String url, String name, String value) {
        return url.contains(name + "=") ? url : url + (url.contains("?") ? "&" : "?") + name + "=" + value;
    }

    private static SqlSessionFactory sessionsOn(HikariDataSource pool) {
        JdbcTransactionFactory transactions = new JdbcTransactionFactory();
        Properties kept = new Properties();
        // The pool wants its connections back as it gave them. Else each transaction would go to the database twice
        // more, to turn
        // auto-commit on and off again.
        kept.setProperty("skipSetAutoCommitOnClose", "true");
        transactions.setProperties(kept);
        Configuration configuration = new Configuration(new Environment("ahoy", transactions, pool));
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.getTypeHandlerRegistry().register(UUID.class, new UuidHandler());
        configuration.getTypeHandlerRegistry().register(Instant.class, new InstantHandler());
        configuration.getTypeHandlerRegistry().register(Duration.class, new DurationHandler());
        configuration.getTypeHandlerRegistry().register(Optional.class, new OptionalHandler());
        // Every interface below this package that has SQL on it; they are private to the packages of their records.
        configuration.addMappers("io.ahoy.crm");
        return new SqlSessionFactoryBuilder().build(configuration);
    }
}
