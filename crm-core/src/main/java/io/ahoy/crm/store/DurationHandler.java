package io.ahoy.crm.store;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Durations are whole milliseconds. */
final class DurationHandler extends BaseTypeHandler<Duration> {
    @Override
    public void setNonNullParameter(PreparedStatement to, int at, Duration value, @Nullable JdbcType type)
            throws SQLException {
        to.setLong(at, value.toMillis());
    }

    @Override
    public @Nullable Duration getNullableResult(ResultSet from, String column) throws SQLException {
        long millis = from.getLong(column);
        return from.wasNull() ? null : Duration.ofMillis(millis);
    }

    @Override
    public @Nullable Duration getNullableResult(ResultSet from, int column) throws SQLException {
        long millis = from.getLong(column);
        return from.wasNull() ? null : Duration.ofMillis(millis);
    }

    @Override
    public @Nullable Duration getNullableResult(CallableStatement from, int column) throws SQLException {
        long millis = from.getLong(column);
        return from.wasNull() ? null : Duration.ofMillis(millis);
    }
}
