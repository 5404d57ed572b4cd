package io.ahoy.crm.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** The database is away. The call was not carried out, or its outcome is unknown; the same call may work again later. */
public final class DatabaseDown extends RuntimeException {
    public DatabaseDown(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether this failure, or one it was caused by, means that the database could not be reached. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof DatabaseDown
                    || t instanceof SQLTransientConnectionException
                    || t instanceof SQLNonTransientConnectionException
                    || t instanceof SQLRecoverableException
                    || t instanceof SQLException sql && isConnectionLost(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConnectionLost(SQLException failure) {
        String state = failure.getSQLState();
        // Class 08 of the SQL standard is "connection exception"; 1053 is "server shutdown in progress", 1927
        // "connection was
        // killed", which MariaDB reports under other classes.
        return state != null && state.startsWith("08")
                || failure.getErrorCode() == 1053
                || failure.getErrorCode() == 1927;
    }
}
