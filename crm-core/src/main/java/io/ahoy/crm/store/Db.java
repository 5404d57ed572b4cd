package io.ahoy.crm.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
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
 * While MariaDB is away calls fail with {@link DatabaseDown} after at most {@link #CONNECTION_LIMIT}; once it is back they
 * work again by themselves.
 */
public final class Db implements AutoCloseable {
    /** How long a call waits for a connection. */
    static final Duration CONNECTION_LIMIT = Duration.ofSeconds(3);
    /** How long a statement may go without an answer, so that a frozen server is noticed. */
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    private static final int DEADLOCK_ATTEMPTS_MAX = 3;
    private static final int ER_LOCK_DEADLOCK = 1213;

    private final HikariDataSource pool;
    private final SqlSessionFactory sessions;

    private Db(HikariDataSource pool) {
        this.pool = pool;
        this.sessions = sessionsOn(pool);
    }

    /**
     * Connects and brings the schema up to date.
     *
     * @param jdbcUrl a {@code jdbc:mariadb:} address. Without {@code sslMode} it gets {@code disable} on loopback and {@code
     *     verify-full} elsewhere, so that the choice is never left to a driver's default.
     * @throws DatabaseDown when nobody answers there
     * @throws DatabaseUnusable when the address, the user or the schema is wrong
     */
    public static Db open(String jdbcUrl, String user, String password, int poolSize) {
        if (!jdbcUrl.startsWith("jdbc:mariadb:")) {
            throw new DatabaseUnusable("The database address must start with jdbc:mariadb: but is " + jdbcUrl, null);
        }
        String url = withStatedSsl(jdbcUrl);
        migrate(url, user, password);
        HikariConfig config = new HikariConfig();
        config.setPoolName("ahoy-db");
        config.setJdbcUrl(withParameter(
                withParameter(url, "connectTimeout", "2000"), "socketTimeout", "" + ANSWER_LIMIT.toMillis()));
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_LIMIT.toMillis());
        config.setValidationTimeout(2_000);
        config.setAutoCommit(false);
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

    /** A pooled connection without auto-commit, for the journal; the caller closes it. */
    public Connection connection() throws SQLException {
        return pool.getConnection();
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
        for (int attempt = 1; ; attempt++) {
            try (SqlSession session = sessions.openSession(how, false)) {
                T result = work.apply(session);
                // Forced, because MyBatis otherwise skips the commit when no mapper of its own has written.
                session.commit(true);
                return result;
            } catch (RuntimeException failure) {
                if (DatabaseDown.isBehind(failure)) {
                    throw new DatabaseDown("The database does not answer", failure);
                }
                if (attempt == DEADLOCK_ATTEMPTS_MAX || !isDeadlock(failure)) {
                    throw failure;
                }
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

    private static void migrate(String url, String user, String password) {
        try {
            Flyway.configure()
                    .dataSource(withParameter(url, "connectTimeout", "2000"), user, password)
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            Throwable root = rootOf(failure);
            if (DatabaseDown.isBehind(failure) && !isRefusal(root)) {
                throw new DatabaseDown("No database answers at " + url + ": " + root.getMessage(), failure);
            }
            throw new DatabaseUnusable("The database at " + url + " cannot be used: " + root.getMessage(), failure);
        }
    }

    /** Someone answered, and said no: wrong password or unknown schema, or no TLS where it was demanded. */
    private static boolean isRefusal(Throwable root) {
        return root instanceof SQLException sql
                && (sql.getErrorCode() == 1045 || sql.getErrorCode() == 1044 || sql.getErrorCode() == 1049);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    static String withStatedSsl(String url) {
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
        Configuration configuration = new Configuration(new Environment("ahoy", new JdbcTransactionFactory(), pool));
        configuration.setMapUnderscoreToCamelCase(true);
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.getTypeHandlerRegistry().register(UUID.class, new UuidHandler());
        configuration.getTypeHandlerRegistry().register(Instant.class, new InstantHandler());
        configuration.getTypeHandlerRegistry().register(Duration.class, new DurationHandler());
        configuration.getTypeHandlerRegistry().register(Optional.class, new OptionalHandler());
        return new SqlSessionFactoryBuilder().build(configuration);
    }
}
