package io.ahoy.crm.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The database is away, or would not do it now: locked, read-only. The call was not carried out, or its outcome is unknown; the same call may work again later. */
public final class DatabaseDown extends RuntimeException {
    /**
     * What MariaDB reports under other classes: 1053 "server shutdown in progress", 1927 "connection was killed", 1205 "lock wait
     * timeout", 1213 "deadlock" (beyond {@link Db}'s own attempts), 1290 "running with --read-only", as during a switch to a replica.
     */
    private static final Set<Integer> PASSING = Set.of(1053, 1927, 1205, 1213, 1290);

    public DatabaseDown(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether this failure, or one it was caused by, means that the same call may work later. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof DatabaseDown
                    || t instanceof SQLTransientConnectionException
                    || t instanceof SQLNonTransientConnectionException
                    || t instanceof SQLRecoverableException
                    || t instanceof SQLException sql && isPassing(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        // Class 08 of the SQL standard is "connection exception".
        return state != null && state.startsWith("08") || PASSING.contains(failure.getErrorCode());
    }
}
